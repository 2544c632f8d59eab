/** How the columns of the file were understood; a person may say otherwise, and it is remembered for files of this layout. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportSheet } from "../../../../domain/registry/import.contract.ts";
import { formatCount } from "../../design/numbers.ts";
import { unusedColumnsQuery } from "../../server/import-mapping.ts";
import { SheetColumns } from "./sheet-columns.tsx";

export function ColumnMap({ batch, sheets }: { batch: ImportBatch; sheets: ImportSheet[] }) {
  const { t } = useTranslation();
  const { data } = useQuery(unusedColumnsQuery(batch));
  const unused = data?.columns.length ?? 0;
  return (
    <details className="panel column-map" open={sheets.some(({ mappedAt }) => mappedAt !== null)}>
      <summary>
        {t("import.columnsRead")}
        {unused > 0 && (
          <span className="faint small"> {t("import.columnsUnused", { n: formatCount(unused) })}</span>
        )}
      </summary>
      {sheets.map((sheet) => (
        <SheetColumns key={`${batch.id}-${sheet.name}`} batch={batch} sheet={sheet} layout={batch.layout} />
      ))}
    </details>
  );
}
