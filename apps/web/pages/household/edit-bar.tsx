/** The bar below an edit: save, cancel, what went wrong, and the question before leaving. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import type { HouseholdEditing } from "./use-editing.ts";

export function EditBar({ edit }: { edit: HouseholdEditing }) {
  const { t } = useTranslation();
  const isDirty = edit.editing?.isDirty ?? false;
  return (
    <section className="edit-bar" aria-label={t("household.edit")}>
      {edit.isConflict ? (
        <div className="edit-conflict" role="alert">
          <p>{t("household.conflict")}</p>
          <Button size="small" onClick={edit.rebase}>
            {t("household.rebase")}
          </Button>
        </div>
      ) : (
        <ProblemNotice error={edit.error} />
      )}
      <span className="soft">{isDirty ? t("household.unsaved") : t("household.noChange")}</span>
      <Button onClick={edit.cancel}>{t("state.cancel")}</Button>
      <Button
        type="primary"
        disabled={!isDirty || edit.isConflict}
        loading={edit.isSaving}
        onClick={edit.save}
      >
        {t("state.save")}
      </Button>
      <LeaveQuestion leaving={edit.leaving} />
    </section>
  );
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
