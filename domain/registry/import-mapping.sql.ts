/** Table registry.import_mapping: columns that a person mapped, by place and layout. */
import type { Insertable } from "kysely";
import type { RegistryImportMapping } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export interface MappingRow {
  fingerprint: string;
  columns: unknown;
  mapped_at: Date;
}

export async function listMappings(tx: Tx, county: string, areaCode: string): Promise<MappingRow[]> {
  return tx
    .selectFrom("registry.import_mapping")
    .select(["fingerprint", "columns", "mapped_at"])
    .where("county_code", "=", county)
    .where("area_code", "=", areaCode)
    .execute();
}

export async function upsertMapping(tx: Tx, mapping: Insertable<RegistryImportMapping>): Promise<void> {
  await tx
    .insertInto("registry.import_mapping")
    .values(mapping)
    .onConflict((conflict) =>
      conflict.columns(["county_code", "area_code", "fingerprint"]).doUpdateSet((eb) => ({
        columns: eb.ref("excluded.columns"),
        person_id: eb.ref("excluded.person_id"),
        mapped_at: eb.ref("excluded.mapped_at"),
      })),
    )
    .execute();
}

/** False when there was none. */
export async function deleteMapping(
  tx: Tx,
  county: string,
  areaCode: string,
  fingerprint: string,
): Promise<boolean> {
  const result = await tx
    .deleteFrom("registry.import_mapping")
    .where("county_code", "=", county)
    .where("area_code", "=", areaCode)
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
