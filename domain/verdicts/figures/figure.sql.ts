/** Reading the rollup: a place's own row up to the county, the sum of county rows above it. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { CountName } from "./indicator-files.ts";

export type CountRow = Record<CountName, number>;

export interface AreaRow extends CountRow {
  /** Codes of the counties that were evaluated, ascending. */
  counties: string[];
  area_code: string;
  member_rows: number;
  snapshot: string;
  as_of: Date;
  policy_versions: string[];
  pass: number[];
  fail: number[];
  not_applicable: number[];
  /** Null where a county has not counted them yet. */
  fail_again: number[] | null;
  member_pass: number[];
  member_fail: number[];
  member_not_applicable: number[];
}

const countColumns = CountName.options;
const sums = sql.join(countColumns.map((name) => sql`sum(${sql.ref(`r.${name}`)})::int as ${sql.ref(name)}`));
const arrays = ["pass", "fail", "not_applicable", "member_pass", "member_fail", "member_not_applicable"];
const arraySums = sql`${sql.join(
  arrays.map((name) => sql`verdicts.array_total(${sql.ref(`r.${name}`)}) as ${sql.ref(name)}`),
)}, case when bool_and(r.fail_again is not null) then verdicts.array_total(r.fail_again) end as fail_again`;

/** How many digits of a code name a place of a level from 1, the province, to 5, the village. */
function digitsOfLevel(level: number): number {
  return [2, 4, 6, 9, 12][level - 1] ?? 12;
}

// One evaluation is named by its id; a sum over several counties by their number and a digest of their ids.
const snapshot = sql`case when count(distinct r.evaluation_id) = 1 then min(r.evaluation_id::text)
  else count(distinct r.evaluation_id) || ' evaluations ' ||
    left(md5(string_agg(distinct r.evaluation_id::text, ',')), 12) end`;

/** The figures of one area and year; undefined when nothing below it was evaluated. `level` 0 is the whole country. */
export async function findAreaRow(
  tx: Tx,
  area: { low: string; high: string; level: number },
  year: number,
): Promise<AreaRow | undefined> {
  const level = Math.max(area.level, 3);
  const result = await sql<AreaRow>`
    select ${area.low} as area_code, coalesce(array_agg(distinct r.county_code), '{}') as counties, ${sums}, sum(r.member_rows)::int as member_rows, ${arraySums},
      ${snapshot} as snapshot, min(e.finished_at) as as_of,
      array_agg(distinct e.policy_version) as policy_versions
    from verdicts.rollup r
    join verdicts.evaluation e on e.county_code = r.county_code and e.id = r.evaluation_id
    where r.area_code between ${area.low} and ${area.high} and r.year = ${year} and r.level = ${level}`.execute(
    tx,
  );
  const row = result.rows[0];
  return row && row.counties.length > 0 ? row : undefined;
}

/** The figures of the places one level below, keyed by their 12-digit code. */
export async function listChildRows(
  tx: Tx,
  area: { low: string; high: string; level: number },
  year: number,
): Promise<Map<string, AreaRow>> {
  const childLevel = area.level + 1;
  const digits = digitsOfLevel(childLevel);
  const result = await sql<AreaRow>`
    select rpad(left(r.area_code, ${digits}), 12, '0') as area_code, array_agg(distinct r.county_code) as counties,
      ${sums}, sum(r.member_rows)::int as member_rows, ${arraySums}, ${snapshot} as snapshot,
      min(e.finished_at) as as_of, array_agg(distinct e.policy_version) as policy_versions
    from verdicts.rollup r
    join verdicts.evaluation e on e.county_code = r.county_code and e.id = r.evaluation_id
    where r.area_code between ${area.low} and ${area.high} and r.year = ${year} and r.level = ${Math.max(childLevel, 3)}
    group by 1`.execute(tx);
  return new Map(result.rows.map((row) => [row.area_code, row]));
}

/** The first year of which a book of the area was evaluated. */
export async function findEarliestYear(
  tx: Tx,
  area: { low: string; high: string; level: number },
): Promise<number | undefined> {
  const row = await tx
    .selectFrom("verdicts.rollup")
    .select((of) => of.fn.min("year").as("year"))
    .where("area_code", ">=", area.low)
    .where("area_code", "<=", area.high)
    .where("level", "=", Math.max(area.level, 3))
    .executeTakeFirst();
  return row?.year ?? undefined;
}

/** Counts of the places one level below, keyed by their 12-digit code. */
export async function listChildCounts(
  tx: Tx,
  area: { low: string; high: string; level: number },
  year: number,
): Promise<Map<string, CountRow>> {
  const childLevel = area.level + 1;
  const digits = digitsOfLevel(childLevel);
  const result = await sql<CountRow & { child: string }>`
    select rpad(left(r.area_code, ${digits}), 12, '0') as child, ${sums}
    from verdicts.rollup r
    where r.area_code between ${area.low} and ${area.high} and r.year = ${year} and r.level = ${Math.max(childLevel, 3)}
    group by 1`.execute(tx);
  return new Map(result.rows.map((row) => [row.child, row]));
}

/** True when a list of poor villages is there for any county that the area lies in or holds. */
export async function hasPoorVillageList(tx: Tx, area: { low: string; high: string }): Promise<boolean> {
  const row = await tx
    .selectFrom("registry.poor_village")
    .select("area_code")
    .where("county_code", ">=", area.low.slice(0, 6))
    .where("county_code", "<=", area.high.slice(0, 6))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Published rural population (persons) of an area and year. */
export async function findRuralPopulation(
  tx: Tx,
  areaCode: string,
  year: number,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom("registry.area_population")
    .select("rural_population")
    .where("area_code", "=", areaCode)
    .where("year", "=", year)
    .executeTakeFirst();
  return row?.rural_population;
}

/** Who published the rural population of an area and year, or how it was inferred. */
export async function findPopulationSource(
  tx: Tx,
  areaCode: string,
  year: number,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("registry.area_population")
    .select("source")
    .where("area_code", "=", areaCode)
    .where("year", "=", year)
    .executeTakeFirst();
  return row?.source;
}

/** Counties of an area by the table of divisions, one for an area inside a county. */
export async function countCounties(
  tx: Tx,
  area: { low: string; high: string; level: number },
): Promise<number> {
  if (area.level >= 3) return 1;
  const row = await tx
    .selectFrom("registry.division")
    .select((of) => of.fn.count<number>("code").distinct().as("counties"))
    .where("level", "=", 3)
    .where("valid_to", "is", null)
    .where("code", ">=", area.low)
    .where("code", "<=", area.high)
    .executeTakeFirstOrThrow();
  return row.counties;
}

/**
 * True when a book of the area was changed after the evaluation that its figures are of. County by county, the newest change
 * first: as one join the whole register was read for it.
 */
export async function isChangedSince(
  tx: Tx,
  area: { low: string; high: string },
  year: number,
  counties: readonly string[],
): Promise<boolean> {
  const result = await sql<{ changed: boolean }>`
    select exists (
      select from unnest(${[...counties]}::text[]) as county (code)
      cross join lateral (
        select max(e.finished_at) as finished_at from verdicts.evaluation e
        where e.county_code = county.code and e.year = ${year}) latest
      cross join lateral (
        select h.updated_at from registry.household_year h
        where h.county_code = county.code and h.year = ${year} and h.updated_at > latest.finished_at
          and h.area_code between ${area.low} and ${area.high}
        order by h.updated_at desc limit 1) newest) as changed`.execute(tx);
  return result.rows[0]?.changed ?? false;
}
