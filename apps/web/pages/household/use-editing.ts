/** Starting, saving and leaving an edit. `e` starts it; leaving with unsaved changes asks first. */
import { useMutation } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { tell } from "../../design/news.tsx";
import { isPlainKey } from "../../frame/shortcuts.ts";
import { ProblemError } from "../../server/request.ts";
import { queryClient } from "../../server/query-client.ts";
import { householdQuery, saveHousehold } from "../../server/household.ts";
import { type Draft, changesAnything, editOf, typedSince } from "./draft.ts";
import type { FieldPlace } from "./field-behind.ts";
import { type Editing, useDraft } from "./use-draft.ts";

export interface HouseholdEditing {
  editing: Editing | null;
  /** At the first field of the shown tab when no place is named. */
  start: (at?: FieldPlace) => void;
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

export function useEditing(
  household: Household,
  onStart: (at: FieldPlace | undefined) => void,
): HouseholdEditing {
  const { t } = useTranslation();
  const { editing, begin, goOn, end } = useDraft(household);
  const { year } = household;
  const key = { county: household.county, id: household.id };
  const saving = useMutation({
    mutationFn: ({ version, draft }: { version: number; draft: Draft }) =>
      saveHousehold(key, year, editOf(version, draft)),
    onSuccess: (saved, { draft: sent }) => {
      tell("verified", t("household.saved"));
      // Typed while the rest was on its way: it stays, to be saved next.
      if (changesAnything(typedSince(editing?.draft ?? {}, sent))) goOn(saved.version, sent);
      else end();
    },
  });
  const start = (at?: FieldPlace): void => {
    if (editing || !household.can.update) return;
    saving.reset();
    begin();
    onStart(at);
  };
  useStartKey(() => start());
  return {
    editing,
    start,
    cancel: end,
    save: () => editing && saving.mutate(editing),
    isSaving: saving.isPending,
    error: saving.error,
    isConflict: saving.error instanceof ProblemError && saving.error.status === 409,
    rebase: () => {
      void queryClient.fetchQuery({ ...householdQuery(key, year), staleTime: 0 }).then((newer) => {
        saving.reset();
        goOn(newer.version);
        return queryClient.invalidateQueries({ queryKey: ["household", household.id] });
      });
    },
    leaving: useLeaving(editing?.isDirty ?? false, end),
  };
}

function useLeaving(isDirty: boolean, giveUp: () => void): HouseholdEditing["leaving"] {
  const blocker = useBlocker({
    // Another tab of the same household keeps the draft.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (blocker.status !== "blocked") return null;
  const leave = (): void => {
    giveUp();
    blocker.proceed();
  };
  return { stay: blocker.reset, leave };
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
