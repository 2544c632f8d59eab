/**
 * The design effect (L. Kish, Survey Sampling, 1965, §8.2): the variance of an estimate over that of a simple random sample of
 * as many rows, drawn without replacement from a population of Σw; the same as R survey's `deff = TRUE`.
 *
 * The latter is N²/n · (1 − n/N) · S², where N = Σw and n = rows with a weight above 0, both inside the domain, and S² =
 * n/(n−1) · Σw(z − z̄)²/Σw of the linearised values z = u/w. Where the weights do not reach beyond the sample (Σw ≤ n) nothing
 * is known of the population, and it counts as large.
 *
 * @param u linearised values times weights, one a row
 * @returns NaN where a simple random sample would have no error
 */
export function designEffect(
  variance: number,
  weight: Float64Array,
  u: Float64Array,
  domain: Uint8Array,
): number {
  let [rows, population, sum, squares] = [0, 0, 0, 0];
  for (let row = 0; row < u.length; row++) {
    const own = domain[row] === 1 ? (weight[row] ?? 0) : 0;
    if (own === 0) continue;
    rows += 1;
    population += own;
    sum += u[row] ?? 0;
  }
  const centre = sum / population;
  for (let row = 0; row < u.length; row++) {
    const own = domain[row] === 1 ? (weight[row] ?? 0) : 0;
    if (own > 0) squares += own * ((u[row] ?? 0) / own - centre) ** 2;
  }
  const spread = ((rows / (rows - 1)) * squares) / population;
  const drawn = rows < population ? 1 - rows / population : 1;
  const simple = ((population * population) / rows) * drawn * spread;
  return simple > 0 ? variance / simple : Number.NaN;
}
