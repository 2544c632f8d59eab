/**
 * Reads a register file: rosters, income ledgers and the exports of the monitoring system, .xlsx or CSV. Finds the header
 * by itself and maps columns by label. Nothing is written anywhere. A file from outside is read in a process of its own:
 * reading-process.ts.
 */
import type { BothLanguages } from "../../platform/both-languages.contract.ts";
import type { Problem } from "../../platform/problem.ts";
import type {
  KeptRow,
  MadeCorrection,
  ReadHousehold,
  ReadRegister,
  RegisterLayout,
  Reject,
} from "./reading.contract.ts";
import { findField } from "./reading-fields.ts";
import { readingProblems } from "./reading.problems.ts";
import type { SheetReader, SheetRow } from "./reading/cell.ts";
import type { MappingsOfLayouts } from "./reading/columns.ts";
import { type CellCorrection, corrector } from "./reading/corrections.ts";
import { addRow, finishHouseholds, type HouseholdDrafts, startHouseholds } from "./reading/households.ts";
import { type RowsToKeep, keeper } from "./reading/kept-rows.ts";
import { addLedgerRow, householdsOfLedger, type Ledger, mergeLedger, startLedger } from "./reading/ledger.ts";
import { isOneFile } from "./reading/layout.ts";
import { type RegisterFile, loadRegisterFile, openRegisterFile } from "./reading/open.ts";
import { passRow, type Table } from "./reading/rows.ts";
import { type FoundTables, type UnreadTable, rowsOfTables, yearIn } from "./reading/tables.ts";

export interface ReadingOptions {
  /** The year of the book; else it is taken from the titles, the file name or a column. */
  year?: number;
  /** What persons said about columns; wins over the catalogue. */
  mappings?: MappingsOfLayouts;
  /** What persons put into cells instead of what stands there. */
  corrections?: readonly CellCorrection[];
  /** Rows to be given back as they stand. */
  keep?: RowsToKeep;
  /** Somebody can say what columns are: a file that lacks needed ones comes back unread instead of being refused. */
  mayBeMapped?: boolean;
  /** Of a CSV file, a name that TextDecoder knows; else it is found by rule. */
  encoding?: string;
  /** Told now and then how many rows were read. */
  onProgress?: (rowsRead: number) => void;
}

const mostRows = 400_000;
const progressEvery = 2_000;

/** @throws Problem of reading.problems.ts when the file as a whole cannot be read */
export async function readRegisterFile(path: string, options: ReadingOptions = {}): Promise<ReadRegister> {
  return readRegister(await loadRegisterFile(path), options);
}

/** @throws Problem of reading.problems.ts when the file as a whole cannot be read */
export async function readRegister(file: RegisterFile, options: ReadingOptions = {}): Promise<ReadRegister> {
  const reader = await openRegisterFile(file, options.encoding);
  const found: FoundTables = { tables: [], titles: [], unread: [], isEmpty: true };
  const drafts = startHouseholds((options.year ?? yearIn([file.name]) ?? 2099) + 1);
  const ledger = startLedger();
  const kept: KeptRow[] = [];
  const corrected: MadeCorrection[] = [];
  const lastRows = new Map<string, number>();
  const rowsRead = await collect(reader, found, options, { drafts, ledger, kept, corrected, lastRows });
  const layout = layoutOf(found, reader, options);
  const households = householdsOf(layout, drafts, ledger);
  return {
    layout,
    updatesOnly: layout !== "roster",
    year: options.year ?? drafts.year ?? yearIn([...found.titles, file.name]),
    sheets: found.tables.map((table) => presentTable(table, lastRows.get(table.sheet) ?? null)),
    unread: unreadBeside(found).map((table) => ({
      ...presentTable(table, null),
      layout: table.layout,
      missing: table.missing,
    })),
    households,
    rejects: inFileOrder([...drafts.rejects, ...ledger.rejects], found.tables),
    remarks: inFileOrder([...drafts.remarks, ...ledger.remarks], found.tables),
    kept,
    corrected,
    rowsRead,
  };
}

