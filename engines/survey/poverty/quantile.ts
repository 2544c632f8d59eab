/** Quantiles of incomes in a sample, the density that their error depends on, and their linearised values. */
import type { Design } from "../design/design.ts";
import { normalDensity } from "../distributions/normal.ts";
import { type Linearised, orderByValue, weightsInside } from "./linearised.ts";

/** Cumulated weights are sums in some order: a share that is reached up to rounding is reached. */
const slack = 1e-12;

/** The smallest value whose share of weights, cumulated from below, reaches p; NaN without rows. @param p share 0..1 */
export function weightedQuantile(values: Float64Array, weight: Float64Array, p: number): number {
  const order = orderByValue(values, weight);
  const population = order.reduce((sum, row) => sum + (weight[row] ?? 0), 0);
  let count = 0;
  for (const row of order) {
    count += weight[row] ?? 0;
    if (count >= (p - slack) * population) return values[row] ?? Number.NaN;
  }
  return Number.NaN;
}

/**
 * The width of the kernel: standard deviation · population^(−1/5) (Osier 2009, Survey Research Methods 3, 167; R convey). The
 * population, not the sample, sets it, so that it does not depend on how many were asked.
 */
export function bandwidth(values: Float64Array, weight: Float64Array): number {
  let [population, sum, squares] = [0, 0, 0];
  for (let row = 0; row < weight.length; row++) {
    const [w, y] = [weight[row] ?? 0, values[row] ?? 0];
    if (w === 0) continue;
    population += w;
    sum += w * y;
    squares += w * y * y;
  }
  return Math.sqrt((squares - (sum * sum) / population) / population) * population ** -0.2;
}

/**
 * d/dx Σ w m [y ≤ x]: how fast the total of m over incomes up to x grows at x, by a normal kernel. With m = 1 it is the density of
 * incomes times the population, with m = y the growth of the income of those below x.
 */
export function growthAt(
  x: number,
  values: Float64Array,
  weight: Float64Array,
  width: number,
  amount?: Float64Array,
): number {
  let sum = 0;
  for (let row = 0; row < weight.length; row++) {
    const w = weight[row] ?? 0;
    if (w > 0) sum += w * (amount ? (amount[row] ?? 0) : 1) * normalDensity((x - (values[row] ?? 0)) / width);
  }
  return sum / width;
}

/**
 * The quantile with its linearised values −([y ≤ q] − p)/(N f(q)) (Deville 1999; Osier 2009).
 *
 * @param p share 0..1
 * @throws InputError design.columns-unequal
 */
export function quantile(design: Design, values: Float64Array, p: number): Linearised {
  const { domain, weight } = weightsInside(design, values);
  const estimate = weightedQuantile(values, weight, p);
  const growth = growthAt(estimate, values, weight, bandwidth(values, weight));
  const u = weight.map((w, row) =>
    w === 0 ? 0 : (-w * (Number((values[row] ?? 0) <= estimate) - p)) / growth,
  );
  return { estimate, u, domain };
}
