/** What an empty cell says: of some columns that there is none. */
import type { FieldValue } from "../reading.contract.ts";
import { type RowValue, type Table, isUnreadableCell } from "./rows.ts";

/**
 * Of columns whose empty cell says that there is none: where the file has the column and the household's cells are empty. There
 * is no helper only where nothing of one is given: a unit or a phone without a name says that there is somebody.
 */
export function withNone(
  { readers }: Table,
  values: Record<string, RowValue>,
  fields: Record<string, FieldValue>,
): Record<string, FieldValue> {
  for (const { field } of readers) {
    if (field.empty === undefined) continue;
    const value = values[field.key];
    if (isUnreadableCell(value)) continue;
    const isNone = field.key === "helper.name" ? isNoHelper(values) : isEmpty(value);
    if (field.empty !== field.key) fields[field.empty] = isNone ? true : null;
    else if (isNone) fields[field.key] = "";
  }
  return fields;
}

function isNoHelper(values: Record<string, RowValue>): boolean {
  return ["helper.name", "helper.unit", "helper.phone"].every((key) => isEmpty(values[key]));
}

function isEmpty(value: RowValue | undefined): boolean {
  return value === null || value === undefined;
}
