/** How many checks of the data found something, and how many could not be made: no issue found needs both to be zero. */
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";

export function issueCountsOf(verdicts: readonly Pick<RuleVerdict, "kind" | "outcome">[]): {
  issues: number;
  unknown: number;
} {
  const checks = verdicts.filter(({ kind }) => kind === "quality");
  return {
    issues: checks.filter(({ outcome }) => outcome === "fail").length,
    unknown: checks.filter(({ outcome }) => outcome === "unknown").length,
  };
}
