/** Starting, saving and leaving an edit. `e` starts it; leaving with unsaved changes asks first. */
import { useMutation } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { readHouseholdView } from "../../addresses/household-view.ts";
import { tell } from "../../design/news.tsx";
import { isPlainKey } from "../../frame/shortcuts.ts";
import { ProblemError } from "../../server/request.ts";
import { queryClient } from "../../server/query-client.ts";
import { householdQuery, saveHousehold } from "../../server/household.ts";
import { type Draft, editOf } from "./draft.ts";
import type { FieldPlace } from "./field-behind.ts";
import { type DraftOfBook, type Editing, useDraft } from "./use-draft.ts";

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
  /** Why the newer book could not be read. */
  rebaseError: Error | null;
  leaving: { stay: () => void; leave: () => void } | null;
}

export function useEditing(
  household: Household,
  onStart: (at: FieldPlace | undefined) => void,
): HouseholdEditing {
  const { editing, begin, goOn, end } = useDraft(household);
  const { county, id, year } = household;
  const saving = useSaving(household, goOn);
  const rebasing = useMutation({
    mutationFn: () => queryClient.fetchQuery({ ...householdQuery({ county, id }, year), staleTime: 0 }),
    onSuccess: (newer) => {
      saving.reset();
      goOn(newer.version);
      return Promise.all(
        ["household", "verdicts", "history"].map((kind) =>
          queryClient.invalidateQueries({ queryKey: [kind, id] }),
        ),
      );
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
    save: () => editing && editing.refusals === 0 && saving.mutate(editing),
    isSaving: saving.isPending,
    error: saving.error,
    rebaseError: rebasing.error,
    isConflict: saving.error instanceof ProblemError && saving.error.code === "household.changed-meanwhile",
    rebase: () => rebasing.mutate(),
    leaving: useLeaving(household, editing?.isDirty ?? false, end),
  };
}

function useSaving({ county, id, year }: Household, goOn: DraftOfBook["goOn"]) {
  const { t } = useTranslation();
  return useMutation({
    mutationFn: ({ version, draft }: { version: number; draft: Draft }) =>
      saveHousehold({ county, id }, year, editOf(version, draft)),
    onSuccess: (saved, { draft: sent }) => {
      tell("verified", t("household.saved"));
      // What was typed while the rest was on its way stays, to be saved next.
      goOn(saved.version, sent);
    },
  });
}

function useLeaving(
  { year, years }: Household,
  isDirty: boolean,
  giveUp: () => void,
): HouseholdEditing["leaving"] {
  const blocker = useBlocker({
    // Another tab of the same book keeps the draft.
    shouldBlockFn: ({ current, next }) =>
      isDirty && (current.pathname !== next.pathname || (yearIn(next.search) ?? years[0]) !== year),
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

function yearIn(search: unknown): number | undefined {
  return readHouseholdView({ ...(typeof search === "object" && search) }).year;
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
