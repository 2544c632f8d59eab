/** The columns of one sheet with the field that each became, and the choice of others. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportField } from "../../../../domain/registry/import-mapping.contract.ts";
import type {
  ImportBatch,
  ImportSheet,
  RegisterLayout,
} from "../../../../domain/registry/import.contract.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatTime } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import {
  type ChosenColumns,
  forgetMapping,
  importFieldsQuery,
  saveMapping,
} from "../../server/import-mapping.ts";
import { ColumnChoice, asRecognised } from "./column-choice.tsx";
import { useMappingDraft } from "./mapping-draft.ts";

interface SheetProps {
  batch: ImportBatch;
  sheet: ImportSheet;
}

interface SheetColumnsProps extends SheetProps {
  layout: RegisterLayout | null;
  /** Keys of fields that are offered first. */
  first?: readonly string[];
}

export function SheetColumns({ batch, sheet, layout, first = [] }: SheetColumnsProps) {
  const { t } = useTranslation();
  const { draft, setDraft } = useMappingDraft(batch.id, sheet.fingerprint);
  const heads = [
    { key: "column", words: t("import.column") },
    { key: "field", words: t("import.field") },
    { key: "how", words: t("import.how") },
  ];
  const fields = useFieldsOf(sheet, layout, first);
  const choose = (label: string, choice: string | null): void => {
    const { [label]: _, ...others } = draft ?? chosenIn(sheet);
    setDraft(choice === asRecognised ? others : { ...others, [label]: choice });
  };
  return (
    <section>
      <h3>
        {sheet.name} <span className="faint small">{t("import.headerRow", { row: sheet.headerRow })}</span>
      </h3>
      {sheet.mappedAt && <Remembered batch={batch} sheet={sheet} mappedAt={sheet.mappedAt} />}
      <DataTable label={`${t("import.columnsRead")} ${sheet.name}`} heads={heads} stacks>
        {sheet.columns.map((column) => (
          <ColumnChoice
            key={column.letter}
            column={column}
            fields={fields}
            isOfLastTime={isOfLastTime(batch, sheet)}
            chosen={draft ?? chosenIn(sheet)}
            onChoose={batch.can.map ? (choice) => choose(column.label, choice) : undefined}
          />
        ))}
      </DataTable>
      {batch.can.map && draft && (
        <SaveMapping batch={batch} sheet={sheet} draft={draft} onDrop={() => setDraft(null)} />
      )}
    </section>
  );
}

/** Fields that a column of the sheet may be; `first` of them are offered first. */
function useFieldsOf(
  sheet: ImportSheet,
  layout: RegisterLayout | null,
  first: readonly string[],
): ImportField[] {
  const { data } = useQuery(importFieldsQuery);
  const recognised = new Set(sheet.columns.map(({ field }) => field));
  // What was recognised has its name too where it is a field of another layout: items that are added to a sum.
  return (data?.fields ?? [])
    .filter(({ key, layouts }) => recognised.has(key) || (layout && layouts.includes(layout)))
    .sort((a, b) => Number(first.includes(b.key)) - Number(first.includes(a.key)));
}

function chosenIn({ columns }: ImportSheet): ChosenColumns {
  return Object.fromEntries(
    columns.flatMap(({ label, field, isChosen }) => (isChosen ? [[label, field] as const] : [])),
  );
}

function isOfLastTime({ createdAt }: ImportBatch, { mappedAt }: ImportSheet): boolean {
  return mappedAt !== null && mappedAt < createdAt;
}

function Remembered({ batch, sheet, mappedAt }: SheetProps & { mappedAt: string }) {
  const { t } = useTranslation();
  const { county, id } = batch;
  const forgetting = useMutation({
    mutationFn: () => forgetMapping({ county, id, fingerprint: sheet.fingerprint }),
  });
  return (
    <div className="mapping-line">
      <StatusChip tone="accent">
        {isOfLastTime(batch, sheet) ? t("import.mappedBefore") : t("import.mappedNow")}
      </StatusChip>
      <span className="soft small">{t("import.mappedAt", { when: formatTime(mappedAt) })}</span>
      {batch.can.map && (
        <Button size="small" loading={forgetting.isPending} onClick={() => forgetting.mutate()}>
          {t("import.forget")}
        </Button>
      )}
      <ProblemNotice error={forgetting.error} />
    </div>
  );
}

function SaveMapping({
  batch,
  sheet,
  draft,
  onDrop,
}: SheetProps & { draft: ChosenColumns; onDrop: () => void }) {
  const { t } = useTranslation();
  const { county, id } = batch;
  const saving = useMutation({
    mutationFn: () => saveMapping({ county, id, fingerprint: sheet.fingerprint }, draft),
    onSuccess: onDrop,
  });
  return (
    <div className="mapping-line">
      <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
        {t("import.mapAndRead")}
      </Button>
      <Button onClick={onDrop}>{t("import.mapDrop")}</Button>
      <span className="soft small">{t("import.mapHint")}</span>
      <ProblemNotice error={saving.error} />
    </div>
  );
}
