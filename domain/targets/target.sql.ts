/** The table of targets: row security shows a place only what lies below it. */
import type { Insertable, Selectable } from "kysely";
import type { TargetsTarget } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export type TargetRow = Selectable<TargetsTarget>;

export async function listTargetRows(tx: Tx, areaCode: string): Promise<TargetRow[]> {
  return tx
    .selectFrom("targets.target")
    .selectAll()
    .where("area_code", "=", areaCode)
    .orderBy("year")
    .orderBy("kind")
    .execute();
}

/** Adds a target, or corrects the number that stood for the same place, year and kind. */
export async function saveTarget(tx: Tx, row: Insertable<TargetsTarget>): Promise<void> {
  await tx
    .insertInto("targets.target")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["area_code", "year", "kind"]).doUpdateSet((excluded) => ({
        planned: excluded.ref("excluded.planned"),
        split: excluded.ref("excluded.split"),
        document: excluded.ref("excluded.document"),
        document_date: excluded.ref("excluded.document_date"),
        quote: excluded.ref("excluded.quote"),
        entered_at: excluded.ref("excluded.entered_at"),
      })),
    )
    .execute();
}
