/**
 * The rows of a file that were not taken, as a file to mend and import again: all rows of their households, since a household
 * is read as a whole, and on a second sheet what is wrong in which row.
 */
import type { ImportPreview } from "./import.contract.ts";
import type { KeptRow, ReadSheet } from "./reading.contract.ts";
import type { RowsToKeep } from "./reading/kept-rows.ts";
import { type WorkbookCell, type WorkbookSheet, workbookBytes } from "./workbook.ts";

type Rejected = ImportPreview["rejected"][number];

export function rowsOf(rejected: readonly Rejected[]): RowsToKeep {
  return {
    rows: rejected.map(({ sheet, row }) => `${row}/${sheet}`),
    registerNos: rejected.flatMap(({ registerNo }) => registerNo ?? []),
  };
}

const longestSheetName = 31;
const reasonHead = ["所在表", "所在行", "原表行号", "不合格的列", "原因"];

export function rejectedWorkbook(
  sheets: readonly ReadSheet[],
  kept: readonly KeptRow[],
  rejected: readonly Rejected[],
): Promise<Buffer> {
  const tables = sheets
    .map((sheet) => ({ sheet, rows: kept.filter((row) => row.sheet === sheet.name) }))
    .filter(({ rows }) => rows.length > 0);
  const written: WorkbookSheet[] = tables.map(({ sheet, rows }, index) => ({
    name: sheetName(sheet.name, index),
    merges: [],
    rows: () => [sheet.columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)],
  }));
  const reasons = tables.flatMap(({ sheet, rows }, index) => {
    const rowIn = new Map(rows.map(({ row }, at) => [row, at + 2]));
    return rejected
      .filter((one) => one.sheet === sheet.name)
      .map((one): WorkbookCell[] => [
        sheetName(sheet.name, index),
        rowIn.get(one.row) ?? null,
        one.row,
        one.column,
        one.reason.zh,
      ]);
  });
  return workbookBytes([
    ...written,
    { name: "不合格原因", merges: [], rows: () => [reasonHead, ...reasons] },
  ]);
}

function sheetName(name: string, index: number): string {
  const short = name
    .replaceAll(/[[\]:*?/\\]/g, " ")
    .trim()
    .slice(0, longestSheetName - 3);
  return index === 0 ? short || "表" : `${short}${index + 1}`;
}
