/** Which verdicts come out differently after an edit, rule by rule. */
import type { ExitOutcome, Outcome } from "../../../../domain/verdicts/list/household-list.contract.ts";
import type { HouseholdVerdicts, RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";

export interface VerdictChange {
  key: string;
  title: { zh: string; en: string };
  kind: string;
  standard: RuleVerdict["standard"];
  maskedMember: string | null;
  from: Outcome;
  to: Outcome;
}

export function changesBetween(before: HouseholdVerdicts, after: HouseholdVerdicts): VerdictChange[] {
  const earlier = new Map(before.verdicts.map((one) => [keyOf(one), one.outcome]));
  return after.verdicts.flatMap((one) => {
    const from = earlier.get(keyOf(one)) ?? "notApplicable";
    const { title, kind, standard, maskedMember, outcome: to } = one;
    return from === to ? [] : [{ key: keyOf(one), title, kind, standard, maskedMember, from, to }];
  });
}

/** Whether the household may exit, where an edit changes it. */
export function exitChange(
  before: HouseholdVerdicts,
  after: HouseholdVerdicts,
): { from: ExitOutcome; to: ExitOutcome } | null {
  const [from, to] = [before.exit.outcome, after.exit.outcome];
  return from === to ? null : { from, to };
}

function keyOf({ ruleId, memberId }: RuleVerdict): string {
  return `${ruleId} ${memberId ?? ""}`;
}
