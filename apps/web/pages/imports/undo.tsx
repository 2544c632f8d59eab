/** Undoing a written import: what it would restore, the confirmation, and afterwards what became of it. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { formatCount, formatTime } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { undoImport } from "../../server/import-undo.ts";
import { LeftAlone } from "./left-alone.tsx";

export function Undo({ batch }: { batch: ImportBatch }) {
  return (
    <section className="undo">
      <UndoWords batch={batch} />
      {batch.can.undo && <UndoButton batch={batch} />}
      {batch.undo && (batch.undo.left ?? batch.undo.others) > 0 && batch.state !== "undoing" && (
        <LeftAlone batch={batch} />
      )}
    </section>
  );
}

function UndoWords({ batch: { state, undo, undoneAt, undoneBy } }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  if (state === "undoing") return null;
  if (undo === null) return <p className="soft small not-printed">{t("import.undoUnknown")}</p>;
  if (state === "undone" && undoneAt !== null) {
    const done = { restored: formatCount(undo.restored ?? 0), left: formatCount(undo.left ?? 0) };
    return (
      <p role="status">
        {t("import.undone", done)} {undoneBy ?? t("import.personElsewhere")} · {formatTime(undoneAt)}
      </p>
    );
  }
  if (undo.restorable === 0) return <p className="soft small not-printed">{t("import.undoNothing")}</p>;
  return (
    <p className="soft small not-printed">
      {t("import.undoHint", { n: formatCount(undo.restorable) })}
      {undo.others > 0 && ` ${t("import.undoOthers", { n: formatCount(undo.others) })}`}
    </p>
  );
}

function UndoButton({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const undoing = useMutation({ mutationFn: () => undoImport(batch) });
  return (
    <div className="mapping-line not-printed">
      {isAsked ? (
        <>
          <span>{t("import.undoAsk", { n: formatCount(batch.undo?.restorable ?? 0) })}</span>
          <Button danger loading={undoing.isPending} onClick={() => undoing.mutate()}>
            {t("import.undoConfirm")}
          </Button>
          <Button onClick={() => setAsked(false)}>{t("import.undoDrop")}</Button>
        </>
      ) : (
        <Button onClick={() => setAsked(true)}>{t("import.undo")}</Button>
      )}
      <ProblemNotice error={undoing.error} />
    </div>
  );
}
