/**
 * The bar below an edit, at the bottom of the screen wherever the page stands: what the edit would change, the whole
 * preview, saving, discarding, what went wrong, and the question before leaving.
 */
import "./edit-bar.css";
import { Button } from "antd";
import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { HouseholdVerdicts } from "../../../../domain/verdicts/verdict.contract.ts";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import type { Trial } from "./use-preview.ts";
import { EditPreview } from "./edit-preview.tsx";
import { EditSummary } from "./edit-summary.tsx";
import type { KnownVerdicts } from "./known-verdicts.tsx";
import type { HouseholdEditing } from "./use-editing.ts";

interface EditBarProps {
  edit: HouseholdEditing;
  verdicts: KnownVerdicts;
  /** Undefined while nothing is changed. */
  trial: Trial | undefined;
}

export function EditBar({ edit, verdicts, trial }: EditBarProps) {
  const { t } = useTranslation();
  const isDirty = edit.editing?.isDirty ?? false;
  const refusals = edit.editing?.refusals ?? 0;
  const canSave = isDirty && refusals === 0 && !edit.isConflict;
  useSaveKey(canSave && !edit.isSaving ? edit.save : null);
  const judged =
    trial && verdicts !== "loading" && !(verdicts instanceof Error) ? { saved: verdicts, trial } : null;
  return (
    <section className={isDirty ? "edit-bar is-dirty" : "edit-bar"} aria-label={t("household.edit")}>
      <EditTrouble edit={edit} />
      <div className="edit-summary" role="status">
        {refusals > 0 && <p className="edit-refused">{t("household.refusals", { n: refusals })}</p>}
        {judged ? <EditSummary {...judged} /> : t(isDirty ? "household.unsaved" : "household.noChange")}
      </div>
      <div className="edit-actions">
        {judged && <WholePreview {...judged} />}
        <Button disabled={edit.isSaving} onClick={edit.cancel}>
          {t(isDirty ? "household.discard" : "state.cancel")}
        </Button>
        <Button type="primary" disabled={!canSave} loading={edit.isSaving} onClick={edit.save}>
          {t("state.save")}
        </Button>
      </div>
      <LeaveQuestion leaving={edit.leaving} />
    </section>
  );
}

/** Ctrl or ⌘ and S, from any field; the browser's own saving of the page is no use here. */
function useSaveKey(save: (() => void) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save?.();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [save]);
}

function EditTrouble({ edit }: { edit: HouseholdEditing }) {
  const { t } = useTranslation();
  if (!edit.isConflict) return <ProblemNotice error={edit.error} />;
  return (
    <div className="edit-conflict" role="alert">
      <p>{t("household.conflict")}</p>
      {edit.rebaseError && <ProblemNotice error={edit.rebaseError} />}
      <Button size="small" onClick={edit.rebase}>
        {t("household.rebase")}
      </Button>
    </div>
  );
}

/** Where the page has no room for the preview beside the fields, it opens over them. */
function WholePreview({ saved, trial }: { saved: HouseholdVerdicts; trial: Trial }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const field = useLastField();
  const close = (): void => {
    flushSync(() => setIsOpen(false));
    field.current?.focus();
  };
  return (
    <>
      <Button className="edit-whole-preview" onClick={() => setIsOpen(true)}>
        {t("household.wholePreview")}
      </Button>
      <Dialog open={isOpen} title={t("verdict.preview")} onClose={close} place="side">
        <EditPreview saved={saved} trial={trial} />
      </Dialog>
    </>
  );
}

/** The field of the book that had the focus last: whoever looked at the preview goes on there. */
function useLastField(): RefObject<HTMLElement | null> {
  const field = useRef<HTMLElement>(document.querySelector<HTMLElement>(".household-book input:focus"));
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.matches(".household-book input")) field.current = target;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  return field;
}

function LeaveQuestion({ leaving }: { leaving: HouseholdEditing["leaving"] }) {
  const { t } = useTranslation();
  const footer = (
    <>
      <Button onClick={() => leaving?.leave()}>{t("household.leave")}</Button>
      <Button type="primary" onClick={() => leaving?.stay()}>
        {t("household.stay")}
      </Button>
    </>
  );
  return (
    <Dialog open={leaving !== null} title={t("household.leaveTitle")} footer={footer}>
      {t("household.leaveHint")}
    </Dialog>
  );
}
