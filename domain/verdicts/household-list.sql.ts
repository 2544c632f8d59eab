/** The list of households with what the evaluation says of them: pages by key, filters, no count of everything. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { HouseholdCursor } from "./household-list.contract.ts";
import { ruleColumn } from "./verdict.sql.ts";

/** What a list asks for; outcomes are 1 pass, 0 fail, 2 not applicable, null unknown. */
export interface HouseholdFilter {
  areaLow: string;
  areaHigh: string;
  year: number;
  exitStatus?: readonly string[] | undefined;
  attribute?: readonly string[] | undefined;
  cause?: readonly string[] | undefined;
  exitOutcome?: { value: number | null } | undefined;
  rule?: { ordinal: number; unit: "household" | "member"; value: number | null } | undefined;
  /** Only these households (a search found them). */
  households?: readonly { countyCode: string; householdId: string }[] | undefined;
  /** Only the households that this helper is assigned to. */
  helperId?: string | undefined;
}

export interface HouseholdListRow {
  county_code: string;
  household_id: string;
  register_no: string;
  area_code: string;
  village: string | null;
  head_name: string | null;
  persons: number | null;
  exit_status: string | null;
  attribute: string | null;
  main_cause: string | null;
  net_income: number | null;
  evaluated: boolean;
  exit_outcome: number | null;
}

/** Rows after the cursor in the order of county and household number. */
export async function pageOfHouseholds(
  tx: Tx,
  filter: HouseholdFilter,
  after: HouseholdCursor | undefined,
  limit: number,
): Promise<HouseholdListRow[]> {
  const cursor = after
    ? sql`and (h.county_code, h.register_no) > (${after.countyCode}, ${after.registerNo})`
    : sql``;
  const result = await sql<HouseholdListRow>`
    select page.*, d.name as village, f.persons, f.net_income, v.household_id is not null as evaluated, v.exit_outcome
    from (
      select h.county_code, h.household_id, h.year, h.register_no, h.area_code, h.head_name, h.exit_status, h.attribute,
        h.main_cause
      ${matching(filter)} ${cursor}
      order by h.county_code, h.register_no limit ${limit}
    ) page
    left join verdicts.fact f
      on f.county_code = page.county_code and f.household_id = page.household_id and f.year = page.year
    left join verdicts.verdict v
      on v.county_code = page.county_code and v.household_id = page.household_id and v.year = page.year
    left join registry.division d on d.code = page.area_code and d.valid_to is null
    order by page.county_code, page.register_no`.execute(tx);
  return result.rows;
}

/** Number of matches, counted no further than `cap`. */
export async function countHouseholds(tx: Tx, filter: HouseholdFilter, cap: number): Promise<number> {
  const result = await sql<{ total: number }>`
    select count(*)::int as total from (select 1 ${matching(filter)} limit ${cap}) counted`.execute(tx);
  return result.rows[0]?.total ?? 0;
}

function matching(filter: HouseholdFilter): RawBuilder<unknown> {
  return sql`
    from registry.household_year h ${verdictJoin(filter)}
    where h.year = ${filter.year} and h.area_code between ${filter.areaLow} and ${filter.areaHigh}
      and h.county_code between left(${filter.areaLow}, 6) and left(${filter.areaHigh}, 6)
      ${oneOf("h.exit_status", filter.exitStatus)} ${oneOf("h.attribute", filter.attribute)}
      ${oneOf("h.main_cause", filter.cause)}
      ${filter.exitOutcome ? equals("v.exit_outcome", filter.exitOutcome.value) : sql``}
      ${ruleCondition(filter.rule)} ${foundCondition(filter.households)} ${helperCondition(filter.helperId)}`;
}

function verdictJoin(filter: HouseholdFilter): RawBuilder<unknown> {
  if (!filter.exitOutcome && filter.rule?.unit !== "household") return sql``;
  return sql`join verdicts.verdict v
    on v.county_code = h.county_code and v.household_id = h.household_id and v.year = h.year`;
}

function oneOf(column: string, codes: readonly string[] | undefined): RawBuilder<unknown> {
  return codes && codes.length > 0 ? sql`and ${sql.ref(column)} = any (${codes})` : sql``;
}

function equals(column: string, value: number | null): RawBuilder<unknown> {
  return value === null ? sql`and ${sql.ref(column)} is null` : sql`and ${sql.ref(column)} = ${value}`;
}

function ruleCondition(rule: HouseholdFilter["rule"]): RawBuilder<unknown> {
  if (!rule) return sql``;
  const column = ruleColumn(rule.ordinal);
  if (rule.unit === "household") return equals(`v.${column}`, rule.value);
  return sql`and exists (select from verdicts.member_verdict m where m.county_code = h.county_code
    and m.household_id = h.household_id and m.year = h.year ${equals(`m.${column}`, rule.value)})`;
}

function foundCondition(found: HouseholdFilter["households"]): RawBuilder<unknown> {
  if (!found) return sql``;
  const counties = found.map((one) => one.countyCode);
  const ids = found.map((one) => one.householdId);
  return sql`and (h.county_code, h.household_id) in (select * from unnest(${counties}::text[], ${ids}::uuid[]))`;
}

function helperCondition(helperId: string | undefined): RawBuilder<unknown> {
  if (!helperId) return sql``;
  return sql`and exists (select from registry.helper_assignment a where a.county_code = h.county_code
    and a.household_id = h.household_id and a.helper_id = ${helperId} and a.ended_on is null)`;
}
