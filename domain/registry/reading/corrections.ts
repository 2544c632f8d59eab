/** Cells as a person put them right, in place of what stands in the file. */
import type { SheetRow } from "./cell.ts";
import type { Table } from "./rows.ts";

export interface CellCorrection {
  sheet: string;
  /** As Excel shows it. */
  row: number;
  letter: string;
  value: string;
}

/** Puts the corrections of a row into it. */
export function corrector(corrections: readonly CellCorrection[]): (table: Table, row: SheetRow) => SheetRow {
  const byRow = Map.groupBy(corrections, ({ sheet, row }) => `${row}/${sheet}`);
  if (byRow.size === 0) return (_, row) => row;
  return (table, row) => {
    const own = byRow.get(`${row.number}/${table.sheet}`);
    if (!own) return row;
    const cells = [...row.cells];
    for (const { letter, value } of own) {
      const column = table.columns.find((one) => one.letter === letter);
      if (!column) continue;
      while (cells.length < column.at) cells.push(null);
      cells[column.at] = value;
    }
    return { ...row, cells };
  };
}
