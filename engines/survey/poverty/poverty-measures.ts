/** All measures of poverty against one line at once, each with its sampling error. */
import type { Design } from "../design/design.ts";
import { type Estimate, estimateStatistic } from "../estimate/estimate.ts";
import type { Membership } from "../estimate/statistic.ts";
import { fgt, watts } from "./fgt.ts";
import { type GiniFormula, gini } from "./gini.ts";
import { estimateLinearised } from "./linearised.ts";
import type { PovertyLine } from "./poverty-line.ts";
import { sen, senShorrocksThon } from "./sen.ts";

/** In the order in which they are shown; `gini` is of all incomes, the line is nothing to it. */
export const povertyMeasureNames = ["fgt0", "fgt1", "fgt2", "watts", "sen", "sst", "gini"] as const;
export type PovertyMeasureName = (typeof povertyMeasureNames)[number];
export type PovertyMeasures = Record<PovertyMeasureName, Estimate>;

/**
 * @param income of each row, in the unit of the line; NaN where not known: outside all measures. Incomes of 0 or less are outside Watts.
 * @throws InputError poverty.line-wrong, design.columns-unequal, design.one-unit
 */
export function povertyMeasures(
  design: Design,
  income: Float64Array,
  line: PovertyLine,
  formula: GiniFormula = "population",
  group?: Membership,
): PovertyMeasures {
  return {
    fgt0: estimateStatistic(design, fgt(income, line, 0, group)),
    fgt1: estimateStatistic(design, fgt(income, line, 1, group)),
    fgt2: estimateStatistic(design, fgt(income, line, 2, group)),
    watts: estimateStatistic(design, watts(income, line, group)),
    sen: estimateLinearised(design, sen(design, income, line, group)),
    sst: estimateLinearised(design, senShorrocksThon(design, income, line, group)),
    gini: estimateLinearised(design, gini(design, income, formula, group)),
  };
}
