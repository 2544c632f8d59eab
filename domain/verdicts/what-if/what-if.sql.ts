/**
 * The facts of a county judged twice in one read: by the rule as it is and as it would be. Both expressions come from the
 * compiler of the rule language; everything else is a parameter.
 */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

export interface CountyChange {
  unit: "household" | "member";
  /** 1 pass, 0 fail, 2 not applicable, null unknown, over the aliases f (facts), m (member) and w.line. */
  before: string;
  after: string;
  /** fen; the changed line. */
  line: number | null;
}

export interface CountyRange {
  county: string;
  year: number;
  areaLow: string;
  areaHigh: string;
}

export interface MatrixRow {
  place: string;
  /** `cell`: before and after; `moved`: by whether they differ; `all`: the place as a whole. */
  level: "cell" | "moved" | "all";
  before: number | null;
  after: number | null;
  moved: boolean | null;
  households: number;
  persons: number;
}

/** Counts by place (leading digits of the area), from one pass over the facts. */
export async function countChanges(
  tx: Tx,
  range: CountyRange,
  change: CountyChange,
  placeDigits: number,
): Promise<MatrixRow[]> {
  // A row of a member rule is a person, else a household: telling households apart costs a sort, so only where needed.
  const isMember = change.unit === "member";
  const households = isMember ? sql`count(distinct household_id)` : sql`count(*)`;
  const persons = isMember ? sql`count(*)` : sql`coalesce(sum(members), 0)`;
  const result = await sql<MatrixRow>`
    select place, before, after, moved,
      case when grouping(before) = 0 then 'cell' when grouping(moved) = 0 then 'moved' else 'all' end as level,
      ${households}::int as households, ${persons}::int as persons
    from (
      select rpad(left(area_code, ${placeDigits}), 12, '0') as place, household_id, members, before, after,
        before is distinct from after as moved
      from (${judged(range, change)}) judged
    ) placed
    group by grouping sets ((place, before, after), (place, moved), (place))`.execute(tx);
  return result.rows;
}

export interface ChangedRow {
  household_id: string;
  register_no: string;
  member_id: string | null;
  village: string | null;
  head_name: string | null;
  member_name: string | null;
  before: number | null;
  after: number | null;
  household: Record<string, unknown>;
  member: Record<string, unknown> | null;
}

export interface RowsWanted {
  cell: { from: number | null; to: number | null } | undefined;
  after: { registerNo: string; memberId: string | null } | undefined;
  limit: number;
}

/** Rows in the order of household numbers, with the facts to explain them by. */
export async function pageOfChanges(
  tx: Tx,
  range: CountyRange,
  change: CountyChange,
  wanted: RowsWanted,
): Promise<ChangedRow[]> {
  const { county, year } = range;
  const member =
    change.unit === "member"
      ? sql`left join verdicts.member_fact_source m on m.county_code = ${county} and m.member_id = page.member_id and m.year = ${year}
        left join registry.member n on n.county_code = ${county} and n.id = page.member_id`
      : sql`cross join (select null::jsonb as nothing) m cross join (select null::text as name) n`;
  const result = await sql<ChangedRow>`
    select page.household_id, page.register_no, page.member_id, page.before, page.after, d.name as village, h.head_name,
      n.name as member_name, to_jsonb(f) as household,
      ${change.unit === "member" ? sql`to_jsonb(m)` : sql`m.nothing`} as member
    from (
      select household_id, register_no, member_id, area_code, before, after
      from (${judged(range, change)}) judged
      where ${wantedCell(wanted.cell)} ${afterCursor(wanted.after)}
      order by register_no, member_id limit ${wanted.limit}
    ) page
    join verdicts.fact f on f.county_code = ${county} and f.household_id = page.household_id and f.year = ${year}
    left join registry.household_year h
      on h.county_code = ${county} and h.household_id = page.household_id and h.year = ${year}
    left join registry.division d on d.code = page.area_code and d.valid_to is null
    ${member}
    order by page.register_no, page.member_id`.execute(tx);
  return result.rows;
}

/** Of a member rule one row a member, else one a household. The county is a constant, so that one partition is read. */
function judged(range: CountyRange, change: CountyChange): RawBuilder<unknown> {
  const { county, year, areaLow, areaHigh } = range;
  const isMember = change.unit === "member";
  const rows = isMember
    ? sql`verdicts.member_fact_source m
      join verdicts.fact f on f.county_code = m.county_code and f.household_id = m.household_id and f.year = m.year`
    : sql`verdicts.fact f`;
  const member = isMember ? sql`and m.county_code = ${county} and m.year = ${year}` : sql``;
  return sql`
    select f.household_id, f.register_no, f.members, f.area_code, ${isMember ? sql`m.member_id` : sql`null::uuid`} as member_id,
      ${sql.raw(change.before)} as before, ${sql.raw(change.after)} as after
    from ${rows} cross join (select ${change.line}::int8 as line) w
    where f.county_code = ${county} and f.year = ${year} and f.area_code between ${areaLow} and ${areaHigh} ${member}`;
}

function wantedCell(cell: RowsWanted["cell"]): RawBuilder<unknown> {
  if (!cell) return sql`before is distinct from after`;
  return sql`before is not distinct from ${cell.from}::int2 and after is not distinct from ${cell.to}::int2`;
}

function afterCursor(after: RowsWanted["after"]): RawBuilder<unknown> {
  if (!after) return sql``;
  if (after.memberId === null) return sql`and register_no > ${after.registerNo}`;
  return sql`and (register_no, member_id) > (${after.registerNo}, ${after.memberId}::uuid)`;
}

export interface FactState {
  finished_at: Date | null;
  policy_version: string | null;
}

/** The newest evaluation of a county and year, undefined when it has no facts of the range. */
export async function findFactState(tx: Tx, range: CountyRange): Promise<FactState | undefined> {
  const { county, year, areaLow, areaHigh } = range;
  const result = await sql<FactState>`
    select e.finished_at, e.policy_version
    from (select 1 where exists (select from verdicts.fact f where f.county_code = ${county} and f.year = ${year}
      and f.area_code between ${areaLow} and ${areaHigh})) known
    left join lateral (
      select finished_at, policy_version from verdicts.evaluation
      where county_code = ${county} and year = ${year} order by finished_at desc limit 1
    ) e on true`.execute(tx);
  return result.rows[0];
}
