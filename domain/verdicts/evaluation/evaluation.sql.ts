/** Building facts, verdicts and the rollup of a county and year: thin calls of the owner's functions. */
import { sql } from "kysely";
import type { Scope, Tx } from "../../../platform/db/database.ts";
import type { PeriodBits } from "../list/bits-of-rules.ts";

type RebuildStep =
  | "rebuild_facts"
  | "rebuild_verdicts"
  | "rebuild_member_verdicts"
  | "rebuild_member_rollup"
  | "rebuild_no_standard"
  | "rebuild_finding_counts"
  | "rebuild_list"
  | "rebuild_rule_bits";

/** Runs one step and returns the number of rows it wrote: households, persons (member verdicts) or places (rollup). */
export async function rebuild(tx: Tx, step: RebuildStep, county: string, year: number): Promise<number> {
  const result = await sql<{ rows: number }>`
    select ${sql.ref(`verdicts.${step}`)}(${county}, ${year}) as rows`.execute(tx);
  return result.rows[0]?.rows ?? 0;
}

/** Builds the village, township and county rows of the rollup; returns the number of villages. */
export async function rebuildRollup(
  tx: Tx,
  county: string,
  year: number,
  evaluationId: string,
): Promise<number> {
  const result = await sql<{ villages: number }>`
    select verdicts.rebuild_rollup(${county}, ${year}, ${evaluationId}) as villages`.execute(tx);
  return result.rows[0]?.villages ?? 0;
}

/** After the bits of the list; returns the number of rows. */
export async function rebuildPeriodBits(
  tx: Tx,
  county: string,
  year: number,
  periods: readonly PeriodBits[],
): Promise<number> {
  const result = await sql<{ rows: number }>`
    select verdicts.rebuild_period_bits(${county}, ${year}, ${JSON.stringify(periods)}::jsonb) as rows`.execute(
    tx,
  );
  return result.rows[0]?.rows ?? 0;
}

/** True when an evaluation of the year that covers a part of this range waits or runs, also one that the scope hides. */
export async function isAwaited(tx: Tx, { areaLow, areaHigh }: Scope, year: number): Promise<boolean> {
  const result = await sql<{ awaited: boolean | null }>`
    select verdicts.is_awaited(${areaLow}, ${areaHigh}, ${year}) as awaited`.execute(tx);
  return result.rows[0]?.awaited ?? false;
}

export interface EvaluationRow {
  county_code: string;
  id: string;
  area_code: string;
  year: number;
  policy_version: string;
  households: number;
  persons: number;
  finished_at: Date;
}

export async function insertEvaluation(tx: Tx, row: EvaluationRow): Promise<void> {
  await tx.insertInto("verdicts.evaluation").values(row).execute();
}

/**
 * Counties and years that have a book below an area, newest year first. Probes the index of each county and year
 * instead of reading a million rows for a handful of distinct values: `exists` would be planned as a join that reads
 * them all, and without the order the index of areas would be taken.
 */
export async function listCountyYears(
  tx: Tx,
  low: string,
  high: string,
): Promise<{ county: string; year: number }[]> {
  const result = await sql<{ county: string; year: number }>`
    select left(d.code, 6) as county, y.year
    from (select distinct code from registry.division where level = 3
      and code between rpad(left(${low}, 6), 12, '0') and rpad(left(${high}, 6), 12, '9')) d
    cross join generate_series(2010, 2100) y (year)
    cross join lateral (select from registry.household_year h
      where h.county_code = left(d.code, 6) and h.year = y.year and h.area_code between ${low} and ${high}
      order by h.county_code, h.year, h.register_no limit 1) book
    order by y.year desc, county`.execute(tx);
  return result.rows;
}

/** Counties and years that were evaluated and whose figures a newer version of the program has withdrawn. */
export async function listWithdrawn(tx: Tx): Promise<{ county: string; year: number }[]> {
  const result = await sql<{ county: string; year: number }>`
    select distinct e.county_code as county, e.year from verdicts.evaluation e
    where not exists (select from verdicts.rollup r where r.county_code = e.county_code and r.year = e.year)
      and exists (select from registry.household_year h where h.county_code = e.county_code and h.year = e.year)
    order by 1, 2`.execute(tx);
  return result.rows;
}
