/** An edit before it is saved: only the changed fields, by group. A field set back to its saved value leaves the draft. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Household, HouseholdEdit } from "../../../../domain/registry/household.contract.ts";
import type { HouseholdVerdicts } from "../../../../domain/verdicts/verdict.contract.ts";
import { type HouseholdKey, previewQuery } from "../../server/household.ts";
import type { EditableGroup } from "./fields.ts";

export type FieldValue = string | number | boolean | null;
export type Draft = Partial<Record<EditableGroup, Record<string, FieldValue>>>;

const typingPause = 350;

export interface Editing {
  draft: Draft;
  isDirty: boolean;
  set: (group: EditableGroup, name: string, value: FieldValue) => void;
}

export function useDraft(household: Household): Editing & { clear: () => void } {
  const [draft, setDraft] = useState<Draft>({});
  return {
    draft,
    isDirty: changesAnything(draft),
    set: (group, name, value) => setDraft((before) => withField(before, household, group, name, value)),
    clear: () => setDraft({}),
  };
}

function changesAnything(draft: Draft): boolean {
  return Object.values(draft).some((fields) => Object.keys(fields).length > 0);
}

function withField(
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

export function codedOf(value: unknown): { code: string; label: string } | null {
  if (typeof value !== "object" || value === null || !("code" in value) || !("label" in value)) return null;
  const { code, label } = value;
  return typeof code === "string" && typeof label === "string" ? { code, label } : null;
}

export function editOf(household: Household, draft: Draft): HouseholdEdit {
  const groups = Object.entries(draft).filter(([, fields]) => Object.keys(fields).length > 0);
  return { version: household.version, ...Object.fromEntries(groups) };
}

/** The verdicts as they would be after an edit. */
export interface Trial {
  /** null until the first trial came back. */
  verdicts: HouseholdVerdicts | null;
  isTrying: boolean;
  error: Error | null;
}

/** Asked when typing pauses; undefined while nothing is changed. */
export function usePreview(
  key: HouseholdKey,
  household: Household,
  editing: Editing | null,
): Trial | undefined {
  const draft = editing?.draft ?? null;
  const settled = useSettled(draft);
  const isDirty = editing?.isDirty ?? false;
  // The first pause after the first change: what stood before it needs no trial.
  const isSettled = settled !== null && changesAnything(settled);
  const edit = editOf(household, settled ?? {});
  const tried = useQuery({ ...previewQuery(key, household.year, edit), enabled: isDirty && isSettled });
  if (!isDirty) return undefined;
  return {
    verdicts: (isSettled && tried.data) || null,
    isTrying: tried.isFetching || settled !== draft,
    error: tried.error,
  };
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingPause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
