/** Table registry.import_batch: one file from upload to receipt. */
import type { Insertable, Selectable } from "kysely";
import type { RegistryImportBatch } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { ImportKey } from "./import.contract.ts";

export type BatchRow = Omit<Selectable<RegistryImportBatch>, "file_cipher" | "difference_counts">;

export async function insertBatch(tx: Tx, batch: Insertable<RegistryImportBatch>): Promise<void> {
  await tx.insertInto("registry.import_batch").values(batch).execute();
}

const shown = [
  "county_code",
  "id",
  "area_code",
  "person_id",
  "file_name",
  "file_hash",
  "layout",
  "year",
  "state",
  "problem",
  "created_at",
  "applied_at",
  "applied_by",
  "undone_at",
  "undone_by",
  "undoable_until",
  "undo_dropped_at",
  "closed_at",
  "closed_reason",
] as const;

export async function findBatch(tx: Tx, { county, id }: ImportKey): Promise<BatchRow | undefined> {
  return tx
    .selectFrom("registry.import_batch")
    .select([...shown, "preview", "unread_sheets", "undo"])
    .where("county_code", "=", county)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The newest first, without previews. */
export async function listBatches(
  tx: Tx,
  areaLow: string,
  areaHigh: string,
  most: number,
): Promise<Omit<BatchRow, "preview" | "unread_sheets" | "undo">[]> {
  return tx
    .selectFrom("registry.import_batch")
    .select([...shown])
    .where("county_code", ">=", areaLow.slice(0, 6))
    .where("county_code", "<=", areaHigh.slice(0, 6))
    .orderBy("created_at", "desc")
    .limit(most)
    .execute();
}

/** Locks the row until the transaction ends: two workers never take one batch, and nothing is corrected while it starts being applied. */
export async function holdBatch(tx: Tx, { county, id }: ImportKey): Promise<void> {
  await tx
    .selectFrom("registry.import_batch")
    .select("id")
    .where("county_code", "=", county)
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

/** The sealed file; null when it was applied or refused. */
export async function findSealedFile(tx: Tx, { county, id }: ImportKey): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("registry.import_batch")
    .select("file_cipher")
    .where("county_code", "=", county)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.file_cipher ?? null;
}

export async function updateBatch(
  tx: Tx,
  { county, id }: ImportKey,
  change: Partial<
    Pick<
      Insertable<RegistryImportBatch>,
      | "state"
      | "layout"
      | "year"
      | "preview"
      | "unread_sheets"
      | "problem"
      | "file_cipher"
      | "applied_at"
      | "applied_by"
      | "undo"
      | "undone_at"
      | "undone_by"
      | "undoable_until"
      | "undo_dropped_at"
      | "closed_at"
      | "closed_reason"
    >
  >,
): Promise<void> {
  await tx
    .updateTable("registry.import_batch")
    .set(change)
    .where("county_code", "=", county)
    .where("id", "=", id)
    .execute();
}

/** Takes a batch from one state to the next; false when it was not in the first. */
export async function moveBatch(
  tx: Tx,
  { county, id }: ImportKey,
  from: string,
  to: string,
): Promise<boolean> {
  const result = await tx
    .updateTable("registry.import_batch")
    .set({ state: to })
    .where("county_code", "=", county)
    .where("id", "=", id)
    .where("state", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
