/** The right value of a cell, typed in place: kept as soon as it is readable, else the field says what is wrong with it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { StatusChip } from "../../design/status-chip.tsx";
import { type CellPlace, correctCell, correctionsQuery } from "../../server/import-corrections.ts";
import { ProblemError } from "../../server/request.ts";

type Reject = ImportPreview["rejected"][number];

/** The cell that a reject is about; undefined when it is about no column of the file. */
export function cellOf({ sheet, row, column }: Reject, { sheets }: ImportPreview): CellPlace | undefined {
  const columns = sheets.find(({ name }) => name === sheet)?.columns ?? [];
  const found = columns.find(({ label, field }) => label === column && field !== null);
  return found && { sheet, row, letter: found.letter };
}

interface CellCorrectionProps {
  batch: ImportBatch;
  cell: CellPlace;
  column: string;
}

export function CellCorrection({ batch, cell, column }: CellCorrectionProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const problemId = useId();
  const [text, setText] = useState("");
  const { correcting, sent, isKept } = useCorrecting(batch, cell, setText);
  const { error } = correcting;
  const keep = (): void => {
    const value = text.trim();
    if (value !== "" && value !== sent && !correcting.isPending) correcting.mutate(value);
  };
  return (
    <div className="cell-correction">
      <Input
        value={text}
        autoComplete="off"
        maxLength={500}
        status={error ? "error" : ""}
        aria-label={t("import.rightValue", { row: cell.row, column })}
        aria-invalid={error !== null}
        {...(error && { "aria-describedby": problemId })}
        placeholder={isKept ? t("import.correctedAgain") : t("import.correctHere")}
        onChange={({ target }) => {
          setText(target.value);
          correcting.reset();
        }}
        onPressEnter={keep}
        onBlur={keep}
      />
      <Button
        size="small"
        type="text"
        disabled={correcting.isPending}
        aria-label={t("import.emptyCell", { row: cell.row, column })}
        onClick={() => correcting.mutate("")}
      >
        {t("import.makeEmpty")}
      </Button>
      {isKept && text.trim() === (sent ?? "") && (
        <StatusChip tone="verified" quiet>
          {t(sent === "" ? "import.correctedEmpty" : "import.corrected")}
        </StatusChip>
      )}
      <p id={problemId} className="field-problem small" role={error ? "alert" : undefined}>
        {error instanceof ProblemError ? say(error) : error?.message}
      </p>
    </div>
  );
}

/** `sent`: what the server keeps of what was typed here; it never gives it back. */
function useCorrecting(batch: ImportBatch, cell: CellPlace, onKept: (value: string) => void) {
  const [sent, setSent] = useState<string | null>(null);
  const { data } = useQuery(correctionsQuery(batch));
  const correcting = useMutation({
    mutationFn: (value: string) => correctCell(batch, cell, value),
    onSuccess: (_, value) => {
      onKept(value);
      setSent(value);
    },
  });
  const isKept = data?.corrections.some(
    (one) => one.sheet === cell.sheet && one.row === cell.row && one.letter === cell.letter,
  );
  return { correcting, sent, isKept };
}
