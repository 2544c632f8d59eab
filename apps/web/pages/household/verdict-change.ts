/** Which verdicts come out differently: the exit check first, then rule by rule. */
import type { Outcome } from "../../../../domain/verdicts/household-list.contract.ts";
import type { HouseholdVerdicts, RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";

export interface VerdictChange {
  key: string;
  title: { zh: string; en: string };
  kind: string;
  from: Outcome;
  to: Outcome;
}

const exitTitle = { zh: "退出核查", en: "Exit check" };

export function changesBetween(before: HouseholdVerdicts, after: HouseholdVerdicts): VerdictChange[] {
  const earlier = new Map(before.verdicts.map((one) => [keyOf(one), one.outcome]));
  const rules = after.verdicts.flatMap((one) => {
    const from = earlier.get(keyOf(one)) ?? "notApplicable";
    return from === one.outcome
      ? []
      : [{ key: keyOf(one), title: one.title, kind: one.kind, from, to: one.outcome }];
  });
  const exit = {
    key: "exit",
    title: exitTitle,
    kind: "exit",
    from: before.exit.outcome,
    to: after.exit.outcome,
  };
  return exit.from === exit.to ? rules : [exit, ...rules];
}

function keyOf({ ruleId, memberId }: RuleVerdict): string {
  return `${ruleId} ${memberId ?? ""}`;
}
