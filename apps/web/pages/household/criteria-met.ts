/** How many criteria of each exit standard a household meets: two standards that hold at once are two fractions. */
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { isExitCriterion } from "../../design/exit-criterion.ts";

export interface CriteriaMet {
  standard: NonNullable<RuleVerdict["standard"]>;
  met: number;
  /** Criteria that concern the household; a criterion of members counts once. */
  all: number;
}

type Judged = Pick<RuleVerdict, "ruleId" | "kind" | "standard" | "outcome">;

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
