/** What an edit really changes of a row, checked against the code lists. */
import type { FieldChange } from "../audit/event.service.ts";
import { hasCode } from "./code-list.ts";
import type { EditedColumns, EditedTable, EditedValue } from "./household-edit.sql.ts";
import { type Row, isSame } from "./import/row.ts";
import { findField } from "./reading-fields.ts";
import { registryProblems } from "./registry.problems.ts";

export interface ChangedColumns {
  columns: EditedColumns;
  /** The same as table.column, for the audit entry: never a value. */
  fields: string[];
  /** What each of them was and became, where one value stands for it and may be written down. */
  changes: FieldChange[];
}

/**
 * @param edited by name on the wire (houseGrade); a column is the same word in snake case (house_grade)
 * @throws Problem household.unknown-code
 */
export function changedColumns(
  table: EditedTable,
  known: Row | undefined,
  edited: Record<string, EditedValue | undefined>,
): ChangedColumns {
  const changed: ChangedColumns = { columns: {}, fields: [], changes: [] };
  for (const [name, value] of Object.entries(edited)) {
    if (value === undefined) continue;
    const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const field = `${table}.${column}`;
    requireCodes(field, value);
    if (isSame(value, known?.[column])) continue;
    changed.columns[column] = value;
    changed.fields.push(field);
    const from = known?.[column] ?? null;
    if (mayBeRecorded(field) && isPlain(from) && isPlain(value))
      changed.changes.push({ field, from, to: value });
  }
  return changed;
}

/** Where somebody lives is not written down a second time. */
const whereabouts = "household_year.hamlet";

function mayBeRecorded(field: string): boolean {
  return field !== whereabouts && !findField(field)?.unrecorded;
}

function isPlain(value: unknown): value is FieldChange["from"] {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function requireCodes(key: string, value: EditedValue): void {
  const field = findField(key);
  if (!field?.list || value === null) return;
  for (const code of [value].flat()) {
    if (!hasCode(field.list, String(code))) {
      throw registryProblems["household.unknown-code"]({ ...field.title, code: String(code) });
    }
  }
}
