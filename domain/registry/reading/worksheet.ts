/**
 * What the streaming reader does not tell about a worksheet: merged ranges, and formulas whose value was not stored.
 * Reads the XML once in pieces, which also proves that the part unpacks to what the directory declares.
 */
import { readingProblems } from "../reading.problems.ts";
import { inflateEntry, type ZipEntry } from "./zip.ts";

/** 0-based, ends included. */
export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface WorksheetFacts {
  merges: MergedRange[];
  /** Row × 16384 + column, 0-based. */
  formulasWithoutValue: Set<number>;
}

export const columnsOfASheet = 16_384;
const mostMerges = 100_000;
const mostFormulas = 500_000;
const longestCell = 128 * 1024;

const valuelessFormula =
  /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;
const mergeCell = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"/g;
/** Without these words a sheet has neither formulas nor merged cells, and most of it need not become text. */
const telling = ["<f", ":f", "mergeCell "];
const documentType = "<!DOCTYPE";

export async function surveyWorksheet(entry: ZipEntry): Promise<WorksheetFacts> {
  const facts: WorksheetFacts = { merges: [], formulasWithoutValue: new Set() };
  let before: Buffer | undefined;
  let carried: string | undefined;
  for await (const piece of inflateEntry(entry)) {
    if (before === undefined) refuseDocumentType(piece.toString("latin1", 0, 2048), entry.name);
    if (carried === undefined && telling.some((word) => holds(before, piece, word)))
      carried = before?.toString("latin1", Math.max(0, before.length - longestCell)) ?? "";
    if (carried !== undefined) carried = note(facts, carried + piece.toString("latin1"));
    before = piece;
  }
  return facts;
}

/** Also where the word is cut by the end of the piece before. */
function holds(before: Buffer | undefined, piece: Buffer, word: string): boolean {
  if (piece.includes(word, 0, "latin1")) return true;
  const seam = `${before?.toString("latin1", before.length - word.length) ?? ""}${piece.toString("latin1", 0, word.length)}`;
  return seam.includes(word);
}

/** Excel writes no document type; one is only ever there to swell or to reach out. */
export function refuseDocumentType(xml: string, part: string): void {
  if (xml.includes(documentType)) throw readingProblems["reading.bomb"]({ part });
}

/** Notes what stands in `text` and returns the tail that may hold a cell cut in two. */
function note(facts: WorksheetFacts, text: string): string {
  const lastCell = Math.max(
    text.lastIndexOf("<c "),
    text.lastIndexOf(":c "),
    text.lastIndexOf("<mergeCell "),
  );
  const cut = Math.max(lastCell < 0 ? 0 : lastCell - 8, text.length - longestCell, 0);
  if (/[<:]f[\s/>]/.test(text))
    for (const [, cell] of text.matchAll(valuelessFormula))
      facts.formulasWithoutValue.add(placeOf(cell ?? "A1"));
  if (text.includes("mergeCell "))
    for (const [, from, to] of text.matchAll(mergeCell)) facts.merges.push(rangeOf(from ?? "A1", to ?? "A1"));
  if (facts.formulasWithoutValue.size > mostFormulas || facts.merges.length > mostMerges)
    throw readingProblems["reading.too-large"]({
      zh: "公式或合并单元格的数量",
      en: "The number of formulas or merged cells",
      limit: mostMerges,
    });
  return text.slice(cut);
}

function placeOf(cell: string): number {
  const letters = /^[A-Z]+/.exec(cell)?.[0] ?? "A";
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return (Number(cell.slice(letters.length)) - 1) * columnsOfASheet + column - 1;
}

function rangeOf(from: string, to: string): MergedRange {
  const [start, end] = [placeOf(from), placeOf(to)];
  return {
    top: Math.floor(start / columnsOfASheet),
    left: start % columnsOfASheet,
    bottom: Math.floor(end / columnsOfASheet),
    right: end % columnsOfASheet,
  };
}
