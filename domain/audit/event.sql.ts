/** The audit table: insert and read only, by grant. */
import type { Insertable, Selectable } from "kysely";
import type { AuditEvent } from "../../db/tables.ts";
import type { Scope, Tx } from "../../platform/db/database.ts";

export type EventRow = Selectable<AuditEvent>;

export async function insertEvent(tx: Tx, event: Insertable<AuditEvent>): Promise<void> {
  await tx.insertInto("audit.event").values(event).execute();
}

export interface EventFilter {
  /** Ids from this one on; they are UUIDv7, so this is a time. */
  firstId?: string | undefined;
  /** Ids below this one: the end of a time span, or the last entry of the page before. */
  beforeIds?: readonly string[];
  /** Who did it, or asked for the job that did it. */
  personId?: string | undefined;
  action?: string | undefined;
  within?: Scope | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
}

/** Newest first: ids sort by time. */
export async function listEvents(tx: Tx, filter: EventFilter, limit: number): Promise<EventRow[]> {
  const { firstId, beforeIds = [], personId, action, within, subjectKind, subjectId } = filter;
  let query = tx.selectFrom("audit.event").selectAll().orderBy("id", "desc").limit(limit);
  if (subjectKind !== undefined) query = query.where("subject_kind", "=", subjectKind);
  if (subjectId !== undefined) query = query.where("subject_id", "=", subjectId);
  if (firstId !== undefined) query = query.where("id", ">=", firstId);
  for (const id of beforeIds) query = query.where("id", "<", id);
  if (personId !== undefined) query = query.where("asked_by", "=", personId);
  if (action !== undefined) query = query.where("action", "=", action);
  if (within) {
    query = query.where("area_code", ">=", within.areaLow).where("area_code", "<=", within.areaHigh);
    const county = within.areaLow.slice(0, 6);
    // One county: its index is in the order of the list.
    if (county === within.areaHigh.slice(0, 6)) query = query.where("county_code", "=", county);
  }
  return query.execute();
}
