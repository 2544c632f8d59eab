/** What the register already knows of the households in a file, county by county. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { type BookTable, type Cell, type Row, bookTables } from "./row.ts";

export interface KnownMember {
  id: string;
  identity: Row;
  /** null: not in the book of the year. */
  book: Row | null;
}

export interface KnownHousehold {
  id: string;
  areaCode: string;
  books: Record<BookTable, Row | null>;
  members: KnownMember[];
  /** Helpers at the end of the year. */
  helpers: { helperId: string; startedOn: string }[];
  /** When the first helper after the year began. */
  nextHelperFrom: string | null;
}

export type FileColumns = Record<BookTable | "member" | "member_year", string[]>;

const bookKeys: Record<BookTable, string[]> = {
  household_year: [
    "area_code",
    "hamlet",
    "book_status",
    "version",
    "head_member_id",
    "head_name",
    "phone_cipher",
    "phone_index",
  ],
  income_statement: ["area_code"],
  living_condition: ["area_code"],
  guarantee: ["area_code"],
  monitoring: ["area_code", "collector_phone_cipher"],
};

const memberKeys =
  `id household_id area_code person_no name id_state id_sex id_birth id_cipher id_index id_tail_index
  sex birth_date created_at`.split(/\s+/);

const memberBookKeys =
  `member_id area_code relation birth_year member_status disability_class disability_grade phone_cipher phone_index
  phone_state`.split(/\s+/);

/** Household number → what is known of it, as far as the scope reaches. */
export async function loadKnown(
  tx: Tx,
  county: string,
  year: number,
  registerNos: string[],
  columns: FileColumns,
): Promise<Map<string, KnownHousehold>> {
  const found = await sql<{ id: string; area_code: string; register_no: string }>`
    select h.id, h.area_code, h.register_no from unnest(${registerNos}::text[]) f (register_no)
    join registry.household h on h.county_code = ${county} and h.register_no = f.register_no collate "C"`.execute(
    tx,
  );
  const byId = new Map<string, KnownHousehold>();
  const byNumber = new Map<string, KnownHousehold>();
  for (const row of found.rows) {
    const known: KnownHousehold = {
      id: row.id,
      areaCode: row.area_code,
      books: noBooks(),
      members: [],
      helpers: [],
      nextHelperFrom: null,
    };
    byId.set(row.id, known);
    byNumber.set(row.register_no, known);
  }
  const ids = [...byId.keys()];
  if (ids.length === 0) return byNumber;
  for (const table of bookTables) {
    const wanted = ["household_id", ...new Set([...bookKeys[table], ...columns[table]])];
    for (const row of await listBookRows(tx, table, wanted, county, year, ids)) {
      const known = byId.get(String(row["household_id"]));
      if (known) known.books[table] = row;
    }
  }
  await loadMembers(tx, county, year, byId, columns);
  await loadHelpers(tx, county, year, byId);
  return byNumber;
}

function noBooks(): KnownHousehold["books"] {
  return {
    household_year: null,
    income_statement: null,
    living_condition: null,
    guarantee: null,
    monitoring: null,
  };
}

async function listBookRows(
  tx: Tx,
  table: BookTable,
  columns: string[],
  county: string,
  year: number,
  ids: string[],
) {
  const result = await sql<Row>`
    select ${sql.join(columns.map((name) => sql.ref(`t.${name}`)))} from unnest(${ids}::uuid[]) k (id)
    join ${sql.table(`registry.${table}`)} t
      on t.county_code = ${county} and t.household_id = k.id and t.year = ${year}`.execute(tx);
  return result.rows;
}

