/**
 * 收入台账: one row a person or a household, amounts in 元. An amount that is the same on every row of a household, or
 * stands on one row only, is the household's and counts once; different amounts are the persons' own and are added.
 * The net income per head is never added. The items of 其他转移性收入 are added; its sum counts only where no item is given.
 */
import type { FieldValue, ReadHousehold, Reject, Remark } from "../reading.contract.ts";
import type { SheetRow } from "./cell.ts";
import type { Field } from "../reading-fields.ts";
import { type Reason, reasons } from "./reasons.ts";
import { readRegisterNo } from "./register-no.ts";
import { columnOf, foundIn, placeIn, type Table } from "./rows.ts";
import { isUnreadable } from "./values.ts";

interface LedgerEntry {
  table: Table;
  row: number;
  /** One list a row: the amounts by reader of the table. */
  amounts: (number | null)[][];
  /** Fields with a cell that could not be read. */
  unreadable: Set<string> | undefined;
  place: ReadHousehold["place"];
}

export interface Ledger {
  byNumber: Map<string, LedgerEntry>;
  rejects: Reject[];
  remarks: Remark[];
}

const transferOther = "income_statement.transfer_other";

export function startLedger(): Ledger {
  return { byNumber: new Map(), rejects: [], remarks: [] };
}

export function addLedgerRow(ledger: Ledger, table: Table, { number, cells }: SheetRow): void {
  const found = readRegisterNo(table, cells);
  const registerNo = typeof found === "string" ? found : null;
  const at = { sheet: table.sheet, row: number, registerNo };
  const reject = (key: string, reason: Reason): void => {
    const cell = columnOf(table, key);
    ledger.rejects.push({ ...at, column: cell?.label ?? "", reason, ...foundIn(table, cells, cell) });
  };
  if (typeof found !== "string") return reject("household.register_no", found.unreadable);
  const before = ledger.byNumber.get(found);
  if (before && before.table !== table) return reject("household.register_no", reasons.inTwoLedgers);
  const entry = before ?? {
    table,
    row: number,
    amounts: [],
    unreadable: undefined,
    place: placeIn(table, cells),
  };
  ledger.byNumber.set(found, entry);
  entry.amounts.push(
    table.readers.map((reader) => {
      const { at: column, label, field, read } = reader;
      if (field.type !== "money") return null;
      const value = read(cells[column] ?? null);
      if (!isUnreadable(value)) return typeof value === "number" ? value : null;
      (entry.unreadable ??= new Set()).add(incomeKeyOf(field));
      ledger.remarks.push({
        ...at,
        column: label,
        reason: value.unreadable,
        ...foundIn(table, cells, reader),
      });
      return null;
    }),
  );
}

function incomeKeyOf(field: Field): string {
  return field.key.startsWith("ledger.") ? transferOther : field.key;
}

function householdAmount(amounts: readonly (number | null)[]): number | null {
  const [first] = amounts;
  if (amounts.length === 1 && first !== undefined) return first;
  let sum: number | null = null;
  for (const amount of amounts) if (amount !== null) sum = (sum ?? 0) + amount;
  return first !== null && first !== undefined && amounts.every((amount) => amount === first) ? first : sum;
}

/** Fields of income_statement; a field with an unreadable cell is left out. */
function addIncome(fields: Record<string, FieldValue>, { table, amounts, unreadable }: LedgerEntry): void {
  const income = new Map<string, number | null>();
  let itemsTotal: number | null = null;
  for (const [index, { field }] of table.readers.entries()) {
    if (field.type !== "money") continue;
    const key = incomeKeyOf(field);
    const column = amounts.map((row) => row[index] ?? null);
    const isPerHead = key === "income_statement.per_head_reported";
    const amount = isPerHead ? (column.find((given) => given !== null) ?? null) : householdAmount(column);
    const before = income.get(key) ?? null;
    if (field.key === "ledger.transfer_items_total") itemsTotal = amount;
    else income.set(key, before === null ? amount : before + (field.sum ? (amount ?? 0) : 0));
  }
  if (itemsTotal !== null) income.set(transferOther, income.get(transferOther) ?? itemsTotal);
  for (const [key, amount] of income)
    if (unreadable?.has(key)) delete fields[key];
    // An empty cell of the ledger does not wipe what the roster says.
    else if (amount !== null || fields[key] === undefined) fields[key] = amount;
}

/** Puts the ledger's income into the households of the roster in the same file. `known` are also those rejected. */
export function mergeLedger(
  households: readonly ReadHousehold[],
  ledger: Ledger,
  known: ReadonlySet<string>,
): void {
  for (const household of households) {
    const entry = ledger.byNumber.get(household.registerNo);
    if (entry) addIncome(household.fields, entry);
  }
  for (const [registerNo, { table, row, place }] of ledger.byNumber)
    if (!known.has(registerNo)) {
      const column = columnOf(table, "household.register_no")?.label ?? "";
      ledger.rejects.push({
        sheet: table.sheet,
        row,
        registerNo,
        column,
        reason: reasons.notInRoster,
        place,
      });
    }
}

export function householdsOfLedger(ledger: Ledger): ReadHousehold[] {
  return [...ledger.byNumber].map(([registerNo, entry]) => {
    const fields: Record<string, FieldValue> = {};
    addIncome(fields, entry);
    const { table, row, place } = entry;
    return { sheet: table.sheet, row, registerNo, place, phone: null, helper: null, fields, members: [] };
  });
}
