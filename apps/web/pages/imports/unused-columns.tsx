/** Columns of the file of which nothing is kept: what each is, and why, so that nobody wonders what was lost. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { UnusedColumn } from "../../../../domain/registry/unused-column.contract.ts";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { unusedColumnsQuery } from "../../server/import-mapping.ts";

export function UnusedColumns({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(unusedColumnsQuery(batch));
  if (error) return <ProblemNotice error={error} />;
  if (!data || data.columns.length === 0) return null;
  const sheets = new Set(data.columns.map(({ sheet }) => sheet));
  const heads = [
    ...(sheets.size > 1 ? [{ key: "sheet", words: t("import.sheet") }] : []),
    { key: "column", words: t("import.column") },
    { key: "recognised", words: t("import.recognised") },
    { key: "why", words: t("import.whyUnused") },
  ];
  return (
    <details className="panel unused-columns not-printed">
      <summary>
        {t("import.unusedColumns")}{" "}
        <span className="faint small">
          {t("import.columnCount", { n: formatCount(data.columns.length) })}
        </span>
      </summary>
      <section>
        <p className="soft small">{t("import.unusedHint")}</p>
        <DataTable label={t("import.unusedColumns")} heads={heads} stacks>
          {data.columns.map((column) => (
            <UnusedRow key={`${column.sheet}-${column.letter}`} column={column} hasSheets={sheets.size > 1} />
          ))}
        </DataTable>
      </section>
    </details>
  );
}

function UnusedRow({ column, hasSheets }: { column: UnusedColumn; hasSheets: boolean }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { sheet, letter, label, recognised, reason, layouts, template } = column;
  const templates = template ? [say(template)] : layouts.map((layout) => t(`import.layout.${layout}`));
  return (
    <tr>
      {hasSheets && <td data-label={t("import.sheet")}>{sheet}</td>}
      <th scope="row">
        <code>{letter}</code> {label}
      </th>
      <td data-label={t("import.recognised")}>{recognised ? say(recognised) : t("import.notRecognised")}</td>
      <td data-label={t("import.whyUnused")}>
        {t(`import.unusedReason.${reason}`, { templates: templates.join(t("mark.and")) })}
      </td>
    </tr>
  );
}
