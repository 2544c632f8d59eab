/** A statistic estimated from a sample: its value, its standard error, its design effect. */
import { type Design, countedRows, countedUnits } from "../design/design.ts";
import { designEffect } from "../design/design-effect.ts";
import { columnsUnequal } from "../design/design-errors.ts";
import { jackknifeTotals } from "../design/jackknife.ts";
import { type Replicates, replicateVariance } from "../design/replicates.ts";
import { varianceOfTotal } from "../design/variance.ts";
import { type Statistic, weightedTotals } from "./statistic.ts";

/** How the sampling error is computed: by linearisation, by the jackknife JKn, or from replicate weights that were supplied. */
export type VarianceMethod = { kind: "taylor" } | { kind: "jkn" } | ({ kind: "replicates" } & Replicates);

export interface Estimate {
  /** NaN where nobody in the domain has a value: that is not known to be zero, not even as a total. */
  estimate: number;
  /** NaN where a replicate leaves the domain without a row. */
  standardError: number;
  /** Variance over that of a simple random sample of as many rows without replacement; NaN where the latter is 0. */
  designEffect: number;
  /** Rows in the domain with a weight above 0: asked, and answered. */
  rows: number;
  /** First-stage units with such rows. */
  units: number;
}

/**
 * @throws InputError design.one-unit where the sampling error cannot be computed, design.columns-unequal when a column is
 *   longer or shorter than the design
 */
export function estimateStatistic(
  design: Design,
  statistic: Statistic,
  method: VarianceMethod = { kind: "taylor" },
): Estimate {
  const { estimate, u } = linearise(design, statistic);
  const rows = countedRows(design, statistic.domain);
  const units = countedUnits(design, statistic.domain);
  if (rows === 0) {
    return { estimate: Number.NaN, standardError: Number.NaN, designEffect: Number.NaN, rows, units };
  }
  const variance = varianceBy(design, statistic, method, u);
  return {
    estimate,
    standardError: Math.sqrt(variance),
    designEffect: designEffect(variance, design.weight, u, statistic.domain),
    rows,
    units,
  };
}

/**
 * The estimate and its linearised values times weights, one a row and 0 outside the domain: what `varianceOfTotal` takes.
 *
 * @throws InputError design.columns-unequal
 */
export function linearise(design: Design, statistic: Statistic): { estimate: number; u: Float64Array } {
  const { weight, rowCount } = design;
  for (const column of statistic.columns) {
    if (column.length !== rowCount) throw columnsUnequal("y", column.length, rowCount);
  }
  const totals = weightedTotals(weight, statistic);
  const slopes = statistic.gradient(totals);
  const u = new Float64Array(rowCount);
  for (const [at, column] of statistic.columns.entries()) {
    const slope = slopes[at] ?? 0;
    for (let row = 0; row < rowCount; row++) u[row] = (u[row] ?? 0) + slope * (column[row] ?? 0);
  }
  return { estimate: statistic.value(totals), u: u.map((own, row) => own * (weight[row] ?? 0)) };
}

function varianceBy(design: Design, statistic: Statistic, method: VarianceMethod, u: Float64Array): number {
  switch (method.kind) {
    case "taylor":
      return varianceOfTotal(design, u);
    case "jkn": {
      const { totals, scales } = jackknifeTotals(design, statistic.columns);
      return replicateVariance(totals.map(statistic.value), scales);
    }
    case "replicates": {
      const values = method.weights.map((weight) => statistic.value(weightedTotals(weight, statistic)));
      return replicateVariance(values, new Float64Array(values.length).fill(method.scale));
    }
  }
}
