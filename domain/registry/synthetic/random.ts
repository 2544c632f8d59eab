/** Chance that can be repeated: the same seed and stream always give the same values. Not for secrets. */
export interface Chance {
  /** 0 ≤ value < 1 */
  next(): number;
  /** Whole number, both ends included. */
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  weighted<T>(items: readonly [readonly [T, number], ...(readonly [T, number])[]]): T;
}

/** `streams` are small whole numbers, for instance what is drawn and for which household. */
export function chanceOf(seed: number, ...streams: readonly number[]): Chance {
  let state = mixed(seed >>> 0);
  for (const stream of streams) state = mixed((state ^ Math.imul((stream >>> 0) + 1, 0x9e3779b1)) >>> 0);
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return mixed(state) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    happens: (probability) => next() < probability,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) if ((left -= weight) < 0) return item;
      return items[0][0];
    },
  };
}

/** The output function of SplitMix32. */
function mixed(value: number): number {
  let mix = value ^ (value >>> 16);
  mix = Math.imul(mix, 0x21f0aaad);
  mix ^= mix >>> 15;
  mix = Math.imul(mix, 0x735a2d97);
  return (mix ^ (mix >>> 15)) >>> 0;
}
