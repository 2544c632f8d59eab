/** What a few households do not meet, as the last evaluation or edit left it. */
import { failingName } from "../../engines/policy/rule.ts";
import type { Work } from "../access/work.ts";
import { type AppliedPolicy, type AppliedRule, getAppliedPolicy } from "./policy/applied-rule.ts";
import { type OutcomeRow, listOutcomes } from "./failed-rule.sql.ts";
import { compareFindings, isFinding } from "./finding-order.ts";
import type { HouseholdRow } from "./list/household-list.contract.ts";
import { findStandardOf } from "./policy/policy-data.ts";
import type { FailedRule } from "./policy/policy.contract.ts";
import { isInForce } from "./figures/rule-count.ts";
import { ruleColumn } from "./verdict.sql.ts";

/** By id of the household, the gravest first. @throws Problem verdict.no-policies */
export async function listFailedRules(
  work: Work,
  year: number,
  households: readonly Pick<HouseholdRow, "countyCode" | "id">[],
): Promise<ReadonlyMap<string, FailedRule[]>> {
  const policy = await getAppliedPolicy(work.tx);
  const failed = new Map<string, FailedRule[]>();
  for (const county of new Set(households.map(({ countyCode }) => countyCode))) {
    const ids = households.filter(({ countyCode }) => countyCode === county).map(({ id }) => id);
    const rows = await listOutcomes(work.tx, county, year, ids);
    const rules = policy.rules.filter(
      ({ row, compiled }) => isFinding(compiled.rule) && isInForce(row, county, year),
    );
    for (const id of ids) {
      const own = rows.filter((row) => row.household_id === id);
      failed.set(
        id,
        present(
          policy,
          rules.filter((rule) => hasFailed(rule, own)),
        ),
      );
    }
  }
  return failed;
}

function hasFailed({ row }: AppliedRule, rows: readonly OutcomeRow[]): boolean {
  return rows.some(({ unit, outcomes }) => unit === row.unit && outcomes[ruleColumn(row.ordinal)] === 0);
}

function present({ standards }: AppliedPolicy, rules: AppliedRule[]): FailedRule[] {
  return rules
    .map(({ compiled: { rule } }) => ({
      id: rule.id,
      kind: rule.kind,
      severity: rule.severity,
      title: rule.title,
      failing: failingName(rule),
      standard: findStandardOf(rule.id, standards),
    }))
    .sort(compareFindings);
}
