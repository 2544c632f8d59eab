/** Published numbers: written by the owner, read by everybody in the place. */
import type { Insertable, Selectable } from "kysely";
import type { VerdictsPublishedFigure } from "../../../db/tables.ts";
import type { Tx } from "../../../platform/db/database.ts";

export type PublishedRow = Selectable<VerdictsPublishedFigure>;

export async function listPublished(tx: Tx, areaCode: string): Promise<PublishedRow[]> {
  return tx
    .selectFrom("verdicts.published_figure")
    .selectAll()
    .where("area_code", "=", areaCode)
    .orderBy("year", "desc")
    .orderBy("indicator")
    .execute();
}

export async function savePublished(owner: Tx, row: Insertable<VerdictsPublishedFigure>): Promise<void> {
  await owner
    .insertInto("verdicts.published_figure")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["area_code", "year", "indicator"]).doUpdateSet((excluded) => ({
        numerator: excluded.ref("excluded.numerator"),
        denominator: excluded.ref("excluded.denominator"),
        as_of: excluded.ref("excluded.as_of"),
        document: excluded.ref("excluded.document"),
        published_on: excluded.ref("excluded.published_on"),
        quote: excluded.ref("excluded.quote"),
        derived: excluded.ref("excluded.derived"),
      })),
    )
    .execute();
}
