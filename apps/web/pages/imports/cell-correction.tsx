/** The right value of a cell, typed in place: kept as soon as it is readable, else the field says what is wrong with it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Input } from "antd";
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
  const { data } = useQuery(correctionsQuery(batch));
  const correcting = useMutation({
    mutationFn: () => correctCell(batch, cell, text.trim()),
    onSuccess: () => setText(""),
  });
  const isKept = data?.corrections.some(
    (one) => one.sheet === cell.sheet && one.row === cell.row && one.letter === cell.letter,
  );
  const { error } = correcting;
  const keep = (): void => {
    if (text.trim() !== "" && !correcting.isPending) correcting.mutate();
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
      {isKept && text === "" && (
        <StatusChip tone="verified" quiet>
          {t("import.corrected")}
        </StatusChip>
      )}
      <p id={problemId} className="field-problem small" role={error ? "alert" : undefined}>
        {error instanceof ProblemError ? say(error) : error?.message}
      </p>
    </div>
  );
}
