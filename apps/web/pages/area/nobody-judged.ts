/** Whether a place has households and no exit standard for any of them: there is nothing to show of their outcomes. */
import type { Counts } from "../../../../domain/verdicts/figures/figure.contract.ts";

export function isNobodyJudged({
  households,
  exitNoStandard,
}: Pick<Counts, "households" | "exitNoStandard">): boolean {
  return exitNoStandard > 0 && exitNoStandard === households;
}
