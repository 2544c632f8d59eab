/** The audit record as its readers see it. */
import { z } from "zod";
import { InputText } from "../../platform/input.contract.ts";

export const EventQuery = z.strictObject({
  subjectKind: InputText.max(40).optional(),
  subjectId: InputText.max(80).optional(),
  before: z.uuid().optional().describe("Id of the last entry of the page before; entries are newest first"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type EventQuery = z.infer<typeof EventQuery>;

export const AuditEvent = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  personId: z.uuid(),
  startedBy: z.uuid().nullable().describe("The person who asked for it, when a job did it"),
  grantId: z.uuid().nullable().describe("The grant under which it was done"),
  areaCode: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  detail: z.record(z.string(), z.unknown()).describe("Plain facts of the change, nothing personal"),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

export const EventPage = z.strictObject({
  events: z.array(AuditEvent),
  next: z.uuid().nullable().describe("`before` of the next page; null on the last one"),
});
export type EventPage = z.infer<typeof EventPage>;
