/** Poverty against a line that the incomes themselves set: a share of their median. */
import type { Design } from "../design/design.ts";
import type { Membership } from "../estimate/statistic.ts";
import { fgt } from "./fgt.ts";
import { type Linearised, chain, lineariseStatistic, weightsInside } from "./linearised.ts";
import { type PoorRule, type PovertyLine, isPoor } from "./poverty-line.ts";
import { bandwidth, growthAt, quantile, weightedQuantile } from "./quantile.ts";

export interface RelativeLine {
  /** Share of the median of all, 0.6 in the European Union. */
  share: number;
  poor: PoorRule;
}

/** The line of 60 % of the median of all (at-risk-of-poverty threshold), with its own error. @throws InputError design.columns-unequal */
export function relativeLine(design: Design, income: Float64Array, share: number): Linearised {
  const median = quantile(design, income, 0.5);
  return { ...median, estimate: share * median.estimate, u: median.u.map((own) => share * own) };
}

/**
 * FGT below a relative line; α = 0 is the at-risk-of-poverty rate (Eurostat, EU-SILC). The line is estimated too, from all rows even
 * where a group is asked for, and its error is part of the variance: u = FGT at a fixed line + ∂FGT/∂line · line (Osier 2009, Survey
 * Research Methods 3, 167; Deville 1999).
 *
 * @throws InputError poverty.line-wrong where the median is not above 0, design.columns-unequal
 */
export function relativeFgt(
  design: Design,
  income: Float64Array,
  { share, poor }: RelativeLine,
  alpha: 0 | 1 | 2,
  group?: Membership,
): Linearised {
  const threshold = relativeLine(design, income, share);
  const line = { line: threshold.estimate, poor };
  const fixed = lineariseStatistic(design, fgt(income, line, alpha, group));
  const slope =
    alpha === 0
      ? densityAt(design, income, line.line, group)
      : growthOfGap(design, income, line, alpha, group);
  return {
    estimate: fixed.estimate,
    u: chain(design.rowCount, [
      [1, fixed],
      [slope, threshold],
    ]),
    domain: fixed.domain,
  };
}

/** Density of the group's incomes at x; the kernel is as wide as for all. */
function densityAt(design: Design, income: Float64Array, x: number, group?: Membership): number {
  const width = bandwidth(income, weightsInside(design, income).weight);
  const { weight, population } = weightsInside(design, income, group);
  return growthAt(x, income, weight, width) / population;
}

/** Mean of ∂((z − y)/z)^α/∂z = α ((z − y)/z)^(α−1) y/z² over the group. */
function growthOfGap(
  design: Design,
  income: Float64Array,
  line: PovertyLine,
  alpha: 1 | 2,
  group?: Membership,
): number {
  const { weight, population } = weightsInside(design, income, group);
  const z = line.line;
  let sum = 0;
  for (let row = 0; row < weight.length; row++) {
    const [w, y] = [weight[row] ?? 0, income[row] ?? 0];
    if (w > 0 && isPoor(y, line)) sum += (w * alpha * ((z - y) / z) ** (alpha - 1) * y) / (z * z);
  }
  return sum / population;
}

/**
 * Relative median poverty gap (Eurostat, EU-SILC): (line − median income of the poor)/line. NaN where nobody is poor. The median m of
 * the poor is where F(m) is half of the rate: u(m) = (½ u(rate) − ([y ≤ m] − ½ rate)/N)/f(m) (Osier 2009).
 *
 * @throws InputError poverty.line-wrong, design.columns-unequal
 */
export function relativeMedianGap(design: Design, income: Float64Array, relative: RelativeLine): Linearised {
  const threshold = relativeLine(design, income, relative.share);
  const rate = relativeFgt(design, income, relative, 0);
  const line = { line: threshold.estimate, poor: relative.poor };
  const { domain, weight, population } = weightsInside(design, income);
  const weightOfPoor = weight.map((w, row) => (isPoor(income[row] ?? 0, line) ? w : 0));
  const middle = weightedQuantile(income, weightOfPoor, 0.5);
  const density = densityAt(design, income, middle);
  const median: Linearised = {
    estimate: middle,
    domain,
    u: weight.map((w, row) => {
      if (w === 0) return 0;
      const below = Number((income[row] ?? 0) <= middle) - rate.estimate / 2;
      return ((rate.u[row] ?? 0) / 2 - (w * below) / population) / density;
    }),
  };
  return {
    estimate: 1 - middle / line.line,
    u: chain(design.rowCount, [
      [-1 / line.line, median],
      [middle / line.line ** 2, threshold],
    ]),
    domain,
  };
}
