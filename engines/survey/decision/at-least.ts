/** The decision about a share that should be high, by that about its complement. */
import type { RateDecision } from "./decision.ts";

/** 1 − each value; NaN stays. @param has 1 has it, 0 has it not, NaN not known */
export function complementOf(has: Float64Array): Float64Array {
  return has.map((value) => 1 - value);
}

/**
 * Says a decision about the complement of the share itself: certified when its lower limit is above `limit`, failed when its
 * upper limit is below. A share that is known reaches the limit at the limit, too.
 * @param ofComplement as decided for `complementOf` and 1 − limit
 */
export function decideAtLeast(ofComplement: RateDecision, limit: number): RateDecision {
  const [estimate, upper, lower] = [
    1 - ofComplement.estimate,
    1 - ofComplement.lower,
    1 - ofComplement.upper,
  ];
  const decision =
    ofComplement.decision === "inconclusive" && upper === lower ? "certified" : ofComplement.decision;
  return { ...ofComplement, decision, estimate, upper, lower, limit };
}
