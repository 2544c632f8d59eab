/** Ranks, quantiles and correlations of a plain column of numbers. */

/** Mean and standard deviation with n − 1. */
export function moments(values: Float64Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, own) => sum + own, 0) / values.length;
  const squares = values.reduce((sum, own) => sum + (own - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/** The quantile by interpolation between order statistics at (n − 1)p (R's type 7, the default of most programs). */
export function quantileBetween(values: Float64Array, p: number): number {
  const sorted = values.toSorted();
  const place = (sorted.length - 1) * p;
  const at = Math.floor(place);
  const [below, above] = [sorted[at] ?? Number.NaN, sorted[at + 1] ?? sorted[at] ?? Number.NaN];
  return below + (place - at) * (above - below);
}

/** 1 for the largest; equal values share the best place. */
export function ranks(values: Float64Array): Int32Array {
  const sorted = values.toSorted().reverse();
  const first = new Map<number, number>();
  for (const [at, value] of sorted.entries()) if (!first.has(value)) first.set(value, at + 1);
  return Int32Array.from(values, (own) => first.get(own) ?? 0);
}

/** 1 for the smallest; equal values share the mean of their places. */
export function averageRanks(values: Float64Array): Float64Array {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rankOf = new Map<number, number>();
  let before = 0;
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    rankOf.set(value, before + (count + 1) / 2);
    before += count;
  }
  return values.map((own) => rankOf.get(own) ?? 0);
}

/** Pearson's correlation; NaN where a column does not vary. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const [ofX, ofY] = [moments(x), moments(y)];
  let sum = 0;
  for (const [at, own] of x.entries()) sum += (own - ofX.mean) * ((y[at] ?? 0) - ofY.mean);
  return sum / (x.length - 1) / (ofX.deviation * ofY.deviation);
}

/** Pearson's correlation of average ranks. */
export function spearman(x: Float64Array, y: Float64Array): number {
  return correlation(averageRanks(x), averageRanks(y));
}

/** (pairs in the same order − pairs in the other)/√(pairs not equal in x · pairs not equal in y): τ_b (M. Kendall 1945). */
export function kendall(x: Float64Array, y: Float64Array): number {
  let [sum, inX, inY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [one, other] = [Math.sign((x[i] ?? 0) - (x[j] ?? 0)), Math.sign((y[i] ?? 0) - (y[j] ?? 0))];
      sum += one * other;
      inX += one * one;
      inY += other * other;
    }
  }
  return sum / Math.sqrt(inX * inY);
}
