/** The household number of a row or cell, or why there is none. */
import type { Cell } from "./cell.ts";
import { faultOfNumber } from "../household-number.ts";
import { findField } from "../reading-fields.ts";
import { reasons } from "./reasons.ts";
import { columnOf, type Table } from "./rows.ts";
import { isUnreadable, type Unreadable, valueReader } from "./values.ts";

export function readRegisterNo(table: Table, cells: readonly Cell[]): string | Unreadable {
  return registerNoOf(cells[columnOf(table, "household.register_no")?.at ?? -1] ?? null);
}

export function registerNoOf(cell: Cell): string | Unreadable {
  const field = findField("household.register_no");
  if (!field) throw new Error("policies/fields.yaml has no household.register_no");
  const value = valueReader(field, 1)(cell);
  if (isUnreadable(value)) return value;
  if (typeof value !== "string") return { unreadable: reasons.registerNoMissing };
  const fault = faultOfNumber(value);
  if (fault === undefined) return value;
  return { unreadable: fault === "personal" ? reasons.registerNoPersonal : reasons.registerNoOdd };
}
