/**
 * Reads a register file: rosters, income ledgers and the exports of the monitoring system, .xlsx or CSV. Finds the header
 * by itself and maps columns by label. Nothing is written anywhere. A file from outside is read in a process of its own:
 * reading-process.ts.
 */
import type { KeptRow, ReadHousehold, ReadRegister, RegisterLayout, Reject } from "./reading.contract.ts";
import { readingProblems } from "./reading.problems.ts";
import type { SheetReader, SheetRow } from "./reading/cell.ts";
import type { MappingsOfLayouts } from "./reading/columns.ts";
import { type CellCorrection, corrector } from "./reading/corrections.ts";
import { addRow, finishHouseholds, type HouseholdDrafts, startHouseholds } from "./reading/households.ts";
import { type RowsToKeep, keeper } from "./reading/kept-rows.ts";
import { addLedgerRow, householdsOfLedger, type Ledger, mergeLedger, startLedger } from "./reading/ledger.ts";
import { type RegisterFile, loadRegisterFile, openRegisterFile } from "./reading/open.ts";
import { passRow, type Table } from "./reading/rows.ts";
import { type FoundTables, rowsOfTables, yearIn } from "./reading/tables.ts";

export interface ReadingOptions {
  /** The year of the book; else it is taken from the titles, the file name or a column. */
  year?: number;
  /** What persons said about columns; wins over the catalogue. */
  mappings?: MappingsOfLayouts;
  /** What persons put into cells instead of what stands there. */
  corrections?: readonly CellCorrection[];
  /** Rows to be given back as they stand. */
  keep?: RowsToKeep;
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
  const found: FoundTables = { tables: [], titles: [], nearMiss: undefined, isEmpty: true };
  const drafts = startHouseholds((options.year ?? yearIn([file.name]) ?? 2099) + 1);
  const ledger = startLedger();
  const kept: KeptRow[] = [];
  const rowsRead = await collect(reader, found, options, { drafts, ledger, kept });
  const layout = layoutOf(found, reader);
  const households = householdsOf(layout, drafts, ledger);
  return {
    layout,
    updatesOnly: layout !== "roster",
    year: options.year ?? drafts.year ?? yearIn([...found.titles, file.name]),
    sheets: found.tables.map(presentTable),
    households,
    rejects: inFileOrder([...drafts.rejects, ...ledger.rejects], found.tables),
    remarks: inFileOrder([...drafts.remarks, ...ledger.remarks], found.tables),
    kept,
    rowsRead,
  };
}

async function collect(
  reader: SheetReader,
  found: FoundTables,
  { mappings = {}, corrections = [], keep = { rows: [], registerNos: [] }, onProgress }: ReadingOptions,
  into: { drafts: HouseholdDrafts; ledger: Ledger; kept: KeptRow[] },
): Promise<number> {
  const correct = corrector(corrections);
  const noteRow = keeper(keep, into.kept);
  let rowsRead = 0;
  let passes: { table: Table; isPassed: (row: SheetRow) => boolean } | undefined;
  for await (const { table, row: asWritten } of rowsOfTables(reader, found, mappings)) {
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

const layoutNames: Record<RegisterLayout, string> = {
  roster: "花名册 (roster)",
  incomeLedger: "收入台账 (income ledger)",
  monitoringPersons: "监测对象信息 (monitored persons)",
  monitoringHouseholds: "户信息 (monitored households)",
};

/** A roster and its income ledger may stand in one file; other mixtures may not. */
function layoutOf(
  { tables, nearMiss, isEmpty }: FoundTables,
  { falseExtension }: SheetReader,
): RegisterLayout {
  const layouts = [...new Set(tables.map(({ layout }) => layout))];
  const [first] = layouts;
  if (first === undefined) {
    if (isEmpty) throw readingProblems["reading.empty"]();
    if (nearMiss) throw readingProblems["reading.columns-missing"](nearMiss);
    if (falseExtension !== undefined)
      throw readingProblems["reading.not-excel"]({ extension: falseExtension });
    throw readingProblems["reading.not-recognised"]({ rows: 40 });
  }
  if (layouts.length === 1) return first;
  if (layouts.every((layout) => layout === "roster" || layout === "incomeLedger")) return "roster";
  throw readingProblems["reading.mixed-layouts"]({
    layouts: layouts.map((layout) => layoutNames[layout]).join("、"),
  });
}

function householdsOf(layout: RegisterLayout, drafts: HouseholdDrafts, ledger: Ledger): ReadHousehold[] {
  if (layout === "incomeLedger") return householdsOfLedger(ledger);
  const households = finishHouseholds(drafts);
  mergeLedger(households, ledger, new Set(drafts.byNumber.keys()));
  return households;
}

function presentTable({ sheet, headerRow, fingerprint, columns }: Table): ReadRegister["sheets"][number] {
  return {
    name: sheet,
    headerRow,
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
