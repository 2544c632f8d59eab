/** Statistics of ordered incomes, which are no functions of totals: an estimate and its linearised values, computed together. */
import { type Design, countedRows, countedUnits } from "../design/design.ts";
import { designEffect } from "../design/design-effect.ts";
import { columnsUnequal } from "../design/design-errors.ts";
import { varianceOfTotal } from "../design/variance.ts";
import { type Estimate, linearise } from "../estimate/estimate.ts";
import { type Membership, type Statistic, domainOf } from "../estimate/statistic.ts";

export interface Linearised {
  estimate: number;
  /** Linearised values (influence function, J.-C. Deville 1999, Survey Methodology 25, 193) times weights, one a row. */
  u: Float64Array;
  /** 1 for a row whose own value is asked for: in the group, and known. */
  domain: Uint8Array;
}

/**
 * Where the estimate is not defined (an empty group) its error is not either.
 *
 * @throws InputError design.one-unit where the sampling error cannot be computed
 */
export function estimateLinearised(design: Design, { estimate, u, domain }: Linearised): Estimate {
  const variance = Number.isNaN(estimate) ? Number.NaN : varianceOfTotal(design, u);
  return {
    estimate,
    standardError: Math.sqrt(variance),
    designEffect: designEffect(variance, design.weight, u, domain),
    rows: countedRows(design, domain),
    units: countedUnits(design, domain),
  };
}

/** @throws InputError design.columns-unequal */
export function lineariseStatistic(design: Design, statistic: Statistic): Linearised {
  return { ...linearise(design, statistic), domain: statistic.domain };
}

/** Σ slope · u: the chain rule for a statistic that is made of others. */
export function chain(rowCount: number, parts: readonly [slope: number, part: Linearised][]): Float64Array {
  const u = new Float64Array(rowCount);
  for (const [slope, part] of parts) {
    for (let row = 0; row < rowCount; row++) u[row] = (u[row] ?? 0) + slope * (part.u[row] ?? 0);
  }
  return u;
}

/** Weights of the rows of the group whose value is known; 0 for others. @throws InputError design.columns-unequal */
export function weightsInside(
  { weight, rowCount }: Design,
  values: Float64Array,
  group?: Membership,
): { domain: Uint8Array; weight: Float64Array; population: number } {
  if (values.length !== rowCount) throw columnsUnequal("y", values.length, rowCount);
  const domain = domainOf([values], group);
  const own = weight.map((one, row) => (domain[row] === 1 ? one : 0));
  return { domain, weight: own, population: own.reduce((sum, one) => sum + one, 0) };
}

/** Rows with a weight above 0 from the smallest value to the largest. */
export function orderByValue(values: Float64Array, weight: Float64Array): Uint32Array {
  const rows = Uint32Array.from(values.keys()).filter((row) => (weight[row] ?? 0) > 0);
  return rows.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}
