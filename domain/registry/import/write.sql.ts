/**
 * Writing many rows of the register at once: COPY into a temporary table, then one INSERT … SELECT, because PostgreSQL
 * refuses COPY into a table with row security.
 */
import { sql } from "kysely";
import { copyRows } from "../../../platform/db/copy.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Row } from "./row.ts";

export type WriteTable =
  | "household"
  | "household_year"
  | "income_statement"
  | "living_condition"
  | "guarantee"
  | "monitoring"
  | "member"
  | "member_year"
  | "helper"
  | "helper_assignment"
  | "person_identity";

const keys: Record<WriteTable, string[]> = {
  household: ["county_code", "id"],
  household_year: ["county_code", "household_id", "year"],
  income_statement: ["county_code", "household_id", "year"],
  living_condition: ["county_code", "household_id", "year"],
  guarantee: ["county_code", "household_id", "year"],
  monitoring: ["county_code", "household_id", "year"],
  member: ["county_code", "id"],
  member_year: ["county_code", "member_id", "year"],
  helper: ["county_code", "id"],
  helper_assignment: ["county_code", "household_id", "helper_id", "started_on"],
  person_identity: ["year", "id_index"],
};

/** Columns of an identity that a later write never touches. */
const fixed = new Set(["created_at"]);

/** From here on the planner is told: without statistics the foreign keys of the next table may scan this one for each row. */
const manyRows = 1000;

/** Inserts new rows and updates the given columns of known ones. Every row has the same columns. */
export async function upsertRows(tx: Tx, table: WriteTable, rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const updates = columns.filter((name) => !keys[table].includes(name) && !fixed.has(name));
  await sql`create temp table incoming on commit drop as
    select ${names} from ${sql.table(`registry.${table}`)} where false`.execute(tx);
  await copyRows(tx, "incoming", columns, values(rows, columns));
  const conflict =
    updates.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(updates.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`;
  // An identity that another household took meanwhile must fail, not be ignored.
  const onConflict =
    table === "person_identity"
      ? sql``
      : sql`on conflict (${sql.join(keys[table].map((name) => sql.ref(name)))}) ${conflict}`;
  await sql`insert into ${sql.table(`registry.${table}`)} (${names}) select ${names} from incoming ${onConflict}`.execute(
    tx,
  );
  await sql`drop table incoming`.execute(tx);
  if (rows.length >= manyRows) await sql`select registry.refresh_key_statistics(${table})`.execute(tx);
}

function* values(rows: Row[], columns: string[]): Generator<Row[string][]> {
  for (const row of rows) yield columns.map((name) => row[name]);
}

/** Id numbers that no longer stand in the year's books of these households. */
export async function deleteIdentities(tx: Tx, year: number, indexes: Buffer[]): Promise<void> {
  if (indexes.length === 0) return;
  await sql`delete from registry.person_identity p using unnest(${indexes}::bytea[]) gone (id_index)
    where p.year = ${year} and p.id_index = gone.id_index`.execute(tx);
}

/** Ends assignments that another helper follows. */
export async function endAssignments(
  tx: Tx,
  county: string,
  ended: { householdId: string; helperId: string; startedOn: string; endedOn: string }[],
): Promise<void> {
  if (ended.length === 0) return;
  await sql`update registry.helper_assignment a set ended_on = e.ended_on
    from unnest(${ended.map((one) => one.householdId)}::uuid[], ${ended.map((one) => one.helperId)}::uuid[],
      ${ended.map((one) => one.startedOn)}::date[], ${ended.map((one) => one.endedOn)}::date[])
      e (household_id, helper_id, started_on, ended_on)
    where a.county_code = ${county} and a.household_id = e.household_id and a.helper_id = e.helper_id
      and a.started_on = e.started_on`.execute(tx);
}

/** Pairings of moved households, as far as they reach into the year or beyond it, stand where the household lives now. */
export async function moveAssignments(
  tx: Tx,
  county: string,
  year: number,
  moved: { householdId: string; areaCode: string }[],
): Promise<void> {
  if (moved.length === 0) return;
  await sql`update registry.helper_assignment a set area_code = m.area_code
    from unnest(${moved.map((one) => one.householdId)}::uuid[], ${moved.map((one) => one.areaCode)}::text[])
      m (household_id, area_code)
    where a.county_code = ${county} and a.household_id = m.household_id
      and (a.ended_on is null or a.ended_on > make_date(${year}, 1, 1))`.execute(tx);
}

/** One import a county at a time: two that both saw a household as new would collide. */
export async function lockCountyForImport(tx: Tx, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${county}::int, -1)`.execute(tx);
}
