/** Table registry.import_difference: what an import changes, line by line. */
import { type Selectable, sql } from "kysely";
import type { RegistryImportDifference } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { ImportKey } from "./import.contract.ts";
import type { DifferenceQuery } from "./import-difference.contract.ts";

type DifferenceRow = Selectable<RegistryImportDifference>;

export type NewDifference = Pick<
  DifferenceRow,
  | "kind"
  | "register_no"
  | "masked_head"
  | "village"
  | "field"
  | "label"
  | "from_text"
  | "to_text"
  | "is_hidden"
>;

const portion = 10_000;

/** In place of those kept before. */
export async function replaceDifferences(
  tx: Tx,
  { county, id }: ImportKey,
  areaCode: string,
  rows: readonly NewDifference[],
): Promise<void> {
  await tx
    .deleteFrom("registry.import_difference")
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .execute();
  for (let at = 0; at < rows.length; at += portion) {
    const some = rows.slice(at, at + portion);
    await sql`insert into registry.import_difference (county_code, import_id, position, area_code, kind, register_no, field,
        label, from_text, to_text, is_hidden, masked_head, village)
      select ${county}, ${id}::uuid, ${at}::int + place::int, ${areaCode}, kind, register_no, field, label, from_text, to_text,
        is_hidden, masked_head, village
      from unnest(${some.map((one) => one.kind)}::text[], ${some.map((one) => one.register_no)}::text[],
        ${some.map((one) => one.field)}::text[], ${some.map((one) => one.label)}::text[],
        ${some.map((one) => one.from_text)}::text[], ${some.map((one) => one.to_text)}::text[],
        ${some.map((one) => one.is_hidden)}::boolean[], ${some.map((one) => one.masked_head)}::text[],
        ${some.map((one) => one.village)}::text[])
        with ordinality n (kind, register_no, field, label, from_text, to_text, is_hidden, masked_head, village, place)`.execute(
      tx,
    );
  }
}

export async function listDifferences(
  tx: Tx,
  { county, id }: ImportKey,
  { kind, field, after, limit }: DifferenceQuery,
): Promise<DifferenceRow[]> {
  let query = tx
    .selectFrom("registry.import_difference")
    .selectAll()
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (field !== undefined) query = query.where("field", "=", field);
  return query.execute();
}

/** Kept, whatever is asked for of them. */
export async function countListed(tx: Tx, { county, id }: ImportKey): Promise<number> {
  const row = await tx
    .selectFrom("registry.import_difference")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Column difference_counts of the import: how many of each kind and field there are, kept or not. */
export async function findCounts(tx: Tx, { county, id }: ImportKey): Promise<unknown> {
  const row = await tx
    .selectFrom("registry.import_batch")
    .select("difference_counts")
    .where("county_code", "=", county)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.difference_counts;
}

export async function updateCounts(tx: Tx, { county, id }: ImportKey, counts: string): Promise<void> {
  await tx
    .updateTable("registry.import_batch")
    .set({ difference_counts: counts })
    .where("county_code", "=", county)
    .where("id", "=", id)
    .execute();
}
