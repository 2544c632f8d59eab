/**
 * How many checks of the data found something, and how many could not be made: no issue found needs both to be zero. A check
 * counts once, of however many members it was made.
 */
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";

export interface IssueCounts {
  issues: number;
  /** Of the issues: what must be mended. */
  grave: number;
  /** Of the issues: what merely looks odd. */
  suspicious: number;
  unknown: number;
}

type Check = Pick<RuleVerdict, "ruleId" | "kind" | "severity" | "outcome">;

export function issueCountsOf(verdicts: readonly Check[]): IssueCounts {
  const checks = verdicts.filter(({ kind }) => kind === "quality");
  const found = rulesOf(checks, (one) => one.outcome === "fail");
  const unknown = rulesOf(checks, (one) => one.outcome === "unknown");
  const ofGravity = (severity: string): number =>
    rulesOf(checks, (one) => one.outcome === "fail" && one.severity === severity).size;
  return {
    issues: found.size,
    grave: ofGravity("must"),
    suspicious: ofGravity("suspicious"),
    unknown: unknown.difference(found).size,
  };
}

function rulesOf(checks: readonly Check[], wanted: (check: Check) => boolean): Set<string> {
  return new Set(checks.filter(wanted).map(({ ruleId }) => ruleId));
}
