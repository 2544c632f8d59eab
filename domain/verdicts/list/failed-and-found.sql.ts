/** Households by the number of criteria they fail, and by whether anything was found in their data. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

export interface FailedAndFound {
  exitFailed?: "one" | "more" | undefined;
  finding?: boolean | undefined;
}

/**
 * Conditions on a row v of verdicts.verdict. The database writes them from the rules that hold in the county and year, as
 * it does for the counts of the rollup, so that a count and its rows agree.
 */
export async function failedAndFound(
  tx: Tx,
  { exitFailed, finding }: FailedAndFound,
  county: string,
  year: number,
): Promise<RawBuilder<unknown>> {
  if (exitFailed === undefined && finding === undefined) return sql``;
  const { rows } = await sql<{ failed: string; own: string; member: string }>`
    select verdicts.exit_failed_expression(${county}, ${year}) as failed,
      verdicts.finding_expression('household', ${county}, ${year}) as own,
      verdicts.finding_expression('member', ${county}, ${year}) as member`.execute(tx);
  const [known] = rows;
  if (!known) throw new Error("The expressions of failed criteria and findings are missing");
  const failed = sql`and v.exit_outcome = 0 and ${sql.raw(known.failed)} ${exitFailed === "one" ? sql`= 1` : sql`> 1`}`;
  const found = sql`(coalesce(${sql.raw(known.own)}, false) or exists (
    select from verdicts.member_verdict v where v.county_code = ${county} and v.household_id = h.household_id
      and v.year = ${year} and ${sql.raw(known.member)}))`;
  return sql`${exitFailed === undefined ? sql`` : failed}
    ${finding === undefined ? sql`` : finding ? sql`and ${found}` : sql`and not ${found}`}`;
}
