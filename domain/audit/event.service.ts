/** The record of what was done: written in the transaction of the change, never changed afterwards. */
import { newId } from "../../platform/id.ts";
import type { Work } from "../access/work.ts";
import { insertEvent } from "./event.sql.ts";

/** Plain facts about the change. Never a name, number, phone or any other personal value. */
export type AuditDetail = Record<string, string | number | boolean | null | string[]>;

/** Writes one entry. `action` is the permission's word; `area` is where the subject belongs. */
export async function recordAudit(
  work: Work,
  action: string,
  subject: { kind: string; id: string; area: string },
  detail: AuditDetail = {},
): Promise<void> {
  await insertEvent(work.tx, {
    id: newId(work.now),
    at: work.now,
    person_id: work.actor.personId,
    grant_id: work.actor.grantId,
    area_code: subject.area,
    action,
    subject_kind: subject.kind,
    subject_id: subject.id,
    detail: JSON.stringify(detail),
  });
}
