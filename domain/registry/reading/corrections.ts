/** Cells as a person put them right, in place of what stands in the file. */
import type { SheetRow } from "./cell.ts";
import type { MadeCorrection } from "../reading.contract.ts";
import { readRegisterNo } from "./register-no.ts";
import type { Table } from "./rows.ts";
import { textOf } from "./values.ts";

export interface CellCorrection {
  sheet: string;
  /** As Excel shows it. */
  row: number;
  letter: string;
  value: string;
}

/** Puts the corrections of a row into it; `made` gets each with what stood there. */
export function corrector(
  corrections: readonly CellCorrection[],
  made: MadeCorrection[],
): (table: Table, row: SheetRow) => SheetRow {
  const byRow = Map.groupBy(corrections, ({ sheet, row }) => `${row}/${sheet}`);
  if (byRow.size === 0) return (_, row) => row;
  return (table, row) => {
    const own = byRow.get(`${row.number}/${table.sheet}`);
    if (!own) return row;
    const cells = [...row.cells];
    const from: Omit<MadeCorrection, "registerNo">[] = [];
    for (const { letter, value } of own) {
      const column = table.columns.find((one) => one.letter === letter);
      if (!column) continue;
      while (cells.length < column.at) cells.push(null);
      const at = { sheet: table.sheet, row: row.number, letter, label: column.label };
      from.push({
        ...at,
        field: column.field?.key ?? null,
        from: textOf(cells[column.at] ?? null),
        to: value,
      });
      cells[column.at] = value;
    }
    const registerNo = readRegisterNo(table, cells);
    for (const one of from)
      made.push({ ...one, registerNo: typeof registerNo === "string" ? registerNo : null });
    return { ...row, cells };
  };
}
