/** The table of the list. `j` and `k` move the focus from row to row, Enter opens the focused one. */
import { useTranslation } from "react-i18next";
import type { HouseholdPageOf } from "../../../../domain/verdicts/list/household-list.contract.ts";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { DataTable, type TableHead } from "../../design/data-table.tsx";
import { useRowKeys } from "../../frame/row-keys.ts";
import { type ColumnName, classOfColumn } from "./columns.ts";
import { useHeldRow } from "./held-row.ts";
import { HouseholdRows } from "./household-rows.tsx";
import { NumberSort } from "./number-sort.tsx";
import { useRowFocus } from "./row-focus.ts";

interface HouseholdTableProps {
  area: string;
  filters: HouseholdFilters;
  page: HouseholdPageOf;
  columns: ColumnName[];
  /** The rows are those that were asked for, no longer those of before. */
  isAnswer: boolean;
}

export function HouseholdTable({ area, filters, page, columns, isAnswer }: HouseholdTableProps) {
  const { t } = useTranslation();
  const body = useRowKeys();
  useHeldRow(body, page.rows);
  useRowFocus(body, isAnswer);
  const heads: TableHead[] = [
    { key: "head", words: t("householdList.head"), className: "pinned" },
    {
      key: "registerNo",
      words: <NumberSort area={area} filters={filters} />,
      sort: filters.order ?? "ascending",
    },
    ...columns.map((name) => ({
      key: name,
      words: t(`householdList.${name}`),
      className: classOfColumn(name),
    })),
  ];
  return (
    <DataTable label={t("householdList.title")} className="household-table" stacks heads={heads} body={body}>
      <HouseholdRows page={page} columns={columns} />
    </DataTable>
  );
}
