/** A line of a rule and the line of one that asks it again: where both are the same households, one line says it all. */
import type { RuleCount } from "../../../domain/verdicts/figures/figure.contract.ts";

/** True where exactly the same households fail both, and the second says nothing of its own of any of them. */
export function failsTheSame(
  first: Pick<RuleCount, "fail">,
  again: Pick<RuleCount, "fail" | "failAgain" | "repeats">,
): boolean {
  return again.repeats.length === 1 && again.failAgain === again.fail && again.fail === first.fail;
}
