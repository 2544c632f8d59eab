/**
 * Opens a CSV or tab-separated text. The encoding is found by a fixed rule, never guessed by statistics: a byte order mark,
 * else strict UTF-8, else strict GB18030; the caller may name another. Throws `reading.encoding`, `reading.damaged`.
 */
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { readingProblems } from "../reading.problems.ts";
import type { SheetReader, SheetRow } from "./cell.ts";

const longestRecord = 1024 ** 2;

export function openCsv(file: Buffer, sheetName: string, encoding?: string): SheetReader {
  const text = decode(file, encoding);
  return { sheets: [{ name: sheetName, rows: () => rowsOf(text, delimiterOf(text)) }] };
}

function decode(file: Buffer, encoding?: string): string {
  const candidates = encoding === undefined ? candidatesFor(file) : [encoding];
  for (const candidate of candidates) {
    const text = tryDecode(file, candidate);
    if (text !== undefined) return text;
  }
  throw readingProblems["reading.encoding"]();
}

function candidatesFor(file: Buffer): string[] {
  const mark = file.subarray(0, 2).toString("hex");
  if (mark === "fffe") return ["utf-16le"];
  if (mark === "feff") return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

function tryDecode(file: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}

/** Whichever of comma, tab and semicolon is most frequent in the first lines. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000);
  const counted = [",", "\t", ";"].map((mark) => ({ mark, count: start.split(mark).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

async function* rowsOf(text: string, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = Readable.from(slices(text)).pipe(
    parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: longestRecord,
    }),
  );
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      yield { number, cells };
    }
  } catch (error) {
    throw readingProblems["reading.damaged-line"]({ line: parser.info.lines }, error);
  }
}

/** Never between the two halves of a rare character. */
function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + 1024 ** 2, text.length);
    if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? "")) end += 1;
    yield text.slice(at, end);
    at = end;
  }
}
