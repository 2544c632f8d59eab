/** Table verdicts.household_export: sealed files that wait to be fetched. */
import type { Insertable, Selectable } from "kysely";
import type { VerdictsHouseholdExport } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export async function insertExport(tx: Tx, row: Insertable<VerdictsHouseholdExport>): Promise<void> {
  await tx.insertInto("verdicts.household_export").values(row).execute();
}

export async function deleteExportsBefore(tx: Tx, oldest: Date): Promise<void> {
  await tx.deleteFrom("verdicts.household_export").where("created_at", "<", oldest).execute();
}

/** Only the person's own, and none that is older. */
export async function findExport(
  tx: Tx,
  id: string,
  personId: string,
  oldest: Date,
): Promise<Selectable<VerdictsHouseholdExport> | undefined> {
  return tx
    .selectFrom("verdicts.household_export")
    .selectAll()
    .where("id", "=", id)
    .where("person_id", "=", personId)
    .where("created_at", ">=", oldest)
    .executeTakeFirst();
}
