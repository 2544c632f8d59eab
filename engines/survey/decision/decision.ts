/** Is the true rate below the limit? Three answers, from one-sided limits: yes, no, and not enough evidence. */
import { InputError } from "../../input-error.ts";
import { type SurveyProportion, kornGraubardLimits } from "../interval/korn-graubard.ts";
import { requireAlpha } from "../interval/interval-input.ts";

export type Decision = "certified" | "failed" | "inconclusive";

export interface RateDecision {
  decision: Decision;
  /** Shares 0..1; upper and lower each hold with probability 1 − alpha on their own side. */
  estimate: number;
  upper: number;
  lower: number;
  effectiveSize: number;
  limit: number;
  alpha: number;
}

/**
 * Certified when the upper limit is below `limit`, failed when the lower limit is above it, otherwise inconclusive. Limits:
 * Korn-Graubard, the effective size capped at those asked. A place at the limit or above is then certified with probability
 * near alpha at most, whatever the sample.
 * @param given share 0..1 and its standard error as the design gives it; limit 0..1
 * @throws InputError decision.bad-limit, and as kornGraubardLimits
 */
export function decideRate(
  given: Omit<SurveyProportion, "capped"> & { limit: number; alpha: number },
): RateDecision {
  requireLimit(given.limit);
  const { upper, lower, effectiveSize } = kornGraubardLimits({ ...given, capped: true });
  return {
    decision: decide({ upper, lower }, given.limit),
    estimate: given.proportion,
    upper,
    lower,
    effectiveSize,
    limit: given.limit,
    alpha: given.alpha,
  };
}

/** The three answers from limits that are known. */
export function decide({ upper, lower }: { upper: number; lower: number }, limit: number): Decision {
  if (upper < limit) return "certified";
  return lower > limit ? "failed" : "inconclusive";
}

/**
 * The alpha of each look when the sample may be extended: alpha / looks (Bonferroni), so that all looks together stay within
 * alpha.
 * @param looks how many in all, 1 or more
 * @throws InputError interval.bad-alpha, decision.bad-looks
 */
export function alphaOfLook(alpha: number, looks: number): number {
  requireAlpha(alpha);
  if (Number.isSafeInteger(looks) && looks >= 1) return alpha / looks;
  throw new InputError("decision.bad-looks", {
    zh: `看几次应为不小于1的整数；给出的是${looks}。`,
    en: `The number of looks should be a whole number of at least 1; given: ${looks}.`,
  });
}

export interface LooksDecision {
  decision: Decision;
  /** Which look decided: 1, or 2 after the extension. */
  look: 1 | 2;
  /** Nothing more may follow: decided, or still open after the extension, which is published as 未能证明达标. */
  final: boolean;
}

/**
 * Two looks: the first sample decides unless it is inconclusive; then the extension, and its answer is the last. The second
 * look is made on both samples together. Each was decided with `alphaOfLook(alpha, 2)`.
 */
export function decideByLooks(first: Decision, second?: Decision): LooksDecision {
  if (first !== "inconclusive") return { decision: first, look: 1, final: true };
  if (second === undefined) return { decision: first, look: 1, final: false };
  return { decision: second, look: 2, final: true };
}

/** @throws InputError decision.bad-limit unless 0 < limit < 1 */
export function requireLimit(limit: number): void {
  if (limit > 0 && limit < 1) return;
  throw new InputError("decision.bad-limit", {
    zh: `界限应在0和1之间，例如0.02；给出的是${limit}。`,
    en: `The limit lies between 0 and 1, as 0.02; given: ${limit}.`,
  });
}
