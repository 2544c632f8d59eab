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
  | { kind: "initials" | "pinyin"; needle: string }
  | { kind: "registerNo" | "registerNoTail"; needle: string }
  | { kind: "id" | "idTail"; indexed: Buffer }
  | { kind: "phone"; indexed: Buffer };

interface SearchRange {
  /** Both ends must lie in the transaction's scope. */
  areaLow: string;
  areaHigh: string;
  /** Only households that are assigned to this helper now. */
  helperId: string | null;
}

/** A helper's few households may stand behind any number of others of the same name. */
const mostBeforeHelper = 1_000_000;

/** At most `limit` households of the range, in no order. */
export async function searchMembers(
  tx: Tx,
  { areaLow, areaHigh, helperId }: SearchRange,
  term: SearchTerm,
  limit: number,
): Promise<HouseholdRef[]> {
  const needle = "needle" in term ? term.needle : null;
  const indexed = "indexed" in term ? term.indexed : null;
  const chars = term.kind === "name" ? term.chars : null;
  const result = await sql<HouseholdRef>`
    select found.county_code as "countyCode", found.household_id as "householdId"
    from registry.search_members(${areaLow}, ${areaHigh}, ${term.kind}, ${needle}, ${chars}::text[],
      ${indexed}::bytea, ${helperId === null ? limit : mostBeforeHelper}) found
    ${helperId === null ? sql`` : assignedTo(helperId)} limit ${limit}`.execute(tx);
  return result.rows;
}

function assignedTo(helperId: string): RawBuilder<unknown> {
  return sql`join registry.helper_assignment assigned on assigned.county_code = found.county_code
    and assigned.household_id = found.household_id and assigned.helper_id = ${helperId} and assigned.ended_on is null`;
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

/** What a term finds in these households, persons before the household itself, heads first. Relations are those of the year's book. */
export async function listMatches(
  tx: Tx,
  households: readonly HouseholdRef[],
  year: number,
  term: SearchTerm,
): Promise<MatchRow[]> {
  const counties = [...new Set(households.map((one) => one.countyCode))];
  const ids = households.map((one) => one.householdId);
  const found: MatchRow[] = [];
  for (const statement of matching(term, year)) {
    const { rows } = await sql<MatchRow>`${statement}
      and of.county_code = any (${counties}) and of.household_id = any (${ids}::uuid[])
      order by relation nulls last, name`.execute(tx);
    found.push(...rows);
  }
  return found;
}

type NumberTerm = Extract<SearchTerm, { kind: "registerNo" | "registerNoTail" }>;
type PhoneTerm = Extract<SearchTerm, { kind: "phone" }>;
type MemberTerm = Exclude<SearchTerm, NumberTerm | PhoneTerm>;

/** The same conditions as `registry.search_members`, as beginnings of statements. */
function matching(term: SearchTerm, year: number): RawBuilder<unknown>[] {
  switch (term.kind) {
    case "registerNo":
    case "registerNoTail":
      return [
        sql`select of.household_id, of.register_no, ${nobody} from (select county_code, id as household_id, register_no from registry.household) of
          where ${numberCondition(term)}`,
      ];
    case "phone":
      return [
        sql`select distinct of.household_id, null as register_no, m.name, y.relation, y.member_status
          from registry.member_year of
          join registry.member m on m.county_code = of.county_code and m.id = of.member_id ${bookOf("m", year)}
          where of.phone_index = ${term.indexed}`,
        sql`select distinct of.household_id, null as register_no, ${nobody} from registry.household_year of where of.phone_index = ${term.indexed}`,
      ];
    default:
      return [
        sql`select of.household_id, null as register_no, of.name, y.relation, y.member_status from registry.member of
          ${bookOf("of", year)} where ${memberCondition(term)}`,
      ];
  }
}

const nobody = sql`null as name, null as relation, null as member_status`;

/** The member in the book of the year, as `y`. */
function bookOf(member: string, year: number): RawBuilder<unknown> {
  const of = (column: string): RawBuilder<unknown> => sql.ref(`${member}.${column}`);
  return sql`left join registry.member_year y
    on y.county_code = ${of("county_code")} and y.member_id = ${of("id")} and y.year = ${year}`;
}

/** The end of a number that is this number itself is no news. */
function numberCondition({ kind, needle }: NumberTerm): RawBuilder<unknown> {
  return kind === "registerNo"
    ? sql`of.register_no >= ${needle} and of.register_no < ${needle} || '~'`
    : sql`right(of.register_no, ${needle.length}) = ${needle} and of.register_no <> ${needle}`;
}

function memberCondition(term: MemberTerm): RawBuilder<unknown> {
  switch (term.kind) {
    case "name":
      return sql`translate(of.name, ' ·•・.．', '') like '%' || ${term.needle} || '%'`;
    case "initials":
      return beginsWith("name_initials", "name_initials_other", term.needle);
    case "pinyin":
      // Who is found by his initials is not told twice.
      return sql`${beginsWith("name_pinyin", "name_pinyin_other", term.needle)}
        and ${beginsWith("name_initials", "name_initials_other", term.needle)} is not true`;
    case "id":
      return sql`of.id_index = ${term.indexed}`;
    case "idTail":
      return sql`of.id_tail_index = ${term.indexed}`;
  }
}

function beginsWith(main: string, other: string, needle: string): RawBuilder<unknown> {
  return sql`(starts_with(${sql.ref(`of.${main}`)}, ${needle}) or starts_with(${sql.ref(`of.${other}`)}, ${needle}))`;
}
