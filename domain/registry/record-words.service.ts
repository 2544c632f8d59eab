/** What the register says of the subjects of the audit record: places, household numbers, fields and values of a book. */
import type { BothLanguages } from "../../platform/both-languages.contract.ts";
import { type Work, can } from "../access/work.ts";
import { z } from "zod";
import type { AuditEvent, ShownChange, ShownValue } from "../audit/event.contract.ts";
import type { HouseholdNamed, RegisterWords } from "../audit/event-page.service.ts";
import type { FieldChange } from "../audit/event.service.ts";
import { labelOf } from "./code-list.ts";
import { placeNames } from "./division.service.ts";
import { listRegisterNumbers } from "./household.sql.ts";
import { maskName } from "./masking.ts";
import { findField } from "./reading-fields.ts";

export const recordWords: RegisterWords = {
  placeNames,
  findHouseholds,
  maskName,
  presentChanges: withFieldsOfMembers,
  presentFields: ({ fields }) => textsOf(fields).map(titleOf),
};

/** Nobody's, for whoever may read no household. */
async function findHouseholds(
  work: Work,
  keys: readonly { county: string; id: string }[],
): Promise<ReadonlyMap<string, HouseholdNamed>> {
  if (!can(work.actor, "household.read")) return new Map();
  const found = await listRegisterNumbers(work.tx, keys, work.actor.helperId);
  return new Map(found.map((household) => [household.id, household]));
}

const FieldValue = z.union([z.string(), z.number(), z.boolean()]).nullable();
const Changes = z.array(z.strictObject({ field: z.string(), from: FieldValue, to: FieldValue })).catch([]);

const Members = z
  .array(z.strictObject({ id: z.string(), fields: z.array(z.string()), changes: Changes }))
  .catch([]);

export interface ShownChanges {
  /** Those whose values are not kept: phones, health, and of members in old entries. */
  fields: BothLanguages[];
  changes: ShownChange[];
}

export interface ShownBookChanges extends ShownChanges {
  members: (ShownChanges & { id: string })[];
}

export function presentChanges({ fields, changes, members: stored }: AuditEvent["detail"]): ShownBookChanges {
  const members = Members.parse(stored);
  const ofMembers = new Set(members.flatMap((member) => member.fields));
  const own = textsOf(fields).filter((name) => !ofMembers.has(name));
  return {
    ...shownChanges(own, Changes.parse(changes)),
    members: members.map((member) => ({ id: member.id, ...shownChanges(member.fields, member.changes) })),
  };
}

/** The record of an area names no member: it says which fields of members were changed. */
function withFieldsOfMembers(detail: AuditEvent["detail"]): ShownChanges {
  const { fields, changes, members } = presentChanges(detail);
  const ofMembers = members.flatMap((member) => [
    ...member.changes.map(({ field }) => field),
    ...member.fields,
  ]);
  const each = new Map([...fields, ...ofMembers].map((field) => [field.zh, field]));
  return { fields: [...each.values()], changes };
}

function shownChanges(fields: readonly string[], changes: readonly FieldChange[]): ShownChanges {
  const shown = new Set(changes.map(({ field }) => field));
  return {
    fields: fields.filter((name) => !shown.has(name)).map(titleOf),
    changes: changes.map(presentChange),
  };
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

function titleOf(name: string): BothLanguages {
  return findField(name)?.title ?? { zh: name, en: name };
}

function presentChange({ field: name, from, to }: FieldChange): ShownChange {
  const field = findField(name);
  const shownOf = (value: FieldChange["from"]): ShownValue => {
    const coded = field?.list && typeof value === "string" ? labelOf(field.list, value) : null;
    return coded ? { zh: coded.label, en: coded.en } : value;
  };
  return { field: titleOf(name), from: shownOf(from), to: shownOf(to), isMoney: field?.type === "money" };
}
