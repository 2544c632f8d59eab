/** Table registry.import_reject: places of a file that an import does not take. */
import { type Selectable, sql } from "kysely";
import type { RegistryImportReject } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { ImportKey } from "./import.contract.ts";
import type { RejectQuery } from "./import-reject.contract.ts";

export type RejectRow = Selectable<RegistryImportReject>;
export type NewReject = Omit<RejectRow, "county_code" | "import_id" | "area_code" | "named_by">;

const portion = 10_000;

/** In place of those kept before. */
export async function replaceRejects(
  tx: Tx,
  { county, id }: ImportKey,
  areaCode: string,
  rows: readonly NewReject[],
): Promise<void> {
  await tx
    .deleteFrom("registry.import_reject")
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .execute();
  for (let at = 0; at < rows.length; at += portion) {
    const some = rows.slice(at, at + portion);
    await sql`insert into registry.import_reject (county_code, import_id, area_code, kind, group_number, position, sheet, row,
        register_no, village, label, value, reason_zh, reason_en)
      select ${county}, ${id}::uuid, ${areaCode}, n.*
      from unnest(${some.map((one) => one.kind)}::text[], ${some.map((one) => one.group_number)}::int[],
        ${some.map((one) => one.position)}::int[], ${some.map((one) => one.sheet)}::text[],
        ${some.map((one) => one.row)}::int[], ${some.map((one) => one.register_no)}::text[],
        ${some.map((one) => one.village)}::text[], ${some.map((one) => one.label)}::text[],
        ${some.map((one) => one.value)}::text[], ${some.map((one) => one.reason_zh)}::text[],
        ${some.map((one) => one.reason_en)}::text[]) n`.execute(tx);
  }
}

/** Rejects of earlier files of the layout and year whose households this import names: it stands for them from now on. */
export async function noteNamed(
  tx: Tx,
  { county, id }: ImportKey,
  registerNos: readonly string[],
): Promise<void> {
  await tx
    .updateTable("registry.import_reject")
    .set({ named_by: null })
    .where("county_code", "=", county)
    .where("named_by", "=", id)
    .execute();
  await sql`update registry.import_reject r set named_by = ${id}::uuid
    from registry.import_batch earlier, registry.import_batch this
    where r.county_code = ${county} and r.kind = 'reject' and r.register_no = any(${registerNos}::text[])
      and this.county_code = r.county_code and this.id = ${id}
      and earlier.county_code = r.county_code and earlier.id = r.import_id and earlier.layout = this.layout
      and earlier.year = this.year and earlier.created_at < this.created_at`.execute(tx);
}

export interface GroupRow {
  kind: string;
  group_number: number;
  n: number;
  reason_zh: string;
  reason_en: string;
}

/** With the reason of the first place of each. */
export async function listGroups(tx: Tx, { county, id }: ImportKey): Promise<GroupRow[]> {
  const result = await sql<GroupRow>`
    select g.kind, g.group_number, g.n, f.reason_zh, f.reason_en
    from (select county_code, import_id, kind, group_number, count(*)::int as n, min(position) as position
      from registry.import_reject where county_code = ${county} and import_id = ${id}
      group by county_code, import_id, kind, group_number) g
    join registry.import_reject f using (county_code, import_id, kind, group_number, position)
    order by g.kind, g.group_number`.execute(tx);
  return result.rows;
}

export async function listRejects(
  tx: Tx,
  { county, id }: ImportKey,
  { kind, group, after, limit }: RejectQuery,
): Promise<RejectRow[]> {
  return tx
    .selectFrom("registry.import_reject")
    .selectAll()
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .where("kind", "=", kind)
    .where("group_number", "=", group)
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit)
    .execute();
}

export async function listAllRejects(tx: Tx, { county, id }: ImportKey): Promise<RejectRow[]> {
  return tx
    .selectFrom("registry.import_reject")
    .selectAll()
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .where("kind", "=", "reject")
    .orderBy("position")
    .execute();
}
