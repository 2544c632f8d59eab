/** The rows. `j` and `k` move the focus from row to row, Enter opens the focused one. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdPageOf, HouseholdRow } from "../../../../domain/verdicts/household-list.contract.ts";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { DataTable, type TableHead } from "../../design/data-table.tsx";
import { formatYuan } from "../../design/numbers.ts";
import { OutcomeChip, StatusChip, exitStatusTone } from "../../design/status-chip.tsx";
import { useRowKeys } from "../../frame/row-keys.ts";
import type { ColumnName } from "./columns.ts";
import { Matches } from "./matches.tsx";
import { NumberSort } from "./number-sort.tsx";

interface HouseholdTableProps {
  area: string;
  filters: HouseholdFilters;
  page: HouseholdPageOf;
  columns: ColumnName[];
}

export function HouseholdTable({ area, filters, page, columns }: HouseholdTableProps) {
  const { t } = useTranslation();
  const body = useRowKeys();
  const heads: TableHead[] = [
    { key: "head", words: t("householdList.head"), className: "pinned" },
    {
      key: "registerNo",
      words: <NumberSort area={area} filters={filters} />,
      sort: filters.order ?? "ascending",
    },
    ...columns.map((name) => ({ key: name, words: t(`householdList.${name}`), className: classOf(name) })),
  ];
  return (
    <DataTable label={t("householdList.title")} className="household-table" stacks heads={heads} body={body}>
      {page.rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="pinned">
            <Link
              data-row
              to="/households/$county/$id"
              params={{ county: row.countyCode, id: row.id }}
              search={{ year: page.year }}
            >
              {row.maskedHead ?? t("state.unfilled")}
            </Link>
            <Matches matches={row.matches} />
          </th>
          <td className="register-no" data-label={t("householdList.registerNo")}>
            {row.registerNo}
          </td>
          {columns.map((name) => (
            <td key={name} className={classOf(name)} data-label={t(`householdList.${name}`)}>
              <Cell row={row} name={name} />
            </td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}

function classOf(name: ColumnName): string {
  return name === "persons" || name === "netIncome" ? "number" : "";
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
