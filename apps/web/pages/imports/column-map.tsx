/** How the columns of the file were understood; a person may say otherwise, and it is remembered for files of this layout. */
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportSheet } from "../../../../domain/registry/import.contract.ts";
import { formatCount } from "../../design/numbers.ts";
import { SheetColumns } from "./sheet-columns.tsx";

export function ColumnMap({ batch, sheets }: { batch: ImportBatch; sheets: ImportSheet[] }) {
  const { t } = useTranslation();
  const unknown = sheets
    .flatMap(({ columns }) => columns)
    .filter(({ field, isChosen }) => field === null && !isChosen).length;
  return (
    <details className="panel column-map" open={sheets.some(({ mappedAt }) => mappedAt !== null)}>
      <summary>
        {t("import.columnsRead")}
        {unknown > 0 && (
          <span className="faint small"> {t("import.columnsUnknown", { n: formatCount(unknown) })}</span>
        )}
      </summary>
      {sheets.map((sheet) => (
        <SheetColumns key={`${batch.id}-${sheet.name}`} batch={batch} sheet={sheet} layout={batch.layout} />
      ))}
    </details>
  );
}
