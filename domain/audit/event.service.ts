/** The record of what was done: written in the transaction of the change, never changed afterwards. */
import { z } from "zod";
import { newId } from "../../platform/id.ts";
import type { Role } from "../access/role.contract.ts";
import type { Work } from "../access/work.ts";
import type { AuditAction, AuditEvent } from "./event.contract.ts";
import { type EventFilter, type EventRow, insertEvent, listEvents } from "./event.sql.ts";

/** What a field of a book was and became: codes, yes or no, numbers; amounts in fen. */
export type FieldChange = { field: string; from: FieldValue; to: FieldValue };
export type FieldValue = string | number | boolean | null;
/** What was changed of a member, by his id: all fields, and before and after of those whose values are kept. */
export type MemberChange = { id: string; fields: string[]; changes: FieldChange[] };

/**
 * Plain facts about the change. Never a name, number, phone or any other personal value. `changes` and
 * `members` hold what a book said before and after: only who may see the household is told, the record of the area leaves it out.
 */
export type AuditDetail = Record<string, FieldValue | string[]> & { changes?: never; members?: never };
/** `mended` and `failing` are ids of rules that the change turned from a fail, and into one. */
export type BookChangeDetail = {
  year: number;
  role: Role;
  fields: string[];
  changes: FieldChange[];
  members?: MemberChange[];
  mended?: string[];
  failing?: string[];
};

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

/** Newest first, with the values of the book before and after: for whoever may see the subject itself. */
export async function listEventsOf(work: Work, filter: EventFilter, limit: number): Promise<AuditEvent[]> {
  return (await listEvents(work.tx, filter, limit)).map(present);
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
