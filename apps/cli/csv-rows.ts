/** The rows of a CSV file with their lines, and what was done to read them: said to whoever reads the answer. */
import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../../engines/input-error.ts";
import { decodeCsv } from "./csv-text.ts";
import { requireReadable } from "./readable-file.ts";

export interface CsvRows {
  names: string[];
  rows: string[][];
  /** Of each row: its line in the file, the names being line 1. */
  lines: number[];
  notes: string[];
}

interface Row {
  cells: string[];
  line: number;
}

/**
 * Spaces around the names are taken off, rows without a single value are no rows.
 * @throws Problem cli.file-missing @throws InputError data.empty, data.no-rows, data.separator, data.short-row, data.bad-quote,
 * data.spreadsheet, data.not-utf8
 */
export async function readCsvRows(file: string): Promise<CsvRows> {
  await requireReadable(file);
  const { text, isGb18030 } = decodeCsv(await readFile(file));
  const [head, ...below] = parsed(text);
  if (!head) throw empty();
  const names = head.cells.map((name) => name.trim());
  requireComma(names);
  const rows = below.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) throw noRows();
  for (const row of rows) requireLength(row, names.length);
  return {
    names,
    rows: rows.map(({ cells }) => cells),
    lines: rows.map(({ line }) => line),
    notes: [...(isGb18030 ? [readAsGb18030] : []), ...blankNotes(below.length - rows.length)],
  };
}

function parsed(text: string): Row[] {
  const found: Row[] = [];
  try {
    parse(text, {
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        found.push({ cells, line: lines });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw badQuote(Number(error["lines"]));
    throw error;
  }
  return found;
}

function requireComma(names: readonly string[]): void {
  const [only = ""] = names;
  if (names.length === 1 && /[\t;，]/.test(only)) {
    throw new InputError("data.separator", {
      zh: "第1行没有逗号，看起来是用制表符、分号或全角逗号分列的。请另存为逗号分隔的CSV。",
      en: "Line 1 has no comma; the cells seem to be separated by tabs, semicolons or full-width commas. Save the file as CSV with commas.",
    });
  }
}

function requireLength({ cells, line }: Row, expected: number): void {
  if (cells.length === expected) return;
  throw new InputError("data.short-row", {
    zh: `第${line}行有${cells.length}格，列名有${expected}个。请补齐或删去多余的格；内容里有逗号的，用英文双引号括起来。`,
    en: `Line ${line} has ${cells.length} cells for ${expected} columns. Mend it; quote a cell that holds a comma.`,
  });
}

function blankNotes(count: number): string[] {
  if (count === 0) return [];
  return [`跳过了${count}个空行。\nSkipped ${count} blank ${count === 1 ? "row" : "rows"}.`];
}

const readAsGb18030 =
  "文件不是UTF-8，按GB18030（GBK）读取；名称若有乱码，请另存为CSV UTF-8。\n" +
  "The file is not in UTF-8 and was read as GB18030 (GBK); should names look wrong, save it as CSV UTF-8.";

function empty(): InputError {
  return new InputError("data.empty", {
    zh: "文件是空的。第一行应为列名。",
    en: "The file is empty. Its first line should name the columns.",
  });
}

function noRows(): InputError {
  return new InputError("data.no-rows", {
    zh: "文件只有列名，没有一条记录。",
    en: "The file has names of columns and not one record.",
  });
}

function badQuote(line: number): InputError {
  return new InputError("data.bad-quote", {
    zh: `第${line}行的双引号不成对：内容里的一个双引号要写成两个，整格用双引号括起来。`,
    en: `Line ${line} has a quotation mark that is not closed or stands inside a cell: double it and quote the whole cell.`,
  });
}
