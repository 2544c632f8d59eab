/** What a few households do not meet, as the last evaluation or edit left it. */
import type { Work } from "../access/work.ts";
import { type AppliedRule, getAppliedPolicy } from "./policy/applied-rule.ts";
import { listKeptFacts } from "./evaluation/fact.sql.ts";
import { prefixed } from "./evaluation/fact-values.ts";
import { presentFailed } from "./failed-rule.ts";
import { type OutcomeRow, listOutcomes } from "./failed-rule.sql.ts";
import { isFinding } from "./finding-order.ts";
import type { HouseholdRow } from "./list/household-list.contract.ts";
import type { FailedRule } from "./policy/policy.contract.ts";
import { isInForce, standardHolds } from "./figures/rule-count.ts";
import { ruleColumn } from "./verdict.sql.ts";

/** By id of the household, the gravest first. @throws Problem verdict.no-policies */
export async function listFailedRules(
  work: Work,
  year: number,
  households: readonly Pick<HouseholdRow, "countyCode" | "id">[],
): Promise<ReadonlyMap<string, FailedRule[]>> {
  const failed = new Map<string, FailedRule[]>();
  for (const [county, own] of Map.groupBy(households, ({ countyCode }) => countyCode)) {
    const ids = own.map(({ id }) => id);
    for (const [id, rules] of await listOfCounty(work, county, year, ids)) failed.set(id, rules);
  }
  return failed;
}

async function listOfCounty(
  work: Work,
  county: string,
  year: number,
  ids: readonly string[],
): Promise<[string, FailedRule[]][]> {
  const policy = await getAppliedPolicy(work.tx);
  const rules = policy.rules.filter(
    ({ row, compiled }) => isFinding(compiled.rule) && isInForce(row, county, year),
  );
  const standards = policy.standards.filter((standard) => standardHolds(standard, county, year));
  const rows = Map.groupBy(await listOutcomes(work.tx, county, year, ids), (row) => row.household_id);
  const facts = new Map(
    (await listKeptFacts(work.tx, county, year, ids)).map((row) => [row.household_id, row]),
  );
  return ids.map((id) => {
    const own = rules.filter((rule) => hasFailed(rule, rows.get(id) ?? []));
    const known = prefixed("household", facts.get(id) ?? {});
    return [
      id,
      presentFailed(
        own.map(({ compiled }) => compiled),
        known,
        standards,
      ),
    ];
  });
}

function hasFailed({ row }: AppliedRule, rows: readonly OutcomeRow[]): boolean {
  return rows.some(({ unit, outcomes }) => unit === row.unit && outcomes[ruleColumn(row.ordinal)] === 0);
}
