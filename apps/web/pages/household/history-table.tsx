/** Years side by side; what differs from the year before carries a mark in word and shape. */
import { Checkbox } from "antd";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HistoryBook } from "../../../../domain/registry/household-history.contract.ts";
import { ChangeValue } from "../../design/change-value.tsx";
import { DataTable } from "../../design/data-table.tsx";
import { formatTime } from "../../design/numbers.ts";
import { type HistoryRow, historyRows } from "./history-rows.ts";

const sections = ["status", "income", "living", "guarantee"] as const;

export function HistoryTable({ books }: { books: HistoryBook[] }) {
  const { t } = useTranslation();
  const [onlyChanged, setOnlyChanged] = useState(books.length > 1);
  const heads = useHeads(books);
  const rows = historyRows(books).filter(({ changed }) => !onlyChanged || changed.includes(true));
  const [first] = books;
  return (
    <section aria-label={t("history.title")}>
      <div className="history-head">
        <h3>{t("history.title")}</h3>
        {books.length > 1 ? (
          <>
            <span className="faint small">{t("history.hint")}</span>
            <Checkbox checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)}>
              {t("history.onlyChanged")}
            </Checkbox>
          </>
        ) : (
          first && <span className="faint small">{t("history.oneBook", { year: first.year })}</span>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="soft">{t("history.none")}</p>
      ) : (
        <DataTable label={t("history.title")} heads={heads}>
          {sections.map((section) => (
            <Section
              key={section}
              title={t(`history.section.${section}`)}
              rows={rows.filter((row) => row.section === section)}
              books={books}
            />
          ))}
        </DataTable>
      )}
    </section>
  );
}

function useHeads(books: HistoryBook[]) {
  const { t } = useTranslation();
  return [
    { key: "field", words: t("history.fieldHead"), className: "pinned" },
    ...books.map(({ year, updatedAt }) => ({
      key: String(year),
      words: (
        <>
          {t("state.year", { year })}
          <span className="history-updated">
            {t("history.updated", { time: formatTime(updatedAt).slice(0, 10) })}
          </span>
        </>
      ),
    })),
  ];
}

function Section({ title, rows, books }: { title: string; rows: HistoryRow[]; books: HistoryBook[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Fragment>
      <tr className="history-section">
        <th scope="rowgroup" colSpan={books.length + 1}>
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.word}>
          <th scope="row" className="pinned">
            {t(row.word)}
          </th>
          {row.values.map((value, at) => (
            <td key={books[at]?.year} className={row.changed[at] ? "history-changed" : ""}>
              <ChangeValue value={value} isMoney={row.isMoney} />
              {row.changed[at] && <span className="history-mark">{t("history.change")}</span>}
            </td>
          ))}
        </tr>
      ))}
    </Fragment>
  );
}
