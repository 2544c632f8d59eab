/**
 * A CSV file of data as columns, for commands that compute without a database. The first line names the columns; an empty
 * cell and `NA` are missing values.
 */
import { InputError } from "../../engines/input-error.ts";
import { type CsvRows, readCsvRows } from "./csv-rows.ts";
import type { Progress } from "./output.ts";

export interface DataTable {
  rowCount: number;
  names: readonly string[];
  /** The line of a row in the file: people count from one, and the names are line 1. */
  lineOf(row: number): number;
  /** The cells as text; undefined where the value is missing. @throws InputError data.column-missing */
  texts(name: string): (string | undefined)[];
  /** The cells as numbers; NaN where the value is missing. @throws InputError data.column-missing, data.not-a-number */
  numbers(name: string): Float64Array;
}

/**
 * Says what was skipped or guessed.
 * @throws Problem cli.file-missing @throws InputError data.column-twice, and as readCsvRows
 */
export async function readDataTable(file: string, progress: Progress): Promise<DataTable> {
  const { notes, ...table } = await readCsvRows(file);
  const twice = table.names.find((name, at) => name !== "" && table.names.indexOf(name) !== at);
  if (twice !== undefined) throw columnTwice(twice);
  for (const note of notes) progress.step(note);
  return tableOf(table);
}

function tableOf({ names, rows, lines }: Omit<CsvRows, "notes">): DataTable {
  const lineOf = (row: number): number => lines[row] ?? row + 2;
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
    lineOf,
    texts,
    numbers: (name) => Float64Array.from(texts(name), (text, row) => numberOf(text, name, lineOf(row))),
  };
}

/** Nothing else that a programming language reads as a number: no 0x10, no Infinity. */
const decimalNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a cell is, undefined where it is none. */
export function decimalOf(text: string): number | undefined {
  const value = decimalNumber.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function numberOf(text: string | undefined, name: string, line: number): number {
  if (text === undefined) return Number.NaN;
  const value = decimalOf(text);
  if (value !== undefined) return value;
  throw new InputError("data.not-a-number", {
    zh: `第${line}行“${name}”列不是数字：只写半角数字、小数点和正负号，不写千位分隔符，如12345.6或1.5e3。缺失值请留空或写 NA。`,
    en: `Line ${line}, column "${name}", is not a number: write plain digits, a point and a sign, no thousands separators, as 12345.6 or 1.5e3. Leave a missing value empty or write NA.`,
  });
}

function columnTwice(name: string): InputError {
  return new InputError("data.column-twice", {
    zh: `有两列都叫“${name}”，不知道用哪一列：请改名或删去一列。`,
    en: `Two columns are named "${name}", and it is not known which is meant: rename or remove one.`,
  });
}

function columnMissing(name: string, names: readonly string[]): InputError {
  return new InputError("data.column-missing", {
    zh: `没有名为“${name}”的列。文件里的列：${names.join("、")}。`,
    en: `There is no column "${name}". The file has: ${names.join(", ")}.`,
  });
}
