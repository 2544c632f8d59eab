/** Tables as files: .xlsx while its rows are pulled, .csv that a spreadsheet opens as text in UTF-8. */
import { writeXlsxStream } from "hucre/xlsx";

export type TableCell = string | number | null;
export type TableRow = TableCell[];

export const tableTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

export type TableFormat = keyof typeof tableTypes;

/** The head stays in sight. Only the packed file is held, never all rows. */
export async function xlsxOf(
  name: string,
  head: readonly string[],
  rows: Iterable<TableRow> | AsyncIterable<TableRow>,
): Promise<Buffer> {
  const columns = head.map((header) => ({ header, width: 16 }));
  const file = writeXlsxStream(rows, { name, columns, freezePane: { rows: 1 } });
  return Buffer.from(await new Response(file).arrayBuffer());
}

export function csvOf(head: readonly string[], rows: Iterable<TableRow>): Buffer {
  const lines = [[...head], ...rows].map((row) => row.map(csvCell).join(","));
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`);
}

/** Text that a spreadsheet would take for a formula gets an apostrophe. */
function csvCell(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** For the header content-disposition: the name as it is, and an ASCII one for old readers. */
export function attachment(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf(".") + 1);
  return `attachment; filename="export.${extension}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
