/** The record of what was done: written in the transaction of the change, never changed afterwards. */
import { z } from "zod";
import { newId } from "../../platform/id.ts";
import type { Permission } from "../access/role.contract.ts";
import type { Work } from "../access/work.ts";
import type { AuditEvent, EventPage, EventQuery } from "./event.contract.ts";
import { type EventRow, insertEvent, listEvents } from "./event.sql.ts";

/** What a field of a book was and became: codes, yes or no, numbers; amounts in fen. */
export type FieldChange = { field: string; from: FieldValue; to: FieldValue };
export type FieldValue = string | number | boolean | null;

/**
 * Plain facts about the change. Never a name, number, phone or any other personal value. `changes` holds what a book said
 * before and after: only who may see the household is told, the record of the area leaves it out.
 */
export type AuditDetail = Record<string, FieldValue | string[]> & { changes?: never };
export type BookChangeDetail = { year: number; fields: string[]; changes: FieldChange[] };

/** The word of the operation: its permission, or what anybody may do about his own session. */
export type AuditAction =
  | Permission
  /** A chore of the worker only. */
  | "import.drop-undo"
  /** From the command line only. */
  | "target.import"
  | "village.designate"
  | "session.create"
  | "session.delete"
  | "session.change-password"
  /** A sign-in or a change of the password that was refused. */
  | "session.refuse";

/** Writes one entry. `area` is where the subject belongs. */
export async function recordAudit(
  work: Work,
  action: AuditAction,
  subject: { kind: string; id: string; area: string },
  detail: AuditDetail | BookChangeDetail = {},
): Promise<void> {
  await insertEvent(work.tx, {
    id: newId(work.now),
    at: work.now,
    person_id: work.actor.personId,
    started_by: work.actor.startedBy,
    grant_id: work.actor.grantId,
    area_code: subject.area,
    action,
    subject_kind: subject.kind,
    subject_id: subject.id,
    detail: JSON.stringify(detail),
  });
}

/** Entries of the actor's area, newest first, without the values of a book. */
export async function pageOfEvents(work: Work, query: EventQuery): Promise<EventPage> {
  const rows = await listEvents(work.tx, query, query.limit + 1);
  const events = rows.slice(0, query.limit).map(present).map(withoutValues);
  return { events, next: rows.length > query.limit ? (events.at(-1)?.id ?? null) : null };
}

/** With the values of the book before and after: for whoever may see the subject itself. */
export async function listEventsOf(
  work: Work,
  subject: { kind: string; id: string },
  limit: number,
): Promise<AuditEvent[]> {
  const filter = { subjectKind: subject.kind, subjectId: subject.id };
  return (await listEvents(work.tx, filter, limit)).map(present);
}

/** Who reads the record of an area, as an administrator does, may see nobody's book. */
function withoutValues(event: AuditEvent): AuditEvent {
  const { changes: _, ...detail } = event.detail;
  return { ...event, detail };
}

const Detail = z.record(z.string(), z.unknown());

function present(row: EventRow): AuditEvent {
  return {
    id: row.id,
    at: row.at.toISOString(),
    personId: row.person_id,
    startedBy: row.started_by,
    grantId: row.grant_id,
    areaCode: row.area_code,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    detail: Detail.parse(row.detail),
  };
}
