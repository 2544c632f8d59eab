/** Rows that are given back as they stand, beside what was read from them. */
import type { KeptRow } from "../reading.contract.ts";
import type { SheetRow } from "./cell.ts";
import { readRegisterNo } from "./register-no.ts";
import type { Table } from "./rows.ts";
import { textOf } from "./values.ts";

export interface RowsToKeep {
  /** As `row/sheet`. */
  rows: readonly string[];
  /** And all rows of these households. */
  registerNos: readonly string[];
}

export function keeper(
  { rows, registerNos }: RowsToKeep,
  kept: KeptRow[],
): (table: Table, row: SheetRow) => void {
  const wantedRows = new Set(rows);
  const wantedNumbers = new Set(registerNos);
  if (wantedRows.size === 0) return () => undefined;
  return (table, { number, cells }) => {
    const registerNo = readRegisterNo(table, cells);
    const isOfHousehold = typeof registerNo === "string" && wantedNumbers.has(registerNo);
    if (!isOfHousehold && !wantedRows.has(`${number}/${table.sheet}`)) return;
    const texts = table.columns.map(({ at }) => textOf(cells[at] ?? null));
    kept.push({ sheet: table.sheet, row: number, cells: texts });
  };
}
