/** What an interval can be computed from; anything else is a sentence to whoever asked. */
import { InputError } from "../../input-error.ts";

/** @throws InputError interval.bad-level unless 0 < level < 1 */
export function requireLevel(level: number): number {
  if (level > 0 && level < 1) return level;
  throw new InputError("interval.bad-level", {
    zh: `置信水平应在0和1之间，例如0.95；给出的是${level}。`,
    en: `A confidence level lies between 0 and 1, as 0.95; given: ${level}.`,
  });
}

/** @throws InputError interval.bad-alpha unless 0 < alpha < 1 */
export function requireAlpha(alpha: number): number {
  if (alpha > 0 && alpha < 1) return alpha;
  throw new InputError("interval.bad-alpha", {
    zh: `错误概率应在0和1之间，例如0.05；给出的是${alpha}。`,
    en: `A probability of error lies between 0 and 1, as 0.05; given: ${alpha}.`,
  });
}

/** @throws InputError interval.bad-count unless 0 ≤ events ≤ n and n > 0 */
export function requireCount(events: number, n: number): void {
  if (n > 0 && n < Infinity && events >= 0 && events <= n) return;
  throw new InputError("interval.bad-count", {
    zh: `样本数应大于0，事件数应在0和样本数之间；给出的是${events}/${n}。`,
    en: `The sample should hold at least one, and the events be from 0 to the sample; given: ${events} of ${n}.`,
  });
}

/** @throws InputError interval.bad-estimate unless both are finite and the standard error is not negative */
export function requireEstimate(estimate: number, standardError: number): void {
  if (Number.isFinite(estimate) && Number.isFinite(standardError) && standardError >= 0) return;
  throw new InputError("interval.bad-estimate", {
    zh: `估计值和标准误应为有限的数，标准误不为负；给出的是${estimate}和${standardError}。`,
    en: `Estimate and standard error should be finite, the standard error not negative; given: ${estimate}, ${standardError}.`,
  });
}

/** A share a hair outside 0..1 is rounding of the estimate. @throws InputError interval.bad-proportion */
export function requireProportion(proportion: number): number {
  if (proportion >= -1e-9 && proportion <= 1 + 1e-9) return Math.min(1, Math.max(0, proportion));
  throw new InputError("interval.bad-proportion", {
    zh: `比例应在0和1之间；给出的是${proportion}。`,
    en: `A proportion lies from 0 to 1; given: ${proportion}.`,
  });
}

/** @throws InputError interval.no-degrees-of-freedom unless above zero */
export function requireDegreesOfFreedom(degreesOfFreedom: number): number {
  if (degreesOfFreedom > 0) return degreesOfFreedom;
  throw new InputError("interval.no-degrees-of-freedom", {
    zh: "自由度（村数减层数）应大于0：每层至少两个村，才能估计误差。",
    en: "The degrees of freedom (clusters minus strata) should be above zero: the error of a stratum needs two clusters.",
  });
}
