/** The list of poor villages. */
import type { Insertable } from "kysely";
import type { RegistryPoorVillage } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export async function savePoorVillages(tx: Tx, rows: Insertable<RegistryPoorVillage>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("registry.poor_village")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["county_code", "area_code"]).doUpdateSet((excluded) => ({
        designated_by: excluded.ref("excluded.designated_by"),
        designated_year: excluded.ref("excluded.designated_year"),
        source: excluded.ref("excluded.source"),
      })),
    )
    .execute();
}
