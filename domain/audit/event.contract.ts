/** The audit record as its readers see it. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { InputText } from "../../platform/input.contract.ts";
import { AnyAreaCode } from "../access/area-code.contract.ts";
import { Role } from "../access/role.contract.ts";
import { auditActions } from "./audit-action.contract.ts";

export const AuditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof AuditAction>;

export const EventQuery = z.strictObject({
  from: z.iso.date().optional().describe("First day in China"),
  to: z.iso.date().optional().describe("Last day in China"),
  personId: z.uuid().optional().describe("Who did it, or asked for the job that did it"),
  action: AuditAction.optional(),
  areaCode: AnyAreaCode.optional().describe("What belongs to this place or lies in it"),
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

/** A code in both languages; null: nobody had entered it. */
const ShownValue = z.union([z.string(), z.number(), z.boolean(), BothLanguages]).nullable();
export type ShownValue = z.infer<typeof ShownValue>;

/** What a field of a book was and became. */
export const ShownChange = z.strictObject({
  field: BothLanguages,
  from: ShownValue,
  to: ShownValue,
  isMoney: z.boolean().describe("Both values in fen"),
});
export type ShownChange = z.infer<typeof ShownChange>;

const Place = z.strictObject({ code: z.string(), name: z.string() });

export const ListedEvent = AuditEvent.extend({
  who: z.strictObject({
    id: z.uuid().describe("The person who did it, or asked for the job that did it"),
    name: z.string().nullable().describe("Masked of a helper; null: nobody with a role in the reader's area"),
    role: Role.nullable().describe("Of the grant; null: no grant in the reader's area"),
    place: Place.nullable().describe("Of the grant"),
  }),
  place: Place.describe("Where the subject belongs"),
  household: z
    .strictObject({ county: z.string(), id: z.uuid(), registerNo: z.string() })
    .nullable()
    .describe("The subject, where it is a household that the reader may open"),
  subjectName: z.string().nullable().describe("Of a person with a role in the reader's area"),
  fields: z
    .array(BothLanguages)
    .describe("What else was changed, without its values; all of it where the reader may not open the book"),
  changes: z.array(ShownChange),
});
export type ListedEvent = z.infer<typeof ListedEvent>;

export const EventPage = z.strictObject({
  events: z.array(ListedEvent),
  next: z.uuid().nullable().describe("`before` of the next page; null on the last one"),
});
export type EventPage = z.infer<typeof EventPage>;

export const RecordedPeople = z.strictObject({
  people: z.array(z.strictObject({ id: z.uuid(), name: z.string(), role: Role })),
});
export type RecordedPeople = z.infer<typeof RecordedPeople>;
