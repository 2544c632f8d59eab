/** Opens an .xlsx: guarded (zip.ts), then streamed row by row. Formulas are never computed. */
import { streamXlsxRows } from "hucre/xlsx";
import { Problem } from "../../../platform/problem.ts";
import { readingProblems } from "../reading.problems.ts";
import { type Cell, formulaWithoutValue, type SheetReader, type SheetRow } from "./cell.ts";
import { fillMerged } from "./merged.ts";
import { columnsOfASheet, refuseDocumentType, surveyWorksheet, type WorksheetFacts } from "./worksheet.ts";
import { inflateEntry, inflateWhole, readZipDirectory, type ZipEntry } from "./zip.ts";

const mostColumns = 1_000;
const mostSheets = 300;

interface SheetPart {
  name: string;
  index: number;
  entry: ZipEntry;
}

export async function openXlsx(file: Buffer): Promise<SheetReader> {
  const entries = readZipDirectory(file);
  const parts = await visibleSheets(entries);
  const facts = new Map<string, WorksheetFacts>();
  const worksheets = new Set(parts.map(({ entry }) => entry.name));
  for (const entry of entries.values()) {
    if (worksheets.has(entry.name)) facts.set(entry.name, await surveyWorksheet(entry));
    else if (/\.(xml|rels)$/i.test(entry.name)) await surveyPart(entry);
  }
  return {
    sheets: parts.map(({ name, index, entry }) => ({
      name,
      rows: () => rowsOf(file, index, entry.name, facts.get(entry.name)),
    })),
  };
}

async function surveyPart(entry: ZipEntry): Promise<void> {
  let first = true;
  for await (const piece of inflateEntry(entry)) {
    if (first) refuseDocumentType(piece.toString("latin1", 0, 2048), entry.name);
    first = false;
  }
}

async function visibleSheets(entries: Map<string, ZipEntry>): Promise<SheetPart[]> {
  const workbook = entries.get("xl/workbook.xml");
  const relations = entries.get("xl/_rels/workbook.xml.rels");
  if (!workbook || !relations) throw readingProblems["reading.not-a-table"]();
  const targets = new Map(
    elements(await inflateWhole(relations), "Relationship").map((attributes) => [
      attribute(attributes, "Id"),
      attribute(attributes, "Target").replace(/^\/?(xl\/)?/, "xl/"),
    ]),
  );
  const sheets = elements(await inflateWhole(workbook), "sheet")
    .map((attributes, index) => ({ attributes, index }))
    .filter(({ attributes }) => !/hidden/i.test(attribute(attributes, "state")));
  if (sheets.length > mostSheets)
    throw readingProblems["reading.too-large"]({
      zh: "工作表数",
      en: "The number of sheets",
      limit: mostSheets,
    });
  return sheets.flatMap(({ attributes, index }) => {
    const entry = entries.get(targets.get(attribute(attributes, "id")) ?? "");
    return entry && /worksheets\//.test(entry.name)
      ? [{ name: attribute(attributes, "name"), index, entry }]
      : [];
  });
}

function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(
    ([, attributes]) => attributes ?? "",
  );
}

function attribute(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return decodeEntities(match?.[1] ?? match?.[2] ?? "");
}

function decodeEntities(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all, decimal, hex, name) => {
    if (name) return named[String(name)] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

async function* rowsOf(
  file: Buffer,
  sheet: number,
  part: string,
  facts: WorksheetFacts | undefined,
): AsyncGenerator<SheetRow> {
  const fill = fillMerged(facts?.merges ?? []);
  const formulas = facts?.formulasWithoutValue ?? new Set<number>();
  try {
    for await (const { index, values } of streamXlsxRows(file, { sheet })) {
      const cells: Cell[] = values.length > mostColumns ? values.slice(0, mostColumns) : values;
      if (formulas.size > 0) markFormulas(cells, index, formulas);
      fill(index, cells);
      yield { number: index + 1, cells };
    }
  } catch (error) {
    throw error instanceof Problem ? error : readingProblems["reading.damaged"]({ part }, error);
  }
}

function markFormulas(cells: Cell[], row: number, formulas: ReadonlySet<number>): void {
  for (let column = 0; column < cells.length; column += 1)
    if (formulas.has(row * columnsOfASheet + column) && (cells[column] ?? "") === "")
      cells[column] = formulaWithoutValue;
}
