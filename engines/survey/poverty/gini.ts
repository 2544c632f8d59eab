/** The Gini coefficient, by two formulas that differ in the third digit: say which. */
import type { Design } from "../design/design.ts";
import type { Membership } from "../estimate/statistic.ts";
import { type Linearised, orderByValue, weightsInside } from "./linearised.ts";

/**
 * `population`: each row stands for w persons, (2 Σ w y C − Σ w² y)/(W Σ w y) − 1, C the weight of incomes up to y. It does not change
 * when a row is split in two; the same as R laeken. `rank`: (Σ (2C − 1) w y)/(W Σ w y) − 1, as in R convey; it treats the last of the w
 * persons as if all had this rank and lies higher by about mean weight / W.
 */
export const giniFormulas = ["population", "rank"] as const;
export type GiniFormula = (typeof giniFormulas)[number];

/**
 * Half the mean difference of two incomes over the mean income: 0 where all have the same, towards 1 where one has all. NaN where
 * the incomes sum to 0. Linearised by differentiating the formula itself over each weight (Deville 1999; Langel & Tillé 2013,
 * J. R. Statist. Soc. A 176, 521).
 *
 * @param values incomes; NaN where not known. With negative incomes the coefficient may exceed 1.
 * @throws InputError design.columns-unequal
 */
export function gini(
  design: Design,
  values: Float64Array,
  formula: GiniFormula = "population",
  group?: Membership,
): Linearised {
  const { domain, weight, population } = weightsInside(design, values, group);
  const larger = sumsOfLarger(values, weight);
  const ranked = formula === "rank";
  let [income, pairs] = [0, 0];
  for (let row = 0; row < weight.length; row++) {
    const [w, y] = [weight[row] ?? 0, values[row] ?? 0];
    if (w === 0) continue;
    income += w * y;
    pairs += w * (larger[row] ?? 0) + (ranked ? w * y * (w - 1) : 0);
  }
  const ratio = pairs / (population * income);
  const u = weight.map((w, row) => {
    if (w === 0) return 0;
    const y = values[row] ?? 0;
    const slope = 2 * (larger[row] ?? 0) + (ranked ? y * (2 * w - 1) : 0);
    return (w * (slope - ratio * (income + population * y))) / (population * income);
  });
  return { estimate: ratio - 1, u, domain };
}

/** For each row Σ_j w_j max(y, y_j), in one pass over the ordered incomes; equal incomes get the same. */
function sumsOfLarger(values: Float64Array, weight: Float64Array): Float64Array {
  const order = orderByValue(values, weight);
  const sums = new Float64Array(values.length);
  let [above, count] = [0, 0];
  for (const row of order) above += (weight[row] ?? 0) * (values[row] ?? 0);
  for (let start = 0; start < order.length;) {
    const value = values[order[start] ?? 0] ?? 0;
    let end = start;
    for (; end < order.length && values[order[end] ?? 0] === value; end++) {
      const w = weight[order[end] ?? 0] ?? 0;
      count += w;
      above -= w * value;
    }
    for (; start < end; start++) sums[order[start] ?? 0] = value * count + above;
  }
  return sums;
}
