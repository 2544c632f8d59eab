/** Households by name or number, through the owner's function that checks the scope itself. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

export interface HouseholdRef {
  countyCode: string;
  householdId: string;
}

/** What is looked for: `needle` is text, `indexed` a blind index. */
export type SearchTerm =
  | { kind: "name"; plain: string; needle: string; chars: string[] }
  | { kind: "initials"; needle: string }
  | { kind: "registerNo"; needle: string }
  | { kind: "id" | "idTail"; indexed: Buffer }
  | { kind: "phone"; indexed: Buffer };

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

/** Who, or what, of a household a term found; all members' columns null: the household itself. */
export interface MatchRow {
  household_id: string;
  /** Only where the number was looked for. */
  register_no: string | null;
  name: string | null;
  relation: string | null;
  /** Null where the member is not in the year's book. */
  member_status: string | null;
}

/** What a term finds in these households, heads first. Relations are those of the year's book. */
export async function listMatches(
  tx: Tx,
  households: readonly HouseholdRef[],
  year: number,
  term: SearchTerm,
): Promise<MatchRow[]> {
  const counties = [...new Set(households.map((one) => one.countyCode))];
  const ids = households.map((one) => one.householdId);
  const result = await sql<MatchRow>`${matching(term, year)}
    and of.county_code = any (${counties}) and of.household_id = any (${ids}::uuid[])
    order by relation nulls last, name`.execute(tx);
  return result.rows;
}

/** The same conditions as `registry.search_members`, as the beginning of a statement. */
function matching(term: SearchTerm, year: number): RawBuilder<unknown> {
  const nobody = sql`null as name, null as relation, null as member_status`;
  if (term.kind === "registerNo")
    return sql`select of.household_id, of.register_no, ${nobody} from (select county_code, id as household_id, register_no from registry.household) of
      where of.register_no >= ${term.needle} and of.register_no < ${term.needle} || '~'`;
  if (term.kind === "phone")
    return sql`select distinct of.household_id, null as register_no, ${nobody} from registry.household_year of where of.phone_index = ${term.indexed}`;
  return sql`select of.household_id, null as register_no, of.name, y.relation, y.member_status from registry.member of
    left join registry.member_year y on y.county_code = of.county_code and y.member_id = of.id and y.year = ${year}
    where ${memberCondition(term)}`;
}

function memberCondition(term: Exclude<SearchTerm, { kind: "registerNo" | "phone" }>): RawBuilder<unknown> {
  switch (term.kind) {
    case "name":
      return sql`translate(of.name, ' ·•・.．', '') like '%' || ${term.needle} || '%'`;
    case "initials":
      return sql`(starts_with(of.name_initials, ${term.needle}) or starts_with(of.name_initials_other, ${term.needle}))`;
    case "id":
      return sql`of.id_index = ${term.indexed}`;
    case "idTail":
      return sql`of.id_tail_index = ${term.indexed}`;
  }
}
