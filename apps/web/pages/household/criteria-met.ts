/** How many criteria of each exit standard a household meets: two standards that hold at once are two fractions. */
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { isExitCriterion } from "../../../../engines/policy/exit-criterion.ts";
import { besideRepeated, mattersOf, partsWith } from "../../../../engines/policy/matter.ts";

export interface CriteriaMet {
  standard: NonNullable<RuleVerdict["standard"]>;
  met: number;
  /** Criteria that concern the household; a criterion of members counts once. */
  all: number;
}

type Judged = Pick<RuleVerdict, "ruleId" | "kind" | "standard" | "outcome">;

interface Failing extends Judged, Pick<RuleVerdict, "repeats"> {
  parts: readonly { required: { zh: string }; outcome: RuleVerdict["outcome"] }[];
}

/** How many things keep the household from exiting: what two standards ask is one. */
export function failedMattersOf(verdicts: readonly Failing[]): number {
  const failed = verdicts.filter((one) => isExitCriterion(one) && one.outcome === "fail");
  const rules = new Map(
    failed.map(({ ruleId: id, repeats, parts }) => [id, { id, repeats, parts: partsWith("fail", parts) }]),
  );
  return mattersOf([...rules.values()]).length;
}

export function criteriaMetOf(verdicts: readonly Judged[]): CriteriaMet[] {
  const concerned = verdicts.filter((one) => isExitCriterion(one) && one.outcome !== "notApplicable");
  const byStandard = Map.groupBy(concerned, ({ standard }) => standard?.id);
  return [...byStandard.values()].flatMap((criteria) => {
    const standard = criteria[0]?.standard;
    if (!standard) return [];
    const byRule = [...Map.groupBy(criteria, ({ ruleId }) => ruleId).values()];
    const met = byRule.filter((ofRule) => ofRule.every(({ outcome }) => outcome === "pass")).length;
    return [{ standard, met, all: byRule.length }];
  });
}

/** What a province asks again stands behind what it repeats, so that both are read as one thing. */
export function inOrderOfMatters<One extends Pick<RuleVerdict, "ruleId" | "repeats">>(
  verdicts: readonly One[],
): One[] {
  const named = verdicts.map((one) => ({ id: one.ruleId, repeats: one.repeats, one }));
  return besideRepeated(named).flatMap(({ first, again }) => [first.one, ...again.map(({ one }) => one)]);
}
