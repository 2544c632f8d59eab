/** An edit before it is saved: only the changed fields, by group. A field set back to its saved value leaves the draft. */
import type { Coded } from "../../../../domain/registry/code-list.contract.ts";
import type { Household, HouseholdEdit } from "../../../../domain/registry/household.contract.ts";
import { type EditablePart, memberIdOf } from "./fields.ts";

/** Of several codes at once, the list of them. */
export type FieldValue = string | number | boolean | string[] | null;
type Fields = Record<string, FieldValue>;
export type Draft = Partial<Record<EditablePart, Fields>>;

export function changesAnything(draft: Draft): boolean {
  return partsOf(draft).some(([, fields]) => Object.keys(fields).length > 0);
}

function partsOf(draft: Draft): [string, Fields][] {
  return Object.entries(draft).map(([part, fields]) => [part, fields ?? {}]);
}

export function withField(
  draft: Draft,
  household: Household,
  part: EditablePart,
  name: string,
  value: FieldValue,
): Draft {
  const { [name]: _, ...others } = draft[part] ?? {};
  if (isSame(savedValue(household, part, name), value)) return { ...draft, [part]: others };
  return { ...draft, [part]: { ...others, [name]: value } };
}

/** The order of several codes says nothing. */
function isSame(one: FieldValue | undefined, other: FieldValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((code) => other.includes(code));
}

/** Coded values count as their code. */
export function savedValue(household: Household, part: EditablePart, name: string): FieldValue {
  const value = savedField(household, part, name);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.flatMap((one) => codedOf(one)?.code ?? []);
  return codedOf(value)?.code ?? null;
}

/** As it stands in the saved book, of whichever kind; undefined where the book has no such part. */
export function savedField(household: Household, part: EditablePart, name: string): unknown {
  const fields: Record<string, unknown> = savedPart(household, part) ?? {};
  return fields[name];
}

function savedPart(household: Household, part: EditablePart): Record<string, unknown> | null {
  if (part === "income" || part === "livingCondition" || part === "guarantee") return household[part];
  return household.members.find(({ id }) => id === memberIdOf(part)) ?? null;
}

export function codedOf(value: unknown): Coded | null {
  if (typeof value !== "object" || value === null || !("code" in value) || !("label" in value)) return null;
  const { code, label } = value;
  if (typeof code !== "string" || typeof label !== "string") return null;
  return { code, label, en: "en" in value && typeof value.en === "string" ? value.en : label };
}

/** @param version of the book that the edit began from: what others saved meanwhile is not overwritten unseen */
export function editOf(version: number, draft: Draft): HouseholdEdit {
  const parts = partsOf(draft).filter(([, fields]) => Object.keys(fields).length > 0);
  const groups = parts.filter(([part]) => memberIdOf(part) === null);
  const members = parts.flatMap(([part, fields]) => {
    const id = memberIdOf(part);
    return id === null ? [] : [{ id, fields }];
  });
  const ofMembers = members.length > 0 ? [["members", members] as const] : [];
  return { version, ...Object.fromEntries([...groups, ...ofMembers]) };
}

/** What was typed after `sent` went off. */
export function typedSince(draft: Draft, sent: Draft): Draft {
  const sentParts = new Map(partsOf(sent));
  const left = partsOf(draft).map(([part, fields]) => {
    const gone = sentParts.get(part);
    const kept = Object.entries(fields).filter(([name, value]) => !isSame(gone?.[name], value));
    return [part, Object.fromEntries(kept)];
  });
  return Object.fromEntries(left);
}
