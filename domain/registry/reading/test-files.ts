/** Files for tests of reading: temporary, made by our writer, or zips made by hand where a writer would be too good. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterAll } from "vitest";
import { type WorkbookCell, type WorkbookSheet, writeWorkbook } from "../workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "jingzhun-reading-"));
// A test process is killed before it exits by itself.
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Gone when the tests of the file have run. */
export function temporaryPath(name: string): string {
  return join(mkdtempSync(join(folder, "file-")), name);
}

export function fileOf(name: string, content: string | Buffer): string {
  const path = temporaryPath(name);
  writeFileSync(path, content);
  return path;
}

export type TestSheet = { name?: string; rows: WorkbookCell[][]; merges?: WorkbookSheet["merges"] };

export async function workbookOf(...sheets: TestSheet[]): Promise<string> {
  const path = temporaryPath("test.xlsx");
  await writeWorkbook(
    path,
    sheets.map(({ name, rows, merges = [] }, index) => ({
      name: name ?? `Sheet${index + 1}`,
      merges,
      rows: () => rows,
    })),
  );
  return path;
}

/** Parts to a zip; `declaredBytes` is what the directory claims. */
export function zipOf(parts: Record<string, { content: Buffer; declaredBytes?: number }>): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, { content, declaredBytes }] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const label = Buffer.from(name);
    const sizes = [crc32(content), packed.length, declaredBytes ?? content.length];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    for (const [index, size] of sizes.entries()) local.writeUInt32LE(size, 14 + index * 4);
    local.writeUInt16LE(label.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    for (const [index, size] of sizes.entries()) central.writeUInt32LE(size, 16 + index * 4);
    central.writeUInt16LE(label.length, 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, label);
    pieces.push(local, label, packed);
    offset += local.length + label.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, end]);
}

/** A workbook with one sheet whose XML is given, for what our writer never writes. */
export function rawWorkbook(sheetXml: Buffer, declaredBytes?: number): Buffer {
  const xml = (text: string): { content: Buffer } => ({ content: Buffer.from(text) });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const links = "http://schemas.openxmlformats.org/package/2006/relationships";
  return zipOf({
    "[Content_Types].xml": xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
    ),
    "_rels/.rels": xml(
      `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": {
      content: sheetXml,
      ...(declaredBytes === undefined ? {} : { declaredBytes }),
    },
  });
}
