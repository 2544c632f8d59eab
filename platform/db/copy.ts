/** Bulk loading: rows of plain values into a temporary table by COPY. */
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { from as copyFrom } from "pg-copy-streams";
import { type Tx, clientOf } from "./database.ts";

export type CopyValue =
  | string
  | number
  | boolean
  | Date
  | Buffer
  | readonly (string | number)[]
  | null
  | undefined;

const chunkRows = 500;

/** Copies rows into `table(columns)` in COPY's text format. The names must be the program's own, never a user's. */
export async function copyRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(", ");
  const stream = clientOf(tx).query(copyFrom(`copy ${table} (${names}) from stdin`));
  await pipeline(Readable.from(chunks(rows), { objectMode: false }), stream);
}

function* chunks(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let text = "";
  let count = 0;
  for (const row of rows) {
    text += row.map(encode).join("\t") + "\n";
    if (++count % chunkRows === 0) {
      yield text;
      text = "";
    }
  }
  if (text) yield text;
}

function encode(value: CopyValue): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escape(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  return escape(`{${value.map((item) => `"${String(item).replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`);
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escape(text: string): string {
  return text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
