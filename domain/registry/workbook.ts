/**
 * Writes an .xlsx of several sheets row by row, in constant memory: text as inline strings, numbers, merged ranges, no
 * styles. Rows are pulled as the file takes them.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { columnLetter } from "./reading/text.ts";
import type { MergedRange } from "./reading/worksheet.ts";

export type WorkbookCell = string | number | null;

export interface WorkbookSheet {
  name: string;
  merges: readonly MergedRange[];
  rows(): Iterable<WorkbookCell[]>;
}

interface WrittenPart {
  name: Buffer;
  crc: number;
  packed: number;
  bytes: number;
  offset: number;
}

export async function writeWorkbook(path: string, sheets: readonly WorkbookSheet[]): Promise<void> {
  await pipeline(Readable.from(zipOf(partsOf(sheets))), createWriteStream(path));
}

/** The same in memory: for what must not lie on a disk. */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  return buffer(Readable.from(zipOf(partsOf(sheets))));
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

function* partsOf(sheets: readonly WorkbookSheet[]): Generator<[name: string, xml: Iterable<string>]> {
  const of = (each: (sheet: WorkbookSheet, number: number) => string): string =>
    sheets.map((sheet, index) => each(sheet, index + 1)).join("");
  const override = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  yield [
    "[Content_Types].xml",
    [
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
      `${override("workbook.xml", "sheet.main")}${of((_, number) => override(`worksheets/sheet${number}.xml`, "worksheet"))}</Types>`,
    ],
  ];
  yield [
    "_rels/.rels",
    [
      `${xmlHead}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  ];
  yield [
    "xl/workbook.xml",
    [
      `${xmlHead}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets>`,
      `${of(({ name }, number) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
  ];
  yield [
    "xl/_rels/workbook.xml.rels",
    [
      `${xmlHead}<Relationships xmlns="${packageRelationships}">`,
      `${of((_, number) => `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
    ],
  ];
  for (const [index, sheet] of sheets.entries())
    yield [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)];
}

const rowsOfAPiece = 200;

function* sheetXml({ merges, rows }: WorkbookSheet): Generator<string> {
  const letters = Array.from({ length: 200 }, (_, at) => columnLetter(at));
  let piece = `${xmlHead}<worksheet xmlns="${spreadsheet}"><sheetData>`;
  let number = 0;
  for (const cells of rows()) {
    number += 1;
    piece += rowXml(cells, number, letters);
    if (number % rowsOfAPiece > 0) continue;
    yield piece;
    piece = "";
  }
  const ranges = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}"/>`,
  );
  yield `${piece}</sheetData>${ranges.length > 0 ? `<mergeCells>${ranges.join("")}</mergeCells>` : ""}</worksheet>`;
}

function rowXml(cells: readonly WorkbookCell[], number: number, letters: readonly string[]): string {
  let xml = `<row r="${number}">`;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell === null || cell === undefined) continue;
    const place = `${letters[at] ?? columnLetter(at)}${number}`;
    xml +=
      typeof cell === "number"
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

function escaped(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

async function* zipOf(parts: Iterable<[name: string, xml: Iterable<string>]>): AsyncGenerator<Buffer> {
  const written: WrittenPart[] = [];
  let offset = 0;
  for (const [name, xml] of parts) {
    const part: WrittenPart = { name: Buffer.from(name), crc: 0, packed: 0, bytes: 0, offset };
    const head = localHeader(part);
    yield head;
    for await (const piece of Readable.from(counted(xml, part)).pipe(
      createDeflateRaw(),
    ) as AsyncIterable<Buffer>) {
      part.packed += piece.length;
      yield piece;
    }
    yield numbers([0x08074b50, 4], [part.crc, 4], [part.packed, 4], [part.bytes, 4]);
    offset += head.length + part.packed + 16;
    written.push(part);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  const count = written.length;
  yield numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [directory.length, 4], [offset, 4], [0, 2]);
}

function* counted(xml: Iterable<string>, part: WrittenPart): Generator<Buffer> {
  for (const text of xml) {
    const piece = Buffer.from(text);
    part.crc = crc32(piece, part.crc);
    part.bytes += piece.length;
    yield piece;
  }
}

// Sizes follow the data (flag 8), names are UTF-8 (flag 0x800), deflated (8), dated 1980-01-01 so that files compare.
const common: [number, number][] = [
  [20, 2],
  [0x808, 2],
  [8, 2],
  [0, 2],
  [0x21, 2],
];

function localHeader({ name }: WrittenPart): Buffer {
  return Buffer.concat([
    numbers([0x04034b50, 4], ...common, [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]),
    name,
  ]);
}

function directoryEntry({ name, crc, packed, bytes, offset }: WrittenPart): Buffer {
  const sizes: [number, number][] = [
    [crc, 4],
    [packed, 4],
    [bytes, 4],
    [name.length, 2],
  ];
  const rest: [number, number][] = [
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  ];
  return Buffer.concat([numbers([0x02014b50, 4], [20, 2], ...common, ...sizes, ...rest), name]);
}

function numbers(...fields: readonly [value: number, bytes: number][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
