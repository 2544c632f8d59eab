/** The list of poor villages. */
import type { Selectable } from "kysely";
import type { RegistryPoorVillage } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export type PoorVillage = Selectable<RegistryPoorVillage>;

/** Those of the villages that are on the list. */
export async function findPoorVillages(tx: Tx, villages: readonly string[]): Promise<PoorVillage[]> {
  if (villages.length === 0) return [];
  const counties = [...new Set(villages.map((village) => village.slice(0, 6)))];
  return tx
    .selectFrom("registry.poor_village")
    .selectAll()
    .where("county_code", "in", counties)
    .where("area_code", "in", villages)
    .execute();
}

export async function savePoorVillages(tx: Tx, rows: PoorVillage[]): Promise<void> {
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
