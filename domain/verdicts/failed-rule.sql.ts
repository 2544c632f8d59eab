/** Whole verdict rows of a few households, column by column. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

export interface OutcomeRow {
  household_id: string;
  unit: "household" | "member";
  /** By column name: 1 pass, 0 fail, 2 not applicable, null unknown. */
  outcomes: Record<string, unknown>;
}

/** The rows of the households and of their members; the county is a constant, so that one partition is read. */
export async function listOutcomes(
  tx: Tx,
  county: string,
  year: number,
  households: readonly string[],
): Promise<OutcomeRow[]> {
  const result = await sql<OutcomeRow>`
    select v.household_id, 'household' as unit, to_jsonb(v) as outcomes from verdicts.verdict v
    where v.county_code = ${county} and v.year = ${year} and v.household_id = any (${households}::uuid[])
    union all
    select m.household_id, 'member', to_jsonb(m) from verdicts.member_verdict m
    where m.county_code = ${county} and m.year = ${year} and m.household_id = any (${households}::uuid[])`.execute(
    tx,
  );
  return result.rows;
}
