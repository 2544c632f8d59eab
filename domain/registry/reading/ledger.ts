/**
 * 收入台账: one row a person or a household, amounts in 元. An amount that is the same on every row of a household, or
 * stands on one row only, is the household's and counts once; different amounts are the persons' own and are added.
 * The net income per head is never added. The items of 其他转移性收入 are added; its sum counts only where no item is given.
 */
import type { FieldValue, ReadHousehold, Reject } from "../reading.contract.ts";
import type { SheetRow } from "./cell.ts";
import { reasons } from "./reasons.ts";
import { readRegisterNo } from "./register-no.ts";
import type { Table } from "./rows.ts";
import { columnOf } from "./rows.ts";
import { isUnreadable } from "./values.ts";

interface LedgerEntry {
  table: Table;
  row: number;
  rows: number;
  /** By reader of the table: the amounts in the order of the rows. */
  amounts: (number | null)[][];
  /** Readers with a cell that could not be read. */
  unreadable: Set<number>;
  place: Map<string, string>;
}

export interface Ledger {
  byNumber: Map<string, LedgerEntry>;
  rejects: Reject[];
}

export function startLedger(): Ledger {
  return { byNumber: new Map(), rejects: [] };
}

export function addLedgerRow(ledger: Ledger, table: Table, { number, cells }: SheetRow): void {
  const registerNo = readRegisterNo(table, cells);
  if (typeof registerNo !== "string") {
    const column = columnOf(table, "household.register_no")?.label ?? "";
    ledger.rejects.push({ sheet: table.sheet, row: number, column, reason: registerNo.unreadable });
    return;
  }
  const entry = ledger.byNumber.get(registerNo) ?? {
    table,
    row: number,
    rows: 0,
    amounts: table.readers.map(() => []),
    unreadable: new Set<number>(),
    place: new Map<string, string>(),
  };
  ledger.byNumber.set(registerNo, entry);
  entry.rows += 1;
  // A household that stands in two ledger sheets with different columns keeps those of the first.
  for (const [index, { at, label, field, read }] of table.readers.entries()) {
    const value = read(cells[at] ?? null);
    if (isUnreadable(value)) {
      entry.unreadable.add(index);
      ledger.rejects.push({ sheet: table.sheet, row: number, column: label, reason: value.unreadable });
    } else if (field.type === "money") entry.amounts[index]?.push(typeof value === "number" ? value : null);
    else if (typeof value === "string" && !entry.place.has(field.key)) entry.place.set(field.key, value);
  }
}

function householdAmount(amounts: readonly (number | null)[], rows: number): number | null {
  const given = amounts.filter((amount) => amount !== null);
  const [first] = given;
  if (first === undefined) return null;
  const repeated = given.length === rows && given.every((amount) => amount === first);
  return repeated ? first : given.reduce((sum, amount) => sum + amount, 0);
}

/** Fields of income_statement; a field with an unreadable cell is left out. */
export function incomeOf(entry: LedgerEntry): Record<string, FieldValue> {
  const income: Record<string, number | null> = {};
  const unreadable = new Set<string>();
  let itemsTotal: number | null = null;
  for (const [index, { field }] of entry.table.readers.entries()) {
    if (field.type !== "money") continue;
    const key = field.key.startsWith("ledger.") ? "income_statement.transfer_other" : field.key;
    if (entry.unreadable.has(index)) unreadable.add(key);
    const amounts = entry.amounts[index] ?? [];
    const isPerHead = key === "income_statement.per_head_reported";
    const amount = isPerHead
      ? (amounts.find((given) => given !== null) ?? null)
      : householdAmount(amounts, entry.rows);
    if (field.key === "ledger.transfer_items_total") itemsTotal = amount;
    else income[key] = added(income[key], amount, field.sum === true);
  }
  if (itemsTotal !== null) income["income_statement.transfer_other"] ??= itemsTotal;
  return Object.fromEntries(Object.entries(income).filter(([key]) => !unreadable.has(key)));
}

function added(before: number | null | undefined, amount: number | null, sums: boolean): number | null {
  if (before === undefined || before === null) return amount;
  return sums && amount !== null ? before + amount : before;
}

/** Puts the ledger's income into the households of the roster in the same file. */
export function mergeLedger(
  households: readonly ReadHousehold[],
  ledger: Ledger,
  rejectedNumbers: ReadonlySet<string>,
): void {
  const known = new Map(households.map((household) => [household.registerNo, household]));
  for (const [registerNo, entry] of ledger.byNumber) {
    const household = known.get(registerNo);
    if (household) Object.assign(household.fields, filled(incomeOf(entry), household.fields));
    else if (!rejectedNumbers.has(registerNo)) {
      const column = columnOf(entry.table, "household.register_no")?.label ?? "";
      ledger.rejects.push({ sheet: entry.table.sheet, row: entry.row, column, reason: reasons.notInRoster });
    }
  }
}

/** An empty cell of the ledger does not wipe what the roster says. */
function filled(
  income: Record<string, FieldValue>,
  roster: Record<string, FieldValue>,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(income).filter(([key, amount]) => amount !== null || !(key in roster)),
  );
}

export function householdsOfLedger(ledger: Ledger): ReadHousehold[] {
  return [...ledger.byNumber].map(([registerNo, entry]) => ({
    sheet: entry.table.sheet,
    row: entry.row,
    registerNo,
    place: {
      county: entry.place.get("place.county") ?? null,
      township: entry.place.get("place.township") ?? null,
      village: entry.place.get("place.village") ?? null,
      hamlet: entry.place.get("place.hamlet") ?? null,
    },
    phone: null,
    helper: null,
    fields: incomeOf(entry),
    members: [],
  }));
}
