/**
 * The delete-one jackknife JKn: each replicate leaves out one first-stage unit and lets the others of its stratum count for it
 * (K. Wolter, Introduction to Variance Estimation, 2007, ch. 4; R survey `as.svrepdesign(type = "JKn")`, without strata "JK1").
 */
import type { Design } from "./design.ts";
import { unitsOfGroups } from "./stages.ts";
import { groupFactors, sumByUnit } from "./variance.ts";

export interface LeftOut {
  /** The first-stage unit that is left out, and its stratum. */
  unit: number;
  stratum: number;
  /** Sampled units of the stratum. */
  sampled: number;
  /** What the squared difference counts for: (1 − f)(n − 1)/n, more where it stands for a stratum with one unit. */
  scale: number;
}

/**
 * The replicates of a design, one for each first-stage unit; strata that add no variance have none. A stratum with one unit is
 * treated as the design says: `adjust` leaves the whole stratum out, `average` lets the others count for more.
 *
 * @throws InputError design.one-unit
 */
export function jackknifeReplicates({ stages: [first], lonely }: Design): LeftOut[] {
  const sampled = unitsOfGroups(first);
  const factor = groupFactors(first, new Float64Array(sampled.length).fill(1), lonely);
  return Array.from(first.groupOfUnit, (stratum, unit) => {
    const n = sampled[stratum] ?? 0;
    const share = n > 1 ? ((n - 1) / n) ** 2 : 1;
    const scale = (factor[stratum] ?? 0) * share * (1 - (first.fraction[unit] ?? 0));
    return { unit, stratum, sampled: n, scale };
  }).filter(({ scale }) => scale > 0);
}

/** The weights of one replicate, for statistics that are no function of totals. One a row of the design. */
export function jackknifeWeights({ weight, strata, stages: [first] }: Design, left: LeftOut): Float64Array {
  const raise = left.sampled > 1 ? left.sampled / (left.sampled - 1) : 1;
  return weight.map((own, row) => {
    if (first.unitOfRow[row] === left.unit) return 0;
    return strata[row] === left.stratum ? own * raise : own;
  });
}

/**
 * The weighted totals of columns in every replicate, in one pass over the rows: leaving out unit i of stratum h turns T into
 * T + (S_h − n·s_hi)/(n − 1).
 *
 * @throws InputError design.one-unit
 */
export function jackknifeTotals(
  design: Design,
  columns: readonly Float64Array[],
): { totals: Float64Array[]; scales: Float64Array } {
  const { weight, stages } = design;
  const [first] = stages;
  const replicates = jackknifeReplicates(design);
  const totals = replicates.map(() => new Float64Array(columns.length));
  for (const [at, column] of columns.entries()) {
    const ofUnit = sumByUnit(
      first,
      column.map((own, row) => own * (weight[row] ?? 0)),
    );
    const ofStratum = new Float64Array(first.parentOfGroup.length);
    for (const [unit, stratum] of first.groupOfUnit.entries()) {
      ofStratum[stratum] = (ofStratum[stratum] ?? 0) + (ofUnit[unit] ?? 0);
    }
    const all = ofStratum.reduce((sum, own) => sum + own, 0);
    for (const [which, { unit, stratum, sampled }] of replicates.entries()) {
      const [own, whole] = [ofUnit[unit] ?? 0, ofStratum[stratum] ?? 0];
      const change = sampled > 1 ? (whole - sampled * own) / (sampled - 1) : -own;
      totals[which]?.set([all + change], at);
    }
  }
  return { totals, scales: Float64Array.from(replicates, ({ scale }) => scale) };
}
