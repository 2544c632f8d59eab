/** An edit before it is saved: only the changed fields, by group. A field set back to its saved value leaves the draft. */
import type { Coded } from "../../../../domain/registry/code-list.contract.ts";
import type { Household, HouseholdEdit } from "../../../../domain/registry/household.contract.ts";
import { type EditableGroup, editableGroups } from "./fields.ts";

export type FieldValue = string | number | boolean | null;
export type Draft = Partial<Record<EditableGroup, Record<string, FieldValue>>>;

export function changesAnything(draft: Draft): boolean {
  return Object.values(draft).some((fields) => Object.keys(fields).length > 0);
}

export function withField(
  draft: Draft,
  household: Household,
  group: EditableGroup,
  name: string,
  value: FieldValue,
): Draft {
  const { [name]: _, ...others } = draft[group] ?? {};
  if (savedValue(household, group, name) === value) return { ...draft, [group]: others };
  return { ...draft, [group]: { ...others, [name]: value } };
}

/** Coded values count as their code. */
export function savedValue(household: Household, group: EditableGroup, name: string): FieldValue {
  const fields: Record<string, unknown> = household[group] ?? {};
  const value = fields[name];
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return codedOf(value)?.code ?? null;
}

export function codedOf(value: unknown): Coded | null {
  if (typeof value !== "object" || value === null || !("code" in value) || !("label" in value)) return null;
  const { code, label } = value;
  if (typeof code !== "string" || typeof label !== "string") return null;
  return { code, label, en: "en" in value && typeof value.en === "string" ? value.en : label };
}

/** @param version of the book that the edit began from: what others saved meanwhile is not overwritten unseen */
export function editOf(version: number, draft: Draft): HouseholdEdit {
  const groups = Object.entries(draft).filter(([, fields]) => Object.keys(fields).length > 0);
  return { version, ...Object.fromEntries(groups) };
}

/** What was typed after `sent` went off. */
export function typedSince(draft: Draft, sent: Draft): Draft {
  const groups = editableGroups.map((group) => {
    const fields = Object.entries(draft[group] ?? {});
    return [group, Object.fromEntries(fields.filter(([name, value]) => sent[group]?.[name] !== value))];
  });
  return Object.fromEntries(groups);
}
