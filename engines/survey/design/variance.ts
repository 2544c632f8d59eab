/** The variance of a total over a design: of every statistic, once it is linearised. */
import type { Design, Lonely } from "./design.ts";
import { oneUnitOnly } from "./design-errors.ts";
import { drawnWhole } from "./lonely.ts";
import { type Stage, unitsOfGroups } from "./stages.ts";

/**
 * Variance of Σu, where u are linearised values times weights (0 outside the domain, one a row of the design).
 *
 * Recursive over stages: V = Σ_h n/(n−1) Σ_i (1 − f_i)(u_hi − ū_h)² + Σ_i f_i V_i(next stage). Särndal, Swensson & Wretman
 * (1992), Model Assisted Survey Sampling, §4.3; the same as R survey `svyrecvar`. f = 0 at the first stage is the ultimate
 * cluster with replacement, the default for samples with probability proportional to size; f_i = the inclusion probability
 * is Brewer's approximation.
 *
 * @throws InputError design.one-unit where a single unit was sampled and there is no other stratum to judge it by
 */
export function varianceOfTotal(design: Design, u: Float64Array): number {
  return covarianceOfTotals(design, [u])[0]?.[0] ?? 0;
}

/** The covariance matrix of several totals, by the formula of `varianceOfTotal`. @throws InputError design.one-unit */
export function covarianceOfTotals({ stages, lonely }: Design, us: readonly Float64Array[]): number[][] {
  const sum = us.map(() => us.map(() => 0));
  let shareOfParent = Float64Array.of(1);
  for (const stage of stages) {
    const share = Float64Array.from(stage.parentOfGroup, (parent) => shareOfParent[parent] ?? 0);
    addStage(stage, groupFactors(stage, share, lonely), us, sum);
    shareOfParent = stage.fraction.map((own, unit) => own * (share[stage.groupOfUnit[unit] ?? 0] ?? 0));
    // With replacement at one stage, the stages below add nothing.
    if (shareOfParent.every((own) => own === 0)) break;
  }
  return sum;
}

function addStage(stage: Stage, factor: Float64Array, us: readonly Float64Array[], sum: number[][]): void {
  const centred = us.map((u) => centreInGroups(stage, sumByUnit(stage, u)));
  const scale = stage.fraction.map((own, unit) => (1 - own) * (factor[stage.groupOfUnit[unit] ?? 0] ?? 0));
  for (const [i, one] of centred.entries()) {
    for (const [j, other] of centred.entries()) {
      const line = sum[i] ?? [];
      line[j] = (line[j] ?? 0) + sumOfProducts(scale, one, other);
    }
  }
}

function sumOfProducts(scale: Float64Array, one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let unit = 0; unit < scale.length; unit++) {
    sum += (scale[unit] ?? 0) * (one[unit] ?? 0) * (other[unit] ?? 0);
  }
  return sum;
}

/** Totals of the first or a later stage's units. */
export function sumByUnit({ unitOfRow, groupOfUnit }: Stage, u: Float64Array): Float64Array {
  const total = new Float64Array(groupOfUnit.length);
  for (let row = 0; row < u.length; row++) {
    const unit = unitOfRow[row] ?? 0;
    total[unit] = (total[unit] ?? 0) + (u[row] ?? 0);
  }
  return total;
}

/**
 * Differences from the mean of the group. A single unit has no mean of its own: it is measured from 0, which is the
 * centre of all for values that are linearised (that is what `adjust` asks for).
 */
function centreInGroups(stage: Stage, total: Float64Array): Float64Array {
  const sampled = unitsOfGroups(stage);
  const mean = new Float64Array(sampled.length);
  for (let unit = 0; unit < total.length; unit++) {
    const group = stage.groupOfUnit[unit] ?? 0;
    mean[group] = (mean[group] ?? 0) + (total[unit] ?? 0) / (sampled[group] ?? 1);
  }
  return total.map((own, unit) => {
    const group = stage.groupOfUnit[unit] ?? 0;
    return sampled[group] === 1 ? own : own - (mean[group] ?? 0);
  });
}

/** n/(n−1) times the share of the stages before; what a group with one unit counts for is the design's choice. */
export function groupFactors(stage: Stage, share: Float64Array, lonely: Lonely): Float64Array {
  const sampled = unitsOfGroups(stage);
  const factor = share.map((own, group) => {
    const n = sampled[group] ?? 0;
    if (n > 1) return (own * n) / (n - 1);
    return lonely === "adjust" ? own : 0;
  });
  if (lonely === "certainty" || lonely === "adjust") return factor;
  const raise = raiseForLonely(stage, sampled);
  return factor.map((own, group) => {
    if (share[group] === 0) return 0;
    const by = raise.get(stage.parentOfGroup[group] ?? 0) ?? 1;
    if (by === Infinity) throw oneUnitOnly();
    return own * by;
  });
}

/**
 * The mean variance for each lonely group, as a factor on the others inside the same parent unit: all groups over those
 * whose variance can be seen. Groups drawn whole are seen to have none.
 */
function raiseForLonely(stage: Stage, sampled: Int32Array): Map<number, number> {
  const whole = new Uint8Array(sampled.length);
  for (const [unit, group] of stage.groupOfUnit.entries()) {
    whole[group] = Number(drawnWhole(stage.fraction[unit] ?? 0));
  }
  const counts = new Map<number, { all: number; seen: number }>();
  for (const [group, parent] of stage.parentOfGroup.entries()) {
    const count = counts.get(parent) ?? { all: 0, seen: 0 };
    count.all += 1;
    if ((sampled[group] ?? 0) > 1 || whole[group] === 1) count.seen += 1;
    counts.set(parent, count);
  }
  return new Map(Array.from(counts, ([parent, { all, seen }]) => [parent, all / seen]));
}
