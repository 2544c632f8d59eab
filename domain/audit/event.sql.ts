/** The audit table: insert and read only, by grant. */
import type { Insertable, Selectable } from "kysely";
import type { AuditEvent } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export type EventRow = Selectable<AuditEvent>;

export async function insertEvent(tx: Tx, event: Insertable<AuditEvent>): Promise<void> {
  await tx.insertInto("audit.event").values(event).execute();
}

export interface EventFilter {
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  before?: string | undefined;
}

/** Newest first: ids are UUIDv7, so they sort by time. */
export async function listEvents(tx: Tx, filter: EventFilter, limit: number): Promise<EventRow[]> {
  let query = tx.selectFrom("audit.event").selectAll().orderBy("id", "desc").limit(limit);
  if (filter.subjectKind !== undefined) query = query.where("subject_kind", "=", filter.subjectKind);
  if (filter.subjectId !== undefined) query = query.where("subject_id", "=", filter.subjectId);
  if (filter.before !== undefined) query = query.where("id", "<", filter.before);
  return query.execute();
}
