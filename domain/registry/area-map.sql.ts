/** Table registry.area_map: rows are added, never changed. */
import type { Insertable, Selectable } from "kysely";
import type { RegistryAreaMap } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export type AreaMapRow = Selectable<RegistryAreaMap>;

/** The newest map of an area; ids grow with time. */
export async function findNewestMap(tx: Tx, areaCode: string): Promise<AreaMapRow | undefined> {
  return tx
    .selectFrom("registry.area_map")
    .selectAll()
    .where("area_code", "=", areaCode)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertMap(tx: Tx, row: Insertable<RegistryAreaMap>): Promise<void> {
  await tx.insertInto("registry.area_map").values(row).execute();
}
