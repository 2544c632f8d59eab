/**
 * A CSV file of data as columns, for commands that compute without a database. The first line names the columns; an empty
 * cell and `NA` are missing values.
 */
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { InputError } from "../../engines/input-error.ts";
import { requireReadable } from "./readable-file.ts";

export interface DataTable {
  rowCount: number;
  names: readonly string[];
  /** The cells as text; undefined where the value is missing. @throws InputError data.column-missing */
  texts(name: string): (string | undefined)[];
  /** The cells as numbers; NaN where the value is missing. @throws InputError data.column-missing, data.not-a-number */
  numbers(name: string): Float64Array;
}

/** @throws Problem cli.file-missing @throws InputError data.no-table */
export async function readDataTable(file: string): Promise<DataTable> {
  await requireReadable(file);
  const [names, ...rows] = parseRows(await readFile(file));
  if (!names || rows.length === 0) throw noTable();
  return tableOf(names, rows);
}

function tableOf(names: string[], rows: string[][]): DataTable {
  const texts = (name: string): (string | undefined)[] => {
    const at = names.indexOf(name);
    if (at === -1) throw columnMissing(name, names);
    return rows.map((row) => {
      const text = row[at]?.trim();
      return text === "" || text === "NA" ? undefined : text;
    });
  };
  return {
    rowCount: rows.length,
    names,
    texts,
    numbers: (name) => Float64Array.from(texts(name), (text, row) => numberOf(text, name, row)),
  };
}

function parseRows(bytes: Buffer): string[][] {
  try {
    return parse(bytes, { bom: true, skip_empty_lines: true });
  } catch {
    throw noTable();
  }
}

function numberOf(text: string | undefined, name: string, row: number): number {
  if (text === undefined) return Number.NaN;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  // The line in the file: one for the names, and people count from one.
  throw new InputError("data.not-a-number", {
    zh: `第${row + 2}行“${name}”列不是数字。缺失值请留空或写 NA。`,
    en: `Line ${row + 2}, column "${name}", is not a number. Leave a missing value empty or write NA.`,
  });
}

function columnMissing(name: string, names: readonly string[]): InputError {
  return new InputError("data.column-missing", {
    zh: `没有名为“${name}”的列。文件里的列：${names.join("、")}。`,
    en: `There is no column "${name}". The file has: ${names.join(", ")}.`,
  });
}

function noTable(): InputError {
  return new InputError("data.no-table", {
    zh: "文件不是数据表：第一行应为列名，之后每行一条记录，各行列数相同（CSV）。",
    en: "The file is no table of data: the first line should name the columns, each further line one record of as many cells (CSV).",
  });
}
