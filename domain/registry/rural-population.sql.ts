/** Written by the owner only; the app reads it. */
import type { Insertable } from "kysely";
import type { RegistryAreaPopulation } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export async function saveRuralPopulation(owner: Tx, row: Insertable<RegistryAreaPopulation>): Promise<void> {
  await owner
    .insertInto("registry.area_population")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["area_code", "year"]).doUpdateSet((excluded) => ({
        rural_population: excluded.ref("excluded.rural_population"),
        source: excluded.ref("excluded.source"),
      })),
    )
    .execute();
}
