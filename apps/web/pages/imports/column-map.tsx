/** How the columns of the file were understood. */
import { useTranslation } from "react-i18next";
import type { ImportPreview } from "../../../../domain/registry/import.contract.ts";

export function ColumnMap({ sheets }: { sheets: ImportPreview["sheets"] }) {
  const { t } = useTranslation();
  return (
    <details className="panel column-map">
      <summary>{t("import.columnsRead")}</summary>
      {sheets.map((sheet) => (
        <section key={sheet.name}>
          <h3>
            {sheet.name}{" "}
            <span className="faint small">{t("import.headerRow", { row: sheet.headerRow })}</span>
          </h3>
          <ul>
            {sheet.columns.map((column) => (
              <li key={column.letter} className={column.field === null ? "is-unread" : ""}>
                <code>{column.letter}</code> {column.label}
                {column.field === null && <span className="faint small"> {t("import.columnUnread")}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
