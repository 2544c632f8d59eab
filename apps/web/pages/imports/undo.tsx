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
      {hasList(batch) && <LeftAlone batch={batch} />}
    </section>
  );
}

/** Of an import that was not undone in time nothing is kept, not even the list. */
function hasList({ undo, state, undoDropped }: ImportBatch): boolean {
  if (undo === null || state === "undoing" || (undoDropped && state !== "undone")) return false;
  return (undo.left ?? undo.others) > 0;
}

function UndoWords({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const { state, undo, undoneAt, undoneBy, undoUntil } = batch;
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
  const until = { until: undoUntil === null ? "" : formatTime(undoUntil) };
  if (isOver(batch)) return <p className="soft small">{t("import.undoOver", until)}</p>;
  return (
    <p className="soft small">
      {t("import.undoUntil", until)} {t("import.undoHint", { n: formatCount(undo.restorable) })}
      {undo.others > 0 && ` ${t("import.undoOthers", { n: formatCount(undo.others) })}`}
    </p>
  );
}

function isOver({ undoUntil, undoDropped }: ImportBatch): boolean {
  return undoDropped || (undoUntil !== null && Date.parse(undoUntil) < Date.now());
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
