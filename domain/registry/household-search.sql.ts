/** Households by name or number, through the owner's function that checks the scope itself. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

export interface HouseholdRef {
  countyCode: string;
  householdId: string;
}

/** What is looked for: `needle` is text, `indexed` a blind index. */
export type SearchTerm =
  | { kind: "name"; needle: string; chars: string[] }
  | { kind: "initials" | "registerNo"; needle: string }
  | { kind: "id" | "idTail" | "phone"; indexed: Buffer };

/** At most `limit` households of the range, in no order. The range must lie in the transaction's scope. */
export async function searchMembers(
  tx: Tx,
  range: { areaLow: string; areaHigh: string },
  term: SearchTerm,
  limit: number,
): Promise<HouseholdRef[]> {
  const needle = "needle" in term ? term.needle : null;
  const indexed = "indexed" in term ? term.indexed : null;
  const chars = term.kind === "name" ? term.chars : null;
  const result = await sql<HouseholdRef>`
    select county_code as "countyCode", household_id as "householdId"
    from registry.search_members(${range.areaLow}, ${range.areaHigh}, ${term.kind}, ${needle}, ${chars}::text[],
      ${indexed}::bytea, ${limit})`.execute(tx);
  return result.rows;
}
