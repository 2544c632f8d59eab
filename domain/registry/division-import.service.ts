/**
 * Tables of divisions as CSV: code,name,level,parent[,category,valid_from,valid_to], codes of 2 to 12 digits. Divisions
 * belong to the owner of the database, so this runs on the owner's connection (command line, first start), never in the api.
 */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { z } from "zod";
import { AnyAreaCode } from "../access/area-code.contract.ts";
import type { Tx } from "../../platform/db/database.ts";
import { divisionProblems } from "./division.problems.ts";
import { type DivisionChange, type DivisionLine, mergeDivisions } from "./division.sql.ts";

const Line = z
  .looseObject({
    code: AnyAreaCode,
    name: z.string().trim().min(1),
    level: z.coerce.number().int().min(1).max(5),
    parent: z.union([z.literal(""), AnyAreaCode]).default(""),
    category: z.string().default(""),
    valid_from: z.union([z.literal(""), z.iso.date()]).default(""),
    valid_to: z.union([z.literal(""), z.iso.date()]).default(""),
  })
  .refine(({ level, parent }) => (parent === "") === (level === 1), "only provinces have no parent");

export interface DivisionTable {
  csvPath: string;
  /** The day from which the names hold, where a line does not say. */
  validFrom: string;
  /** Who published the table. */
  source: string;
}

/**
 * Adds what is new and dates what was renamed; a code that the table does not name stays as it is, so that a table of
 * one county can be taken. The same table twice changes nothing.
 * @throws Problem area.bad-table, naming the line
 */
export async function importDivisions(owner: Tx, table: DivisionTable): Promise<DivisionChange> {
  const lines: DivisionLine[] = [];
  const records: AsyncIterable<unknown> = createReadStream(table.csvPath).pipe(
    parse({ columns: true, bom: true, skip_empty_lines: true, relax_column_count: true }),
  );
  for await (const record of records) lines.push(readLine(record, lines.length + 2, table.validFrom));
  return mergeDivisions(owner, lines, table.source);
}

function readLine(record: unknown, line: number, validFrom: string): DivisionLine {
  const parsed = Line.safeParse(record);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw divisionProblems["area.bad-table"]({
      line,
      fault: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
    });
  }
  const { code, name, level, parent, category } = parsed.data;
  return {
    code,
    name,
    level,
    parent_code: parent === "" ? null : parent,
    category: category === "" ? null : category,
    valid_from: parsed.data.valid_from === "" ? validFrom : parsed.data.valid_from,
    valid_to: parsed.data.valid_to === "" ? null : parsed.data.valid_to,
  };
}
