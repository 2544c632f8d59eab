/** Writing what was looked at. Where nothing of it could be undone it asks once more. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { formatCount } from "../../design/numbers.ts";

interface WriteButtonProps {
  batch: ImportBatch;
  preview: ImportPreview;
  isDisabled: boolean;
  isWriting: boolean;
  onWrite: () => void;
}

export function WriteButton({ batch, preview, isDisabled, isWriting, onWrite }: WriteButtonProps) {
  const { t } = useTranslation();
  const [question, setQuestion] = useState<"unasked" | "asked" | "dropped">("unasked");
  const { created, updated, households, persons } = preview;
  const asksOnceMore = batch.undo !== null && batch.undo.restorable === 0;
  if (question === "asked" && !isDisabled)
    return <Question {...{ preview, isWriting, onWrite }} onDrop={() => setQuestion("dropped")} />;
  return (
    <Button
      type="primary"
      size="large"
      ref={question === "dropped" ? focus : null}
      disabled={isDisabled}
      loading={isWriting}
      onClick={() => (asksOnceMore ? setQuestion("asked") : onWrite())}
    >
      {created + updated === 0
        ? t("import.applyNothing")
        : t("import.applyCount", { households: formatCount(households), persons: formatCount(persons) })}
    </Button>
  );
}

/** Whoever asks by keys goes on from here: the control that was pressed is gone. */
function focus(element: HTMLElement | null): void {
  element?.focus();
}

interface QuestionProps extends Pick<WriteButtonProps, "preview" | "isWriting" | "onWrite"> {
  onDrop: () => void;
}

/** The question itself gets the focus, not its answer: a key that is held down writes nothing. */
function Question({ preview: { created, updated }, isWriting, onWrite, onDrop }: QuestionProps) {
  const { t } = useTranslation();
  const word = updated === 0 ? "import.writeAskNew" : "import.writeAsk";
  const words = t(word, { n: formatCount(created + updated) });
  return (
    <div className="write-question" role="group" aria-label={words} tabIndex={-1} ref={focus}>
      <strong>{words}</strong>
      <Button type="primary" loading={isWriting} onClick={onWrite}>
        {t("import.writeConfirm")}
      </Button>
      <Button disabled={isWriting} onClick={onDrop}>
        {t("import.writeDrop")}
      </Button>
    </div>
  );
}
