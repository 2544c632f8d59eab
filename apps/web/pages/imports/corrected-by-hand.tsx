/** Which cells say something else than the file, and who said so; before writing it can be withdrawn. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { formatCount, formatTime } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { type CellPlace, correctionsQuery, withdrawCorrection } from "../../server/import-corrections.ts";
import { isWritten } from "../../server/imports.ts";

export function CorrectedByHand({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const { data } = useQuery(correctionsQuery(batch));
  const withdrawing = useMutation({ mutationFn: (cell: CellPlace) => withdrawCorrection(batch, cell) });
  if (!data) return null;
  const { corrections } = data;
  if (corrections.length === 0) return isWritten(batch) ? <p>{t("import.correctedNone")}</p> : null;
  return (
    <details className="corrected-by-hand" open={isWritten(batch)}>
      <summary>{t("import.correctedByHand", { n: formatCount(corrections.length) })}</summary>
      <ProblemNotice error={withdrawing.error} />
      <ul className="small">
        {corrections.map(({ correctedBy, correctedAt, ...cell }) => (
          <li key={`${cell.sheet}-${cell.row}-${cell.letter}`}>
            {t("import.place", { sheet: cell.sheet, row: cell.row })} {labelAt(batch, cell)} ·{" "}
            {correctedBy ?? t("import.personElsewhere")} · {formatTime(correctedAt)}{" "}
            {batch.can.correct && (
              <Button size="small" disabled={withdrawing.isPending} onClick={() => withdrawing.mutate(cell)}>
                {t("import.withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function labelAt({ preview }: ImportBatch, { sheet, letter }: CellPlace): string {
  const columns = preview?.sheets.find(({ name }) => name === sheet)?.columns ?? [];
  return columns.find((column) => column.letter === letter)?.label ?? letter;
}
