/** The audit table: insert and read only, by grant. */
import type { Insertable } from "kysely";
import type { AuditEvent } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export async function insertEvent(tx: Tx, event: Insertable<AuditEvent>): Promise<void> {
  await tx.insertInto("audit.event").values(event).execute();
}
