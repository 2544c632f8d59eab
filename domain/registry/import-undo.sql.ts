/** Table registry.import_household: households as an import found them, and writing their values again. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { ImportKey } from "./import.contract.ts";
import type { UndoQuery } from "./import-undo.contract.ts";

/** A row a household and year; without one nothing is known. */
const besides = ["income_statement", "living_condition", "guarantee", "monitoring"] as const;

/** The tables whose values are written again, with what names a row beside the county. */
const keys = {
  household_year: ["household_id", "year"],
  income_statement: ["household_id", "year"],
  living_condition: ["household_id", "year"],
  guarantee: ["household_id", "year"],
  monitoring: ["household_id", "year"],
  member: ["id"],
  member_year: ["member_id", "year"],
} as const;
export type RestoredTable = keyof typeof keys;
export const restoredTables: readonly RestoredTable[] = [
  "household_year",
  ...besides,
  "member",
  "member_year",
];

/**
 * All rows of households: `value` without what every write changes, and `frame`, what links a household to persons and
 * places beyond it.
 */
function stateOf(county: string, year: number, ids: RawBuilder<unknown>): RawBuilder<unknown> {
  const ofYear = (table: string, frame: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    select t.household_id, ${sql.lit(table)} as part, to_jsonb(t) as row, ${frame} as frame
    from ${sql.table(`registry.${table}`)} t join ${ids} k on k.id = t.household_id
    where t.county_code = ${county} and t.year = ${year}`;
  const none = sql`null::jsonb`;
  const parts = [
    ofYear("household_year", none),
    ...besides.map((table) => ofYear(table, none)),
    ofYear("member_year", sql`to_jsonb(t.member_id)`),
    ofYear("person_identity", sql`to_jsonb(t)`),
    sql`select t.household_id, 'member', to_jsonb(t), to_jsonb(t.id) from registry.member t
      join ${ids} k on k.id = t.household_id where t.county_code = ${county}`,
    sql`select t.household_id, 'helper_assignment', to_jsonb(t), to_jsonb(t) from registry.helper_assignment t
      join ${ids} k on k.id = t.household_id where t.county_code = ${county}`,
    sql`select t.id, 'household', to_jsonb(t), to_jsonb(t.area_code) from registry.household t
      join ${ids} k on k.id = t.id where t.county_code = ${county}`,
  ];
  return sql`(${sql.join(parts, sql` union all `)})`;
}

/** What is no statement of the register: counters, times, and what is made from a name. */
const untold = ["version", "updated_at", "name_pinyin", "name_pinyin_other"];

/** Columns younger than what is kept count only where they say something: what was kept without them stays the same. */
const told = sql`(row - ${untold}::text[] - case when row ->> 'no_helper' is null then 'no_helper' else '' end
  - case when row ->> 'not_monitored' is null then 'not_monitored' else '' end)`;

/** SHA-256 of the state of each household, and of its frame. Each row is told once (`offset 0`), then sorted and joined. */
function hashesOf(county: string, year: number, ids: RawBuilder<unknown>): RawBuilder<unknown> {
  const hashed = (lines: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`sha256(convert_to(coalesce(${lines}, ''), 'UTF8'))`;
  return sql`(select household_id, ${hashed(sql`string_agg(row, E'\n' order by row)`)} as whole,
      ${hashed(sql`string_agg(frame, E'\n' order by frame) filter (where frame is not null)`)} as frame
    from (select household_id, part || ' ' || ${told}::text as row, part || ' ' || frame::text as frame
      from ${stateOf(county, year, ids)} state offset 0) told
    group by household_id)`;
}

/** Keeps households as they are, right before an import writes them. */
export async function keepBefore(
  tx: Tx,
  { county, id }: ImportKey,
  { areaCode, year }: { areaCode: string; year: number },
  households: readonly { id: string; registerNo: string }[],
): Promise<void> {
  const ids = sql`(select unnest(${households.map((one) => one.id)}::uuid[]) as id)`;
  await sql`
    with parts as (select household_id, part, jsonb_agg(row) as rows from ${stateOf(county, year, ids)} state
      where part <> all (array['household', 'helper_assignment', 'person_identity']) group by household_id, part),
    whole as (select household_id, jsonb_object_agg(part, rows) as before from parts group by household_id)
    insert into registry.import_household (county_code, import_id, household_id, area_code, register_no, before, frame_hash,
      left_alone)
    select ${county}, ${id}::uuid, k.id, ${areaCode}, k.register_no,
      case when w.before ? 'household_year' then w.before else '{}' end, h.frame,
      case when w.before ? 'household_year' then null else 'created' end
    from unnest(${households.map((one) => one.id)}::uuid[], ${households.map((one) => one.registerNo)}::text[])
      k (id, register_no)
    left join whole w on w.household_id = k.id
    left join ${hashesOf(county, year, ids)} h on h.household_id = k.id`.execute(tx);
}

/** Households of the import that may still be restored. */
function restorable({ county, id }: ImportKey): RawBuilder<unknown> {
  return sql`(select household_id as id from registry.import_household
    where county_code = ${county} and import_id = ${id} and left_alone is null)`;
}

/** Keeps how the import left them: whatever differs from that later was changed by somebody. */
export async function keepAfter(tx: Tx, key: ImportKey, year: number): Promise<void> {
  await sql`
    update registry.import_household i set after_hash = h.whole,
      left_alone = case when h.frame is distinct from i.frame_hash then 'composition' end
    from ${hashesOf(key.county, year, restorable(key))} h
    where i.county_code = ${key.county} and i.import_id = ${key.id} and i.household_id = h.household_id`.execute(
    tx,
  );
}

/** Marks what must not be touched: locked books, and whatever is not as the import left it. */
export async function leaveChangedAlone(tx: Tx, key: ImportKey, year: number): Promise<void> {
  const { county, id } = key;
  await sql`
    with hashes as materialized (select * from ${hashesOf(county, year, restorable(key))} h),
    now as materialized (
      select k.id, h.whole, y.book_status from ${restorable(key)} k
      left join hashes h on h.household_id = k.id
      left join registry.household_year y on y.county_code = ${county} and y.household_id = k.id and y.year = ${year})
    update registry.import_household i set left_alone = case when n.book_status = 'locked' then 'locked' else 'changed' end
    from now n
    where i.county_code = ${county} and i.import_id = ${id} and i.household_id = n.id
      and (n.book_status = 'locked' or n.whole is distinct from i.after_hash)`.execute(tx);
}

export async function countHouseholds(
  tx: Tx,
  { county, id }: ImportKey,
): Promise<{ restored: number; others: number }> {
  const result = await sql<{ restored: number; others: number }>`
    select count(*) filter (where left_alone is null)::int as restored, count(left_alone)::int as others
    from registry.import_household where county_code = ${county} and import_id = ${id}`.execute(tx);
  return result.rows[0] ?? { restored: 0, others: 0 };
}

/** Columns that a table's rows may be given again: no keys, nothing that says when. */
async function columnsOf(tx: Tx, table: RestoredTable): Promise<string[]> {
  const result = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${`registry.${table}`}::regclass and attnum > 0
      and not attisdropped and attgenerated = '' order by attnum`.execute(tx);
  const kept = new Set<string>(["county_code", "area_code", "version", "updated_at", ...keys[table]]);
  return result.rows.map(({ name }) => name).filter((name) => !kept.has(name));
}

/** Writes a table's former values again; a row that was not there before says nothing any more. */
export async function restoreRows(
  tx: Tx,
  { county, id }: ImportKey,
  year: number,
  table: RestoredTable,
  now: Date,
): Promise<void> {
  const columns = await columnsOf(tx, table);
  const whole = sql.table(`registry.${table}`);
  const to = (value: (name: string) => RawBuilder<unknown>): RawBuilder<unknown> =>
    sql.join(columns.map((name) => sql`${sql.ref(name)} = ${value(name)}`));
  const version = table === "household_year" ? sql`, version = t.version + 1, updated_at = ${now}` : sql``;
  const ofImport = sql`i.county_code = ${county} and i.import_id = ${id} and i.left_alone is null and t.county_code = ${county}`;
  const sameRow = sql.join(
    keys[table].map((name) => sql`t.${sql.ref(name)} = r.${sql.ref(name)}`),
    sql` and `,
  );
  await sql`update ${whole} t set ${to((name) => sql`r.${sql.ref(name)}`)}${version}
    from registry.import_household i
    cross join lateral jsonb_populate_recordset(null::${whole}, i.before -> ${sql.lit(table)}) r
    where ${ofImport} and ${sameRow}`.execute(tx);
  if (table === "member" || table === "member_year") return;
  await sql`update ${whole} t set ${to(() => sql`null`)} from registry.import_household i
    where ${ofImport} and t.household_id = i.household_id and t.year = ${year}
      and not i.before ? ${sql.lit(table)}`.execute(tx);
}

export interface LeftAloneRow {
  register_no: string;
  left_alone: string | null;
}

export async function listLeftAlone(
  tx: Tx,
  { county, id }: ImportKey,
  { after, limit }: UndoQuery,
): Promise<LeftAloneRow[]> {
  return tx
    .selectFrom("registry.import_household")
    .select(["register_no", "left_alone"])
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .where("left_alone", "is not", null)
    .where("register_no", ">", after)
    .orderBy("register_no")
    .limit(limit)
    .execute();
}

export async function countLeftAlone(
  tx: Tx,
  { county, id }: ImportKey,
): Promise<{ left_alone: string; n: number }[]> {
  const result = await sql<{ left_alone: string; n: number }>`
    select left_alone, count(*)::int as n from registry.import_household
    where county_code = ${county} and import_id = ${id} and left_alone is not null
    group by left_alone order by n desc, left_alone`.execute(tx);
  return result.rows;
}

/** Written imports whose window has closed, the longest ago first; one that is being undone waits. */
export async function listUndoOver(tx: Tx, now: Date): Promise<{ county_code: string; id: string }[]> {
  return tx
    .selectFrom("registry.import_batch")
    .select(["county_code", "id"])
    .where("undoable_until", "<", now)
    .where("undo_dropped_at", "is", null)
    .where("state", "!=", "undoing")
    .orderBy("undoable_until")
    .execute();
}

/** How many households lost what was kept of them. `keepList`: the line of a household left alone stays, without values. */
export async function deleteKept(
  tx: Tx,
  { county, id }: ImportKey,
  { keepList }: { keepList: boolean },
): Promise<number> {
  const ofImport = sql`county_code = ${county} and import_id = ${id}`;
  const listed = keepList ? sql`left_alone is not null` : sql`false`;
  const deleted =
    await sql`delete from registry.import_household where ${ofImport} and not (${listed})`.execute(tx);
  const emptied =
    await sql`update registry.import_household set before = '{}', frame_hash = null, after_hash = null
    where ${ofImport} and before <> '{}'`.execute(tx);
  return Number((deleted.numAffectedRows ?? 0n) + (emptied.numAffectedRows ?? 0n));
}
