/** The list of households with what the evaluation says of them: pages by key, filters, no count of everything. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  exitedCondition,
  helpedCondition,
  monitoredCondition,
  poorVillageCondition,
} from "./book-conditions.sql.ts";
import { type FailedAndFound, failedAndFound } from "./failed-and-found.sql.ts";
import type { ListOrder, PeriodState, YesNoUnknown } from "./household-list.contract.ts";
import { type PeriodAsked, periodCondition } from "../periods/period.sql.ts";
import { ruleColumn } from "../verdict.sql.ts";

/** What a list asks for; outcomes are 1 pass, 0 fail, 2 not applicable, null unknown. */
export interface HouseholdFilter extends FailedAndFound {
  areaLow: string;
  areaHigh: string;
  year: number;
  exitStatus?: readonly string[] | undefined;
  attribute?: readonly string[] | undefined;
  cause?: readonly string[] | undefined;
  /** With or without a helper at the end of the year, or not on record. */
  helped?: YesNoUnknown | undefined;
  /** Monitored and not eliminated, or not, or not on record. */
  monitored?: YesNoUnknown | undefined;
  /** In a poor village or in another one. */
  poorVillage?: boolean | undefined;
  /** Left poverty in the year of the book, or not. */
  exited?: boolean | undefined;
  exitOutcome?: { value: number | null } | undefined;
  rule?: { ordinal: number; unit: "household" | "member"; value: number | null } | undefined;
  period?: { asked: PeriodAsked; state: PeriodState } | undefined;
  /** Only these households (a search found them). */
  households?: readonly { countyCode: string; householdId: string }[] | undefined;
  /** Only the households that this helper is assigned to. */
  helperId?: string | undefined;
  order?: ListOrder | undefined;
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

/** Counties of the filter's range that have books of its year, in the order of the list: an index probe each. */
export async function listCounties(tx: Tx, filter: HouseholdFilter): Promise<string[]> {
  const result = await sql<{ county: string }>`
    select left(d.code, 6) as county
    from (select distinct code from registry.division where level = 3
      and code between rpad(left(${filter.areaLow}, 6), 12, '0') and rpad(left(${filter.areaHigh}, 6), 12, '9')) d
    cross join lateral (select from registry.household_year h
      where h.county_code = left(d.code, 6) and h.year = ${filter.year}
      order by h.county_code, h.year, h.register_no limit 1) book
    order by county ${direction(filter)}`.execute(tx);
  return result.rows.map((row) => row.county);
}

/**
 * Rows of one county behind a household number, in the order of the list. The county is a constant of the
 * statement, so that one partition is planned and read and not those of a whole province.
 */
export async function pageOfCounty(
  tx: Tx,
  filter: HouseholdFilter,
  county: string,
  after: string | undefined,
  limit: number,
): Promise<HouseholdListRow[]> {
  const order = direction(filter);
  const behind = filter.order === "descending" ? sql`<` : sql`>`;
  const cursor = after === undefined ? sql`` : sql`and h.register_no ${behind} ${after}`;
  const judged = await failedAndFound(tx, filter, county, filter.year);
  if (!filter.households) await walkInOrder(tx, true);
  const page = sql`
    select h.county_code, h.household_id, h.year, h.register_no, h.area_code, h.head_name, h.exit_status, h.attribute,
      h.main_cause
    ${matching(filter, county)} ${judged} ${cursor}
    order by h.county_code ${order}, h.register_no ${order} limit ${limit}`;
  const result = await sql<HouseholdListRow>`
    ${withVerdicts(page, [county], filter.year)} order by page.register_no ${order}`.execute(tx);
  if (!filter.households) await walkInOrder(tx, false);
  return result.rows;
}

/** Which households of a search the other filters leave of a county, in the order of the list. */
export async function listFound(
  tx: Tx,
  filter: HouseholdFilter,
  county: string,
): Promise<{ countyCode: string; householdId: string }[]> {
  const judged = await failedAndFound(tx, filter, county, filter.year);
  const result = await sql<{ countyCode: string; householdId: string }>`
    select h.county_code as "countyCode", h.household_id as "householdId" ${matching(filter, county)} ${judged}
    order by h.register_no ${direction(filter)}`.execute(tx);
  return result.rows;
}

/** The number of a household in the book of the year; undefined when it has none, or is out of sight. */
export async function findRegisterNo(
  tx: Tx,
  county: string,
  householdId: string,
  year: number,
): Promise<string | undefined> {
  const book = await tx
    .selectFrom("registry.household_year")
    .select("register_no")
    .where("county_code", "=", county)
    .where("household_id", "=", householdId)
    .where("year", "=", year)
    .executeTakeFirst();
  return book?.register_no;
}

/** A household by its place in the list of its county. */
export interface ListPlace {
  county: string;
  place: number;
  /** Of the places of the county. */
  version: string;
}

/** The households at these places, in the same order; those of a county whose places are others by now are left out. */
export async function listAtPlaces(
  tx: Tx,
  year: number,
  places: readonly ListPlace[],
): Promise<HouseholdListRow[]> {
  if (places.length === 0) return [];
  const page = sql`
    select h.county_code, h.household_id, h.year, h.register_no, h.area_code, h.head_name, h.exit_status, h.attribute,
      h.main_cause, w.at
    from unnest(${places.map((one) => one.county)}::text[], ${places.map((one) => one.place)}::int[],
      ${places.map((one) => one.version)}::uuid[]) with ordinality w (county_code, place, version, at)
    join verdicts.list_bits b on b.county_code = w.county_code and b.year = ${year} and b.filter = 'all' and b.code = ''
      and b.version = w.version
    join verdicts.list_place p on p.county_code = w.county_code and p.year = ${year} and p.place = w.place
    join registry.household_year h
      on h.county_code = p.county_code and h.household_id = p.household_id and h.year = ${year}
    limit ${places.length}`;
  const counties = [...new Set(places.map((one) => one.county))];
  const result = await sql<HouseholdListRow>`${withVerdicts(page, counties, year)} order by page.at`.execute(
    tx,
  );
  return result.rows;
}

/** Members of the households who came out of a rule as asked for; the county is a constant, so that one partition is read. */
export async function listMembersJudged(
  tx: Tx,
  county: string,
  year: number,
  rule: { ordinal: number; value: number | null },
  households: readonly string[],
): Promise<{ household_id: string; name: string | null }[]> {
  const result = await sql<{ household_id: string; name: string | null }>`
    select m.household_id, n.name from verdicts.member_verdict m
    join registry.member n on n.county_code = ${county} and n.id = m.member_id
    where m.county_code = ${county} and m.year = ${year} and m.household_id = any (${households}::uuid[])
      ${equals(`m.${ruleColumn(rule.ordinal)}`, rule.value)}
    order by m.household_id, m.member_id`.execute(tx);
  return result.rows;
}

/** Rows of a page with what the evaluation says of them. The counties are named, so that only their partitions are planned. */
function withVerdicts(
  page: RawBuilder<unknown>,
  counties: readonly string[],
  year: number,
): RawBuilder<unknown> {
  const named = sql.join(counties);
  return sql`
    select page.*, d.name as village, f.members as persons, f.net_income, v.household_id is not null as evaluated, v.exit_outcome
    from (${page}) page
    left join verdicts.fact f on f.county_code = page.county_code and f.household_id = page.household_id
      and f.county_code in (${named}) and f.year = ${year}
    left join verdicts.verdict v on v.county_code = page.county_code and v.household_id = page.household_id
      and v.county_code in (${named}) and v.year = ${year}
    left join registry.division d on d.code = page.area_code and d.valid_to is null`;
}

/**
 * A page is read along the index of the list until it is full; what a search found is few, and sorted. Row security hides from the planner how many rows a
 * reader may see: left to itself it sorts the whole county for fifty rows.
 */
async function walkInOrder(tx: Tx, isWanted: boolean): Promise<void> {
  await sql`select set_config('enable_sort', ${isWanted ? "off" : "on"}, true)`.execute(tx);
}

function direction({ order }: HouseholdFilter): RawBuilder<unknown> {
  return order === "descending" ? sql`desc` : sql`asc`;
}

/** Number of matches in one county, counted no further than `cap`. */
export async function countInCounty(
  tx: Tx,
  filter: HouseholdFilter,
  county: string,
  cap: number,
): Promise<number> {
  const judged = await failedAndFound(tx, filter, county, filter.year);
  const result = await sql<{ total: number }>`
    select count(*)::int as total from (select 1 ${matching(filter, county)} ${judged} limit ${cap}) counted`.execute(
    tx,
  );
  return result.rows[0]?.total ?? 0;
}

function matching(filter: HouseholdFilter, county: string): RawBuilder<unknown> {
  // The range of the county, not of the province: without it the index of areas reads the whole province for one county.
  const low = maximum(filter.areaLow, `${county}000000`);
  const high = minimum(filter.areaHigh, `${county}999999`);
  return sql`
    from registry.household_year h ${verdictJoin(filter, county)}
    where h.county_code = ${county} and h.year = ${filter.year}
      and h.area_code between ${low} and ${high}
      ${oneOf("h.exit_status", filter.exitStatus)} ${oneOf("h.attribute", filter.attribute)}
      ${oneOf("h.main_cause", filter.cause)}
      ${helpedCondition(filter, county)} ${monitoredCondition(filter, county)} ${poorVillageCondition(filter, county)}
      ${exitedCondition(filter)}
      ${filter.exitOutcome ? equals("v.exit_outcome", filter.exitOutcome.value) : sql``}
      ${ruleCondition(filter, county)} ${endedCondition(filter, county)} ${foundCondition(filter.households, county)} ${helperCondition(filter.helperId)}`;
}

const maximum = (one: string, other: string): string => (one > other ? one : other);
const minimum = (one: string, other: string): string => (one < other ? one : other);

function verdictJoin(filter: HouseholdFilter, county: string): RawBuilder<unknown> {
  const isJudged = filter.exitOutcome ?? filter.exitFailed ?? filter.finding;
  if (isJudged === undefined && filter.rule?.unit !== "household") return sql``;
  return sql`join verdicts.verdict v
    on v.county_code = ${county} and v.household_id = h.household_id and v.year = ${filter.year}`;
}

function oneOf(column: string, codes: readonly string[] | undefined): RawBuilder<unknown> {
  return codes && codes.length > 0 ? sql`and ${sql.ref(column)} = any (${codes})` : sql``;
}

function equals(column: string, value: number | null): RawBuilder<unknown> {
  return value === null ? sql`and ${sql.ref(column)} is null` : sql`and ${sql.ref(column)} = ${value}`;
}

function ruleCondition(filter: HouseholdFilter, county: string): RawBuilder<unknown> {
  if (!filter.rule) return sql``;
  const column = ruleColumn(filter.rule.ordinal);
  if (filter.rule.unit === "household") return equals(`v.${column}`, filter.rule.value);
  return sql`and exists (select from verdicts.member_verdict m where m.county_code = ${county}
    and m.household_id = h.household_id and m.year = ${filter.year} ${equals(`m.${column}`, filter.rule.value)})`;
}

/** As the evaluation left it: facts, not the books as they are now. */
function endedCondition({ period, year }: HouseholdFilter, county: string): RawBuilder<unknown> {
  if (!period) return sql``;
  return sql`and exists (select from verdicts.fact f where f.county_code = ${county} and f.year = ${year}
    and f.household_id = h.household_id and ${periodCondition(period.asked, period.state)})`;
}

function foundCondition(found: HouseholdFilter["households"], county: string): RawBuilder<unknown> {
  if (!found) return sql``;
  const ids = found.filter((one) => one.countyCode === county).map((one) => one.householdId);
  return sql`and h.household_id = any (${ids}::uuid[])`;
}

function helperCondition(helperId: string | undefined): RawBuilder<unknown> {
  if (!helperId) return sql``;
  return sql`and exists (select from registry.helper_assignment a where a.county_code = h.county_code
    and a.household_id = h.household_id and a.helper_id = ${helperId} and a.ended_on is null)`;
}
