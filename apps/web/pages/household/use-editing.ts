/** Starting, saving and leaving an edit. `e` starts it; leaving with unsaved changes asks first. */
import { useMutation } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { tell } from "../../design/news.tsx";
import { isPlainKey } from "../../frame/shortcuts.ts";
import { ProblemError } from "../../server/request.ts";
import { queryClient } from "../../server/query-client.ts";
import { saveHousehold } from "../../server/household.ts";
import { type Editing, editOf, useDraft } from "./draft.ts";

export interface HouseholdEditing {
  editing: Editing | null;
  start: () => void;
  cancel: () => void;
  save: () => void;
  isSaving: boolean;
  error: Error | null;
  /** Somebody else saved this book meanwhile. */
  isConflict: boolean;
  /** Takes the newer book and keeps what was typed. */
  rebase: () => void;
  leaving: { stay: () => void; leave: () => void } | null;
}

export function useEditing(household: Household, onStart: () => void): HouseholdEditing {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const draft = useDraft(household);
  const key = { county: household.county, id: household.id };
  const stop = (): void => {
    draft.clear();
    setIsEditing(false);
  };
  const saving = useMutation({
    mutationFn: () => saveHousehold(key, household.year, editOf(household, draft.draft)),
    onSuccess: () => {
      tell("verified", t("household.saved"));
      stop();
    },
  });
  const start = (): void => {
    if (isEditing || !household.can.update) return;
    saving.reset();
    setIsEditing(true);
    onStart();
  };
  useStartKey(start);
  const isDirty = isEditing && draft.isDirty;
  return {
    editing: isEditing ? draft : null,
    start,
    cancel: stop,
    save: () => saving.mutate(),
    isSaving: saving.isPending,
    error: saving.error,
    isConflict: saving.error instanceof ProblemError && saving.error.status === 409,
    rebase: () => {
      saving.reset();
      void queryClient.invalidateQueries({ queryKey: ["household", household.id] });
    },
    leaving: useLeaving(isDirty),
  };
}

function useLeaving(isDirty: boolean): HouseholdEditing["leaving"] {
  const blocker = useBlocker({
    // Another tab of the same household keeps the draft.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return blocker.status === "blocked" ? { stay: blocker.reset, leave: blocker.proceed } : null;
}

function useStartKey(start: () => void): void {
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "e" || !isPlainKey(event)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
