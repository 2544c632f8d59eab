/** A rate corrected for assessors who err: W. J. Rogan, B. Gladen, American Journal of Epidemiology 107 (1978) 71. */
import { InputError } from "../../input-error.ts";
import { requireEstimate, requireProportion } from "../interval/interval-input.ts";

/** A share 0..1 and its standard error. */
export interface MeasuredShare {
  estimate: number;
  standardError: number;
}

export interface CorrectedRate extends MeasuredShare {
  /** Before it is kept inside 0..1; below 0 when the assessors' own errors explain more than was found. */
  uncorrectedForRange: number;
}

/**
 * p = (p_obs + Sp − 1)/(Se + Sp − 1); variance by the delta method,
 * (V(p_obs) + p² V(Se) + (1−p)² V(Sp))/(Se + Sp − 1)², the three measured independently.
 * @param observed share of households that assessors called wrong
 * @param sensitivity share of truly wrong ones that they call wrong, from the back-check
 * @param specificity share of truly right ones that they call right
 * @throws InputError decision.no-better-than-chance, interval.bad-estimate, interval.bad-proportion
 */
export function roganGladen(
  observed: MeasuredShare,
  sensitivity: MeasuredShare,
  specificity: MeasuredShare,
): CorrectedRate {
  for (const { estimate, standardError } of [observed, sensitivity, specificity]) {
    requireEstimate(estimate, standardError);
    requireProportion(estimate);
  }
  const reach = sensitivity.estimate + specificity.estimate - 1;
  if (!(reach > 0)) throw noBetterThanChance();
  const raw = (observed.estimate + specificity.estimate - 1) / reach;
  const variance =
    observed.standardError ** 2 +
    (raw * sensitivity.standardError) ** 2 +
    ((1 - raw) * specificity.standardError) ** 2;
  return {
    estimate: Math.min(1, Math.max(0, raw)),
    standardError: Math.sqrt(variance) / reach,
    uncorrectedForRange: raw,
  };
}

function noBetterThanChance(): InputError {
  return new InputError("decision.no-better-than-chance", {
    zh: "灵敏度与特异度之和应大于1：否则核查结果与抛硬币无异，无法校正。",
    en: "Sensitivity and specificity should sum to more than 1: a check no better than chance corrects nothing.",
  });
}
