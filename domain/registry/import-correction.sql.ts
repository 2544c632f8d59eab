/** Table registry.import_correction: cells of an import as a person put them right. */
import type { Insertable, Selectable } from "kysely";
import type { RegistryImportCorrection } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { ImportKey } from "./import.contract.ts";

export type CorrectionRow = Omit<
  Selectable<RegistryImportCorrection>,
  "county_code" | "import_id" | "area_code"
>;

export async function listCorrections(tx: Tx, { county, id }: ImportKey): Promise<CorrectionRow[]> {
  return tx
    .selectFrom("registry.import_correction")
    .select([
      "sheet",
      "row",
      "letter",
      "value_cipher",
      "is_checked",
      "person_id",
      "corrected_at",
      "from_text",
      "to_text",
      "is_written",
    ])
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .orderBy("sheet")
    .orderBy("row")
    .orderBy("letter")
    .execute();
}

export async function upsertCorrection(tx: Tx, row: Insertable<RegistryImportCorrection>): Promise<void> {
  await tx
    .insertInto("registry.import_correction")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["county_code", "import_id", "sheet", "row", "letter"]).doUpdateSet((eb) => ({
        value_cipher: eb.ref("excluded.value_cipher"),
        is_checked: eb.ref("excluded.is_checked"),
        person_id: eb.ref("excluded.person_id"),
        corrected_at: eb.ref("excluded.corrected_at"),
      })),
    )
    .execute();
}

export async function deleteCorrection(
  tx: Tx,
  { county, id }: ImportKey,
  { sheet, row, letter }: Pick<CorrectionRow, "sheet" | "row" | "letter">,
): Promise<void> {
  await tx
    .deleteFrom("registry.import_correction")
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .where("sheet", "=", sheet)
    .where("row", "=", row)
    .where("letter", "=", letter)
    .execute();
}

export async function updateEffect(
  tx: Tx,
  { county, id }: ImportKey,
  { sheet, row, letter }: Pick<CorrectionRow, "sheet" | "row" | "letter">,
  effect: Pick<CorrectionRow, "from_text" | "to_text" | "is_written">,
): Promise<void> {
  await tx
    .updateTable("registry.import_correction")
    .set(effect)
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .where("sheet", "=", sheet)
    .where("row", "=", row)
    .where("letter", "=", letter)
    .execute();
}

export async function countUnchecked(tx: Tx, { county, id }: ImportKey): Promise<number> {
  const row = await tx
    .selectFrom("registry.import_correction")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .where("is_checked", "=", false)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function updateCorrections(
  tx: Tx,
  { county, id }: ImportKey,
  change: { is_checked: true } | { value_cipher: null },
): Promise<void> {
  await tx
    .updateTable("registry.import_correction")
    .set(change)
    .where("county_code", "=", county)
    .where("import_id", "=", id)
    .execute();
}