async function loadMembers(
  tx: Tx,
  county: string,
  year: number,
  byId: Map<string, KnownHousehold>,
  columns: FileColumns,
): Promise<void> {
  const identity = [...new Set([...memberKeys, ...columns.member])].map((name) => sql.ref(`t.${name}`));
  const book = [...new Set([...memberBookKeys, ...columns.member_year])].map((name) => sql.ref(`t.${name}`));
  const ids = [...byId.keys()];
  const members = await sql<Row>`
    select ${sql.join(identity)} from unnest(${ids}::uuid[]) k (id)
    join registry.member t on t.county_code = ${county} and t.household_id = k.id order by t.id`.execute(tx);
  const books = await sql<Row>`
    select ${sql.join(book)} from unnest(${ids}::uuid[]) k (id)
    join registry.member_year t on t.county_code = ${county} and t.household_id = k.id and t.year = ${year}`.execute(
    tx,
  );
  const bookOf = new Map<Cell, Row>(books.rows.map((row) => [row["member_id"], row]));
  for (const row of members.rows) {
    const id = String(row["id"]);
    byId.get(String(row["household_id"]))?.members.push({ id, identity: row, book: bookOf.get(id) ?? null });
  }
}

async function loadHelpers(
  tx: Tx,
  county: string,
  year: number,
  byId: Map<string, KnownHousehold>,
): Promise<void> {
  const result = await sql<{
    household_id: string;
    helper_id: string;
    started_on: string;
    is_later: boolean;
  }>`
    select a.household_id, a.helper_id, a.started_on, a.started_on > make_date(${year}, 12, 31) as is_later
    from unnest(${[...byId.keys()]}::uuid[]) k (id)
    join registry.helper_assignment a on a.county_code = ${county} and a.household_id = k.id
    where a.ended_on is null or a.ended_on > make_date(${year}, 12, 31)
    order by a.started_on desc`.execute(tx);
  for (const row of result.rows) {
    const known = byId.get(row.household_id);
    if (!known) continue;
    if (row.is_later) known.nextHelperFrom = row.started_on;
    else known.helpers.push({ helperId: row.helper_id, startedOn: row.started_on });
  }
}

export interface IdentityHolder {
  id_index: Buffer;
  county_code: string;
  household_id: string;
}

/** Where id numbers already stand in the books of the year, over all counties. */
export async function listIdentityHolders(
  tx: Tx,
  year: number,
  indexes: Buffer[],
): Promise<IdentityHolder[]> {
  const result = await sql<IdentityHolder>`
    select * from registry.identity_holders(${year}, ${indexes}::bytea[])`.execute(tx);
  return result.rows;
}

/** Household numbers of the county that are taken, also outside the scope. */
export async function listTakenNumbers(tx: Tx, county: string, registerNos: string[]): Promise<Set<string>> {
  const result = await sql<{ register_no: string }>`
    select taken as register_no from registry.taken_register_numbers(${county}, ${registerNos}) taken`.execute(
    tx,
  );
  return new Set(result.rows.map((row) => row.register_no));
}

export interface GoneHousehold {
  register_no: string;
  head_name: string | null;
  area_code: string;
}

/** Households in the year's books of some townships (9 digits each) whose numbers are not among `registerNos`. */
export async function listGone(
  tx: Tx,
  county: string,
  year: number,
  townships: string[],
  registerNos: string[],
): Promise<GoneHousehold[]> {
  const result = await sql<GoneHousehold>`
    select y.register_no, y.head_name, y.area_code from registry.household_year y
    where y.county_code = ${county} and y.year = ${year} and left(y.area_code, 9) = any (${townships})
      and not exists (select from unnest(${registerNos}::text[]) f (register_no) where f.register_no = y.register_no)
    order by y.register_no`.execute(tx);
  return result.rows;
}

export interface HelperRow {
  id: string;
  name: string;
  unit_name: string | null;
  phone_index: Buffer | null;
}

export async function listHelpers(tx: Tx, county: string): Promise<HelperRow[]> {
  return tx
    .selectFrom("registry.helper")
    .select(["id", "name", "unit_name", "phone_index"])
    .where("county_code", "=", county)
    .orderBy("id")
    .execute();
}

/** The newest year of which one of the counties has a book. */
export async function findNewestBookYear(tx: Tx, counties: string[]): Promise<number | null> {
  const result = await sql<{ year: number | null }>`
    select max(newest.year) as year from unnest(${counties}::text[]) c (county)
    cross join lateral (select max(y.year) as year from registry.household_year y where y.county_code = c.county) newest
    `.execute(tx);
  return result.rows[0]?.year ?? null;
}
