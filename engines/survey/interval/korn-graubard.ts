/**
 * Limits of a proportion from a complex sample: E. L. Korn, B. I. Graubard, Confidence intervals for proportions with small
 * expected number of positive counts estimated from survey data, Survey Methodology 24 (1998) 193.
 */
import { studentQuantile } from "../distributions/student-t.ts";
import { type Interval, clopperPearson, clopperPearsonLower, clopperPearsonUpper } from "./interval.ts";
import {
  requireAlpha,
  requireCount,
  requireDegreesOfFreedom,
  requireEstimate,
  requireLevel,
  requireProportion,
} from "./interval-input.ts";

export interface SurveyProportion {
  /** Share 0..1. */
  proportion: number;
  standardError: number;
  /** Rows of the design, those with a missing value included. */
  rows: number;
  /** Clusters − strata. */
  degreesOfFreedom: number;
  /** At most as many as were asked, as in the plan; R's svyciprop("beta") does not cap. */
  capped: boolean;
  /** Households (or persons) asked in the domain, for the cap and the no-event rule; all rows when absent. */
  asked?: number;
  /** Fixed in the plan, for samples that show no variance; 2 when absent. */
  plannedDesignEffect?: number;
}

export interface OneSidedLimits {
  lower: number;
  upper: number;
  effectiveSize: number;
}

/**
 * n_eff = p(1−p)/SE² · (t_{rows−1}/t_df)², both t at (1+level)/2, then Clopper-Pearson with x = n_eff·p. Where the sample
 * shows no variance (nobody, or everybody, as a rule), n_eff = asked / planned design effect: see `effectiveSize`.
 * @throws InputError interval.bad-level, interval.bad-estimate, interval.bad-proportion, interval.no-degrees-of-freedom
 */
export function kornGraubard(
  given: SurveyProportion & { level: number },
): Interval & { effectiveSize: number } {
  const level = requireLevel(given.level);
  const size = effectiveSize(given, level);
  const events = size * requireProportion(given.proportion);
  return { ...clopperPearson({ events, n: size, level }), effectiveSize: size };
}

/**
 * The lower and the upper limit, each at 1 − alpha on its own side. The t of n_eff stays at 0.975 whatever alpha is, so that
 * one sample has one effective size.
 * @throws InputError interval.bad-alpha and as kornGraubard
 */
export function kornGraubardLimits(given: SurveyProportion & { alpha: number }): OneSidedLimits {
  const alpha = requireAlpha(given.alpha);
  const size = effectiveSize(given, 0.95);
  const events = size * requireProportion(given.proportion);
  return {
    lower: clopperPearsonLower(events, size, alpha),
    upper: clopperPearsonUpper(events, size, alpha),
    effectiveSize: size,
  };
}

/** A variance that is so small beside p(1−p) is what rounding left of none: no sample is worth 10¹⁰ draws. */
const roundingOfVariance = 1e-10;

/**
 * How many simple random draws would tell as much. A sample whose standard error is 0 says nothing of its design effect: then
 * n_eff = asked / planned design effect, and for no event the upper limit is 1 − alpha^(1/n_eff).
 */
function effectiveSize(given: SurveyProportion, level: number): number {
  const p = requireProportion(given.proportion);
  const { standardError, rows, asked = rows, plannedDesignEffect = 2 } = given;
  requireEstimate(p, standardError);
  requireCount(0, asked);
  const spread = p * (1 - p);
  if (spread === 0 || standardError ** 2 <= spread * roundingOfVariance) return asked / plannedDesignEffect;
  const at = (1 + level) / 2;
  const ownT = studentQuantile(at, requireDegreesOfFreedom(rows - 1));
  const designT = studentQuantile(at, requireDegreesOfFreedom(given.degreesOfFreedom));
  const size = (spread / standardError ** 2) * (ownT / designT) ** 2;
  return given.capped ? Math.min(asked, size) : size;
}
