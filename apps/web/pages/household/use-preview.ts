/** What the draft would change, asked while it is typed. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { EditPreview } from "../../../../domain/verdicts/verdict.contract.ts";
import { type HouseholdKey, previewQuery } from "../../server/household.ts";
import { changesAnything, editOf } from "./draft.ts";
import type { Editing } from "./use-draft.ts";

const typingPause = 350;

/** Verdicts and incomes as they would be after an edit. */
export interface Trial {
  /** null until the first trial came back. */
  verdicts: EditPreview | null;
  isTrying: boolean;
  error: Error | null;
}

/** Asked when typing pauses; undefined while nothing is changed. */
export function usePreview(key: HouseholdKey, year: number, editing: Editing | null): Trial | undefined {
  const draft = editing?.draft ?? null;
  const settled = useSettled(draft);
  const isChanged = draft !== null && changesAnything(draft);
  // The first pause after the first change: what stood before it needs no trial.
  const isSettled = settled !== null && changesAnything(settled);
  const edit = editOf(editing?.version ?? 0, settled ?? {});
  const tried = useQuery({ ...previewQuery(key, year, edit), enabled: isChanged && isSettled });
  if (!isChanged) return undefined;
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
