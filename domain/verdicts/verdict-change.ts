/** What a change of the register made of the rules of one household. Several members of a rule are one finding. */
import type { Outcome } from "../../engines/policy/value.ts";

export interface KnownOutcome {
  ruleId: string;
  kind: string;
  memberId: string | null;
  outcome: Outcome;
}

/** Ids of rules, in the order of the policy. */
export interface VerdictChange {
  mended: string[];
  failing: string[];
}

/**
 * Mended: somebody failed the rule before, nobody fails it now, and each who failed now meets it or is no longer concerned by
 * it; that nobody can tell any more mends nothing. Failing: nobody failed it before and somebody does now. Rules that only
 * sort households into classes are left out: to be in none of them is no issue.
 */
export function changeBetween(
  before: readonly KnownOutcome[],
  after: readonly KnownOutcome[],
): VerdictChange {
  const failedBefore = failuresOf(before);
  const failsNow = failuresOf(after);
  const unknownNow = new Set(
    after
      .filter(({ outcome }) => outcome === "unknown")
      .map(({ ruleId, memberId }) => caseOf(ruleId, memberId)),
  );
  const isSettled = (ruleId: string, members: readonly (string | null)[]): boolean =>
    members.every((memberId) => !unknownNow.has(caseOf(ruleId, memberId)));
  const judgedNow = new Set(after.map(({ ruleId }) => ruleId));
  return {
    mended: [...failedBefore]
      .filter(([id, members]) => judgedNow.has(id) && !failsNow.has(id) && isSettled(id, members))
      .map(([id]) => id),
    failing: [...failsNow.keys()].filter((id) => !failedBefore.has(id)),
  };
}

function caseOf(ruleId: string, memberId: string | null): string {
  return `${ruleId} ${memberId ?? ""}`;
}

/** By rule: who fails it; null is the household itself. */
function failuresOf(outcomes: readonly KnownOutcome[]): Map<string, (string | null)[]> {
  const failed = outcomes.filter(({ kind, outcome }) => outcome === "fail" && kind !== "eligibility");
  return new Map(
    [...Map.groupBy(failed, ({ ruleId }) => ruleId)].map(([id, ones]) => [
      id,
      ones.map(({ memberId }) => memberId),
    ]),
  );
}
