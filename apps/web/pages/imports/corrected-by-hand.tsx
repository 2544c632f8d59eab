/** Which cells say something else than the file, and who said so; before writing it can be withdrawn. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImportCorrectionList } from "../../../../domain/registry/import-correction.contract.ts";
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
  const n = formatCount(corrections.length);
  return (
    <details className="corrected-by-hand" open={isWritten(batch)}>
      <summary>
        {isWritten(batch) ? writtenWords(corrections, t) : t("import.correctedByHand", { n })}
      </summary>
      <ProblemNotice error={withdrawing.error} />
      <ul className="small">
        {corrections.map((one) => (
          <CorrectionLine key={`${one.sheet}-${one.row}-${one.letter}`} batch={batch} correction={one}>
            {batch.can.correct && (
              <Button
                size="small"
                disabled={withdrawing.isPending}
                onClick={() => withdrawing.mutate({ sheet: one.sheet, row: one.row, letter: one.letter })}
              >
                {t("import.withdraw")}
              </Button>
            )}
          </CorrectionLine>
        ))}
      </ul>
    </details>
  );
}

type Corrections = ImportCorrectionList["corrections"];

interface CorrectionLineProps {
  batch: ImportBatch;
  correction: Corrections[number];
  /** What can be done about it. */
  children: ReactNode;
}

function CorrectionLine({ batch, correction, children }: CorrectionLineProps) {
  const { t } = useTranslation();
  const { correctedBy, correctedAt, isWritten: tookEffect, from, to, sheet, row, letter } = correction;
  return (
    <li>
      {t("import.place", { sheet, row })} {labelAt(batch, { sheet, row, letter })}
      {tookEffect !== null && (
        <>
          {" "}
          {from ?? t("import.emptied")} → {to ?? t("import.emptied")}
          {t("mark.inBrackets", {
            text: t(tookEffect ? "import.tookEffect" : "import.tookNoEffect"),
          })}
        </>
      )}{" "}
      · {correctedBy ?? t("import.personElsewhere")} · {formatTime(correctedAt)} {children}
    </li>
  );
}

/** Of receipts from before it was kept, only how many there are is known. */
function writtenWords(corrections: Corrections, t: TFunction): string {
  const all = formatCount(corrections.length);
  if (corrections.some((one) => one.isWritten === null)) return t("import.correctedByHand", { n: all });
  const written = corrections.filter((one) => one.isWritten).length;
  return t("import.correctionsWritten", { all, written: formatCount(written) });
}

function labelAt({ preview }: ImportBatch, { sheet, letter }: CellPlace): string {
  const columns = preview?.sheets.find(({ name }) => name === sheet)?.columns ?? [];
  return columns.find((column) => column.letter === letter)?.label ?? letter;
}
