/** The right value of a cell, typed in place: kept as soon as it is readable, else the field says what is wrong with it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import type { TFunction } from "i18next";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportCorrection } from "../../../../domain/registry/import-correction.contract.ts";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { StatusChip } from "../../design/status-chip.tsx";
import { type CellPlace, correctCell, correctionsQuery } from "../../server/import-corrections.ts";
import { ProblemError } from "../../server/request.ts";

type Reject = ImportPreview["rejected"][number];

/** The cell that a reject is about; undefined when it is about no column of the file. */
export function cellOf(
  { sheet, row, column }: Reject,
  { sheets }: ImportPreview,
): (CellPlace & { field: string }) | undefined {
  const columns = sheets.find(({ name }) => name === sheet)?.columns ?? [];
  const found = columns.find(({ label, field }) => label === column && field !== null);
  return found?.field ? { sheet, row, letter: found.letter, field: found.field } : undefined;
}

/** Without these a row is nobody's: an empty cell is never right. */
const neverEmpty: ReadonlySet<string> = new Set([
  "household.register_no",
  "member.name",
  "member_year.relation",
  ...["county", "township", "village"].map((part) => `place.${part}`),
]);

interface CellCorrectionProps {
  batch: ImportBatch;
  cell: CellPlace & { field: string };
  column: string;
}

export function CellCorrection({ batch, cell: { field, ...cell }, column }: CellCorrectionProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const problemId = useId();
  const { text, shown, kept, correcting, typeIn, keep, makeEmpty } = useCorrecting(batch, cell);
  const { error } = correcting;
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
        placeholder={placeholderOf(kept, t)}
        onChange={({ target }) => typeIn(target.value)}
        onPressEnter={keep}
        onBlur={keep}
      />
      {!neverEmpty.has(field) && (
        <Button
          size="small"
          type="text"
          disabled={correcting.isPending}
          aria-label={t("import.emptyCell", { row: cell.row, column })}
          onClick={makeEmpty}
        >
          {t("import.makeEmpty")}
        </Button>
      )}
      {kept && text.trim() === (shown ?? "") && <Corrected isEmptied={shown === ""} />}
      <p id={problemId} className="field-problem small" role={error ? "alert" : undefined}>
        {error instanceof ProblemError ? say(error) : error?.message}
      </p>
    </div>
  );
}

/** What the box says before somebody types: null where nothing was put right, or only its masked form may be shown. */
function shownOf(kept: ImportCorrection | undefined, sent: string | null): string | null {
  if (!kept) return null;
  return sent ?? (kept.isWhole ? (kept.to ?? "") : null);
}

function Corrected({ isEmptied }: { isEmptied: boolean }) {
  const { t } = useTranslation();
  return (
    <StatusChip tone="verified" quiet>
      {t(isEmptied ? "import.correctedEmpty" : "import.corrected")}
    </StatusChip>
  );
}

/** Something personal is shown masked, where nobody takes it for the value itself. */
function placeholderOf(kept: ImportCorrection | undefined, t: TFunction): string {
  if (!kept) return t("import.correctHere");
  return kept.isWhole || kept.to === null
    ? t("import.correctedAgain")
    : t("import.correctedTo", { to: kept.to });
}

interface Correction {
  /** What stood in the box when it was sent; null when nobody had typed. */
  box: string | null;
  value: string;
}

/** `text`: what stands in the box; `shown`: what it says before somebody types; `kept`: what the server tells of it. */
function useCorrecting(batch: ImportBatch, cell: CellPlace) {
  // Null until somebody types: then the box says what was put right before, where that may be shown.
  const [typed, setText] = useState<string | null>(null);
  // What was kept since the page was opened.
  const [sent, setSent] = useState<string | null>(null);
  const { data } = useQuery(correctionsQuery(batch));
  const correcting = useMutation({
    mutationFn: ({ value }: Correction) => correctCell(batch, cell, value),
    onSuccess: (_, { box, value }) => {
      // Whoever typed on during the reply keeps what he typed.
      setText((now) => (now === box ? value : now));
      setSent(value);
    },
  });
  const kept = data?.corrections.find(
    (one) => one.sheet === cell.sheet && one.row === cell.row && one.letter === cell.letter,
  );
  const shown = shownOf(kept, sent);
  const text = typed ?? shown ?? "";
  const typeIn = (now: string): void => {
    setText(now);
    correcting.reset();
  };
  const keep = (): void => {
    const value = text.trim();
    if (value !== "" && value !== shown && !correcting.isPending) correcting.mutate({ box: typed, value });
  };
  const makeEmpty = (): void => correcting.mutate({ box: typed, value: "" });
  return { text, shown, kept, correcting, typeIn, keep, makeEmpty };
}
