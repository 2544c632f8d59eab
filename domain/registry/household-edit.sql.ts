/** Writing an edit of one household: only the columns that changed. Column names are the program's own, never a user's. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { HouseholdKey } from "./household.contract.ts";

export type EditedTable =
  | "household_year"
  | "income_statement"
  | "living_condition"
  | "guarantee"
  | "member_year";
export type EditedValue = string | number | boolean | string[] | Buffer | null;
export type EditedColumns = Record<string, EditedValue>;

/** A table beside the book; its row is made when there is none. */
export async function saveBeside(
  tx: Tx,
  table: Exclude<EditedTable, "household_year" | "member_year">,
  { county, id }: HouseholdKey,
  book: { year: number; areaCode: string },
  columns: EditedColumns,
): Promise<void> {
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const updates = names.map((name) => sql`${name} = excluded.${name}`);
  await sql`
    insert into ${sql.table(`registry.${table}`)} (county_code, household_id, year, area_code, ${sql.join(names)})
    values (${county}, ${id}, ${book.year}, ${book.areaCode}, ${sql.join(Object.values(columns))})
    on conflict (county_code, household_id, year) do update set ${sql.join(updates)}`.execute(tx);
}

/** The book itself: a new version, with the columns that changed. */
export async function saveBook(
  tx: Tx,
  { county, id }: HouseholdKey,
  year: number,
  at: Date,
  columns: EditedColumns,
): Promise<void> {
  await sql`
    update registry.household_year set ${sql.join([sql`version = version + 1`, sql`updated_at = ${at}`, ...assignments(columns)])}
    where county_code = ${county} and household_id = ${id} and year = ${year}`.execute(tx);
}

export async function saveMember(
  tx: Tx,
  county: string,
  memberId: string,
  year: number,
  columns: EditedColumns,
): Promise<void> {
  await sql`
    update registry.member_year set ${sql.join(assignments(columns))}
    where county_code = ${county} and member_id = ${memberId} and year = ${year}`.execute(tx);
}

function assignments(columns: EditedColumns) {
  return Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
}
