/** Table registry.division: written by the owner, read by everyone. A current row has no valid_to. */
import { sql } from "kysely";
import { copyRows } from "../../platform/db/copy.ts";
import type { Tx } from "../../platform/db/database.ts";

export interface DivisionRow {
  code: string;
  name: string;
  level: number;
  parent_code: string | null;
}

/** The place and the places above it, from the top; empty when there is no such place. */
export async function listAncestors(tx: Tx, code: string): Promise<DivisionRow[]> {
  const result = await sql<DivisionRow>`
    with recursive up as (
      select code, name, level, parent_code from registry.division where code = ${code} and valid_to is null
      union all
      select d.code, d.name, d.level, d.parent_code
      from registry.division d join up on d.code = up.parent_code where d.valid_to is null
    )
    select * from up order by level`.execute(tx);
  return result.rows;
}

/** Places directly below, by code; the provinces for null. */
export async function listChildren(tx: Tx, code: string | null): Promise<DivisionRow[]> {
  return tx
    .selectFrom("registry.division")
    .select(["code", "name", "level", "parent_code"])
    .where("valid_to", "is", null)
    .where((eb) => (code === null ? eb("parent_code", "is", null) : eb("parent_code", "=", code)))
    .orderBy("code")
    .execute();
}

/** All names that places of a range ever had, at some levels; current names first. */
export async function listNames(tx: Tx, low: string, high: string, levels: number[]): Promise<DivisionRow[]> {
  const result = await sql<DivisionRow>`
    select code, name, level, parent_code from registry.division
    where code between ${low} and ${high} and level = any (${levels}::int[])
    order by valid_to nulls first, code`.execute(tx);
  return result.rows;
}

/** The places of today among these codes. */
export async function listNamesOf(
  tx: Tx,
  codes: readonly string[],
): Promise<Pick<DivisionRow, "code" | "name">[]> {
  if (codes.length === 0) return [];
  return tx
    .selectFrom("registry.division")
    .select(["code", "name"])
    .where("valid_to", "is", null)
    .where("code", "in", codes)
    .execute();
}

export interface DivisionLine extends DivisionRow {
  category: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface DivisionChange {
  added: number;
  renamed: number;
  /** Lines that differed on the day from which they hold, or whose end became known. */
  corrected: number;
}

/**
 * Takes lines as the state of places from their valid_from on: an unknown code is added; a current row whose name,
 * parent or level differs ends the day the new one begins. A line with valid_to is history, or ends the row that began
 * on its valid_from.
 */
export async function mergeDivisions(tx: Tx, lines: DivisionLine[], source: string): Promise<DivisionChange> {
  await sql`create temp table incoming_division (code text, name text, level smallint, parent_code text, category text,
    valid_from date, valid_to date) on commit drop`.execute(tx);
  const columns = ["code", "name", "level", "parent_code", "category", "valid_from", "valid_to"] as const;
  await copyRows(
    tx,
    "incoming_division",
    columns,
    lines.map((line) => columns.map((name) => line[name])),
  );
  const ended = await sql`
    update registry.division d set valid_to = i.valid_from
    from incoming_division i
    where i.valid_to is null and d.code = i.code and d.valid_to is null and d.valid_from < i.valid_from
      and (d.name, d.level, d.parent_code) is distinct from (i.name, i.level, i.parent_code)`.execute(tx);
  const corrected = await sql`
    update registry.division d set name = i.name, level = i.level, parent_code = i.parent_code, valid_to = i.valid_to
    from incoming_division i
    where d.code = i.code and d.valid_from = i.valid_from and (i.valid_to is not null or d.valid_to is null)
      and (d.name, d.level, d.parent_code, d.valid_to) is distinct from (i.name, i.level, i.parent_code, i.valid_to)
    `.execute(tx);
  const added = await sql`
    insert into registry.division (code, valid_from, valid_to, parent_code, level, name, category, source)
    select i.code, i.valid_from, i.valid_to, i.parent_code, i.level, i.name, i.category, ${source}
    from incoming_division i
    where i.valid_to is not null
      or not exists (select from registry.division d where d.code = i.code and d.valid_to is null)
    on conflict (code, valid_from) do nothing`.execute(tx);
  await sql`drop table incoming_division`.execute(tx);
  const renamed = Number(ended.numAffectedRows ?? 0n);
  return {
    added: Number(added.numAffectedRows ?? 0n) - renamed,
    renamed,
    corrected: Number(corrected.numAffectedRows ?? 0n),
  };
}
