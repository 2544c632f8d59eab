/** The rows. `j` and `k` move the focus from row to row, Enter opens the focused one. */
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdPageOf, HouseholdRow } from "../../../../domain/verdicts/household-list.contract.ts";
import { formatYuan } from "../../design/numbers.ts";
import { OutcomeChip, StatusChip, exitStatusTone } from "../../design/status-chip.tsx";
import { isPlainKey } from "../../frame/shortcuts.ts";
import type { ColumnName } from "./columns.ts";

const numbers = new Set<ColumnName>(["persons", "netIncome"]);

export function HouseholdTable({ page, columns }: { page: HouseholdPageOf; columns: ColumnName[] }) {
  const { t } = useTranslation();
  const body = useRowKeys();
  return (
    <div className="table-frame">
      <table className="data-table household-table">
        <thead>
          <tr>
            <th scope="col" className="pinned">
              {t("householdList.head")}
            </th>
            <th scope="col">{t("householdList.registerNo")}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className={numbers.has(name) ? "number" : ""}>
                {t(`householdList.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {page.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="pinned">
                <Link
                  data-row
                  to="/households/$county/$id"
                  params={{ county: row.countyCode, id: row.id }}
                  search={{ year: page.year }}
                >
                  {row.maskedHead ?? t("state.unknown")}
                </Link>
              </th>
              <td className="register-no">{row.registerNo}</td>
              {columns.map((name) => (
                <td key={name} className={numbers.has(name) ? "number" : ""}>
                  <Cell row={row} name={name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, name }: { row: HouseholdRow; name: ColumnName }): ReactNode {
  const { t } = useTranslation();
  const none = <span className="zero">{t("state.none")}</span>;
  switch (name) {
    case "village":
      return row.village ?? none;
    case "persons":
      return row.persons ?? none;
    case "exitStatus":
      return row.exitStatus ? (
        <StatusChip tone={exitStatusTone(row.exitStatus.code)}>{row.exitStatus.label}</StatusChip>
      ) : (
        none
      );
    case "attribute":
      return row.attribute?.label ?? none;
    case "cause":
      return row.mainCause?.label ?? none;
    case "netIncome":
      return row.netIncome === null ? none : `${formatYuan(row.netIncome)} ${t("unit.yuan")}`;
    case "exitOutcome":
      return <OutcomeChip outcome={row.exitOutcome} quiet />;
  }
}

function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.key !== "j" && event.key !== "k") || !isPlainKey(event)) return;
      const links = [...(body.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
      links[Math.min(next, links.length - 1)]?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return body;
}
