/** Finds the tables in the sheets of a file and gives their rows, sheet by sheet, in one pass. */
import type { Sheet, SheetReader, SheetRow } from "./cell.ts";
import { type MappingsOfLayouts, mapColumns, mappingByKey } from "./columns.ts";
import { findHeader, fingerprintOf } from "./header.ts";
import { columnsOfLayout, recogniseLayout } from "./layout.ts";
import { headRows } from "./merged.ts";
import { makeTable, type Table } from "./rows.ts";
import { textOf } from "./values.ts";

/** A header that lacks columns; the missing ones are keys of fields. */
export type UnreadTable = Pick<Table, "sheet" | "layout" | "headerRow" | "fingerprint" | "columns"> & {
  missing: string[];
};

/** Filled while the rows are read. */
export interface FoundTables {
  tables: Table[];
  /** Names of the sheets and texts above the headers. */
  titles: string[];
  /** Headers that lack columns they need. */
  unread: UnreadTable[];
  isEmpty: boolean;
}

export async function* rowsOfTables(
  reader: SheetReader,
  found: FoundTables,
  mappings: MappingsOfLayouts,
): AsyncGenerator<{ table: Table; row: SheetRow }> {
  for (const sheet of reader.sheets) {
    const head: SheetRow[] = [];
    let table: Table | undefined;
    for await (const row of sheet.rows()) {
      if (row.cells.length > 0) found.isEmpty = false;
      if (table) yield { table, row };
      else head.push(row);
      if (table || head.length < headRows) continue;
      table = tableIn(sheet, head, found, mappings);
      if (!table) break;
      for (const early of rowsBelow(head, table)) yield { table, row: early };
    }
    if (table || head.length >= headRows) continue;
    table = tableIn(sheet, head, found, mappings);
    if (table) for (const row of rowsBelow(head, table)) yield { table, row };
  }
}

function rowsBelow(head: readonly SheetRow[], table: Table): SheetRow[] {
  return head.filter(({ number }) => number > table.headerRow);
}

function tableIn(
  sheet: Sheet,
  head: readonly SheetRow[],
  found: FoundTables,
  mappings: MappingsOfLayouts,
): Table | undefined {
  const labels = findHeader(head);
  if (!labels) return undefined;
  const headerRow = head[labels.index]?.number ?? 0;
  const fingerprint = fingerprintOf(labels);
  const columns = mapColumns(labels.labels, mappingByKey(mappings[fingerprint] ?? {}));
  const recognised = recogniseLayout(columns);
  if (!recognised) return undefined;
  const { layout, missing } = recognised;
  const header = { sheet: sheet.name, layout, headerRow, fingerprint };
  const used = columnsOfLayout(columns, layout);
  if (missing.length > 0) {
    found.unread.push({ ...header, columns: used, missing });
    return undefined;
  }
  found.titles.push(...titlesAbove(head, headerRow), sheet.name);
  const table = makeTable(header, used);
  found.tables.push(table);
  return table;
}

function titlesAbove(head: readonly SheetRow[], headerRow: number): string[] {
  return head
    .filter(({ number }) => number < headerRow)
    .flatMap(({ cells }) => [...new Set(cells.map(textOf))])
    .filter((text) => text !== "");
}

/** The year that titles and names speak of: 2018年, else 20181218 or 2018 standing alone. */
export function yearIn(texts: readonly string[]): number | null {
  for (const pattern of [/(20[0-4]\d)\s*年/, /(?<!\d)(20[0-4]\d)(?:(?:0\d|1[0-2])(?:[0-3]\d)?)?(?!\d)/])
    for (const text of texts) {
      const year = pattern.exec(text)?.[1];
      if (year !== undefined) return Number(year);
    }
  return null;
}