async function collect(
  reader: SheetReader,
  found: FoundTables,
  { mappings = {}, corrections = [], keep = { rows: [], registerNos: [] }, onProgress }: ReadingOptions,
  into: {
    drafts: HouseholdDrafts;
    ledger: Ledger;
    kept: KeptRow[];
    corrected: MadeCorrection[];
    lastRows: Map<string, number>;
  },
): Promise<number> {
  const correct = corrector(corrections, into.corrected);
  const noteRow = keeper(keep, into.kept);
  let rowsRead = 0;
  let passes: { table: Table; isPassed: (row: SheetRow) => boolean } | undefined;
  for await (const { table, row: asWritten } of rowsOfTables(reader, found, mappings)) {
    into.lastRows.set(table.sheet, asWritten.number);
    const row = correct(table, asWritten);
    if (passes?.table !== table) passes = { table, isPassed: passRow(table) };
    if (passes.isPassed(row)) continue;
    rowsRead += 1;
    noteRow(table, row);
    if (rowsRead > mostRows)
      throw readingProblems["reading.too-large"]({ zh: "行数", en: "The number of rows", limit: mostRows });
    if (table.layout === "incomeLedger") addLedgerRow(into.ledger, table, row);
    else addRow(into.drafts, table, row);
    if (rowsRead % progressEvery === 0) onProgress?.(rowsRead);
  }
  return rowsRead;
}

const layoutNames: Record<RegisterLayout, BothLanguages> = {
  roster: { zh: "花名册", en: "a roster" },
  incomeLedger: { zh: "收入台账", en: "an income ledger" },
  monitoringPersons: { zh: "监测对象信息", en: "a table of monitored persons" },
  monitoringHouseholds: { zh: "户信息", en: "a table of monitored households" },
};

/** Of what was read; of a file of which nothing could be read, that of its first table. */
function layoutOf(
  { tables, unread: [unread], isEmpty }: FoundTables,
  { falseExtension }: SheetReader,
  { mayBeMapped = false }: ReadingOptions,
): RegisterLayout {
  const layouts = [...new Set(tables.map(({ layout }) => layout))];
  const [first] = layouts;
  if (first === undefined) {
    if (isEmpty) throw readingProblems["reading.empty"]();
    if (unread && mayBeMapped) return unread.layout;
    if (unread) throw columnsMissing(unread);
    if (falseExtension !== undefined)
      throw readingProblems["reading.not-excel"]({ extension: falseExtension });
    throw readingProblems["reading.not-recognised"]({ rows: 40 });
  }
  if (layouts.length === 1) return first;
  if (isOneFile(layouts)) return "roster";
  throw readingProblems["reading.mixed-layouts"]({
    zh: layouts.map((layout) => layoutNames[layout].zh).join("、"),
    en: layouts.map((layout) => layoutNames[layout].en).join(", "),
  });
}

function columnsMissing({ sheet, headerRow, missing }: UnreadTable): Problem {
  const titles = missing.map((key) => findField(key)?.title ?? { zh: key, en: key });
  return readingProblems["reading.columns-missing"]({
    sheet,
    row: headerRow,
    zh: titles.map(({ zh }) => zh).join("、"),
    // The Chinese name is the one to write above the column.
    en: titles.map(({ zh, en }) => `${en} (${zh})`).join(", "),
  });
}

/** A table of another kind in the same file is none that waits. */
function unreadBeside({ tables, unread }: FoundTables): UnreadTable[] {
  const kinds = (tables.length > 0 ? tables : unread.slice(0, 1)).map(({ layout }) => layout);
  return unread.filter(({ layout }) => isOneFile([...kinds, layout]));
}

function householdsOf(layout: RegisterLayout, drafts: HouseholdDrafts, ledger: Ledger): ReadHousehold[] {
  if (layout === "incomeLedger") return householdsOfLedger(ledger);
  const households = finishHouseholds(drafts);
  mergeLedger(households, ledger, new Set(drafts.byNumber.keys()));
  return households;
}

function presentTable(
  { sheet, headerRow, fingerprint, columns }: Pick<Table, "sheet" | "headerRow" | "fingerprint" | "columns">,
  lastRow: number | null,
): ReadRegister["sheets"][number] {
  return {
    name: sheet,
    headerRow,
    lastRow,
    fingerprint,
    columns: columns.map(({ letter, label, field, confidence, isChosen }) => ({
      letter,
      label,
      field: field?.key ?? null,
      confidence,
      isChosen,
    })),
  };
}

function inFileOrder(rejects: Reject[], tables: readonly Table[]): Reject[] {
  const order = new Map(tables.map(({ sheet }, index) => [sheet, index]));
  return rejects.sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row);
}
