/** Reference data of the statistics with expected results: small files that ship, and others read where they are present. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

const root = join(import.meta.dirname, "..");

/** Where the files lie that may not ship; absent on most machines. */
const beside = process.env["JINGZHUN_STAT_REFS"] ?? join(root, "../shared/stat-refs");

export interface ReferenceTable {
  rowCount: number;
  /** Missing values (empty, NA) are undefined. */
  texts(name: string): (string | undefined)[];
  /** Missing values are NaN. */
  numbers(name: string): Float64Array;
}

/** A vector of an engine, as `survey/vectors/scd.csv`. */
export const readVector = (path: string): string => readFileSync(join(root, "engines", path), "utf8");

export const readVectorTable = (path: string): ReferenceTable => tableOf(readVector(path));

/** A file that may not ship; undefined where it is absent: the test then says so and is skipped. */
export function readBeside(name: string): string | undefined {
  const file = join(beside, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Why a test is skipped. */
export const absent = (name: string): string =>
  `${name} is not part of the project: put it into ../shared/stat-refs or name the folder in JINGZHUN_STAT_REFS`;

export function readTableBeside(name: string): ReferenceTable | undefined {
  const text = readBeside(name);
  return text === undefined ? undefined : tableOf(text);
}

/** How far a value lies from what is expected, as a share of the latter. */
export function relativeError(value: number, expected: number): number {
  return Math.abs(value - expected) / Math.abs(expected);
}

function tableOf(csv: string): ReferenceTable {
  const records: string[][] = parse(csv, { bom: true, skip_empty_lines: true });
  const [names = [], ...rows] = records;
  const texts = (name: string) => {
    const at = names.indexOf(name);
    if (at === -1) throw new Error(`no column ${name}`);
    return rows.map((row) => (row[at] === "" || row[at] === "NA" ? undefined : row[at]));
  };
  return {
    rowCount: rows.length,
    texts,
    numbers: (name) =>
      Float64Array.from(texts(name), (text) => (text === undefined ? Number.NaN : Number(text))),
  };
}
