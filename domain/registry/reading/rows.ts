/** Rows under a header, value by value. Blank rows, notes under the table and repeated headers are passed over. */
import type { FieldValue, ReadPlace, RegisterLayout, Remark } from "../reading.contract.ts";
import { type Cell, formulaWithoutValue, type SheetRow } from "./cell.ts";
import type { Column } from "./columns.ts";
import type { Field } from "../reading-fields.ts";
import { shapeOf } from "./shape.ts";
import { compactText, labelKey, tidyText } from "./text.ts";
import { isUnreadable, textOf, type ValueReader, valueReader } from "./values.ts";

export interface Table {
  sheet: string;
  layout: RegisterLayout;
  headerRow: number;
  fingerprint: string;
  columns: Column[];
  byField: ReadonlyMap<string, Column>;
  emptyPerson: () => Record<string, RowValue>;
  emptyHousehold: () => Record<string, RowValue>;
  /** What becomes the fields of a member and of a household. */
  memberFields: () => Record<string, FieldValue>;
  householdFields: () => Record<string, FieldValue>;
  readers: { at: number; label: string; field: Field; read: ValueReader; isPersonal: boolean }[];
}

export interface UnreadableCell {
  remark: Remark;
}
export type RowValue = FieldValue | UnreadableCell;

export interface RowValues {
  person: Record<string, RowValue>;
  household: Record<string, RowValue>;
}

/** Read by their own rules, because a bad one costs the row. */
const identityKeys = new Set(["household.register_no", "member.id_number", "member_year.phone"]);

/** Have a place of their own in a household or member, beside its fields. */
const keptElsewhere = new Set([
  "member.name",
  "member.person_no",
  "household_year.phone",
  "book.year",
  ...["county", "township", "village", "hamlet"].map((part) => `place.${part}`),
  ...["name", "unit", "phone"].map((part) => `helper.${part}`),
]);
export const headName = "household_year.head_name";

function readerOf({ at, label, field, factor }: Column): Table["readers"] {
  if (!field || identityKeys.has(field.key)) return [];
  return [
    { at, label, field, read: valueReader(field, factor), isPersonal: /^member(_year)?\./.test(field.key) },
  ];
}

export function makeTable(
  head: Pick<Table, "sheet" | "layout" | "headerRow" | "fingerprint">,
  columns: Column[],
): Table {
  const readers = columns.flatMap(readerOf);
  const byField = new Map<string, Column>();
  for (const column of columns)
    if (column.field && !byField.has(column.field.key)) byField.set(column.field.key, column);
  const keysOf = (personal: boolean): string[] =>
    readers.flatMap(({ field, isPersonal }) => (isPersonal === personal ? [field.key] : []));
  const fieldsOf = (personal: boolean): string[] => keysOf(personal).filter((key) => !keptElsewhere.has(key));
  return {
    ...head,
    columns,
    byField,
    readers,
    emptyPerson: shapeOf<RowValue>(keysOf(true)),
    emptyHousehold: shapeOf<RowValue>(keysOf(false)),
    memberFields: shapeOf<FieldValue>(fieldsOf(true)),
    householdFields: shapeOf<FieldValue>([
      ...fieldsOf(false),
      ...(byField.has("member.name") ? [headName] : []),
    ]),
  };
}

export function columnOf(table: Table, key: string): Column | undefined {
  return table.byField.get(key);
}

export function isUnreadableCell(value: RowValue | undefined): value is UnreadableCell {
  return typeof value === "object" && value !== null && "remark" in value;
}

export function readRow(
  table: Table,
  at: Pick<Remark, "row" | "registerNo">,
  cells: readonly Cell[],
): RowValues {
  const values: RowValues = { person: table.emptyPerson(), household: table.emptyHousehold() };
  for (const reader of table.readers) {
    const { at: column, label, field, read, isPersonal } = reader;
    const value = read(cells[column] ?? null);
    if (value === null) continue;
    const target = isPersonal ? values.person : values.household;
    const before = target[field.key];
    const next = isUnreadable(value)
      ? {
          remark: {
            sheet: table.sheet,
            ...at,
            column: label,
            reason: value.unreadable,
            ...foundIn(table, cells, reader),
          },
        }
      : value;
    target[field.key] = before === null || before === undefined ? next : joined(before, next, field);
  }
  return values;
}

/** As the row says it. */
export function placeIn(table: Table, cells: readonly Cell[]): ReadPlace {
  const text = (key: string): string | null =>
    tidyText(textOf(cells[columnOf(table, key)?.at ?? -1] ?? null)) || null;
  return {
    county: text("place.county"),
    township: text("place.township"),
    village: text("place.village"),
    hamlet: text("place.hamlet"),
  };
}

/** What stands in the cell of a reject or remark, and where its household lives. */
export function foundIn(
  table: Table,
  cells: readonly Cell[],
  column: Pick<Column, "at" | "field"> | undefined,
): Pick<Remark, "cell" | "place"> {
  const text = textOf(cells[column?.at ?? -1] ?? null);
  const place = placeIn(table, cells);
  return column?.field ? { cell: { field: column.field.key, text }, place } : { place };
}

/** Two columns of one field: lists grow, sums add, otherwise the first that is filled counts. */
function joined(before: RowValue, next: RowValue, field: Field): RowValue {
  if (next === null || isUnreadableCell(before)) return before;
  if (isUnreadableCell(next)) return field.many || field.sum ? next : before;
  if (Array.isArray(before) && Array.isArray(next)) return [...new Set([...before, ...next])];
  if (field.sum && typeof before === "number" && typeof next === "number") return before + next;
  return before;
}

const noteStart =
  /^(填表|说明|注[:：]|注意|备注|合计|总计|小计|共计|累计|制表|审核|填报|单位[:：]|单位负责|负责人|审批|打印|数据来源|以上|本表)/u;
const placeNumber = /^(\d{1,3}|[甲乙丙丁戊己庚辛]|[A-Z]\d{0,2}[a-z]?)$/u;

/** True for a row that belongs to the page and not to the table. */
export function passRow(table: Table): (row: SheetRow) => boolean {
  const registerNo = columnOf(table, "household.register_no");
  const persons = ["member.name", "member.id_number"].flatMap((key) => columnOf(table, key)?.at ?? []);
  const header = labelKey(registerNo?.label ?? "");
  return ({ number, cells }) => {
    const firstCell = textOf(cells[registerNo?.at ?? -1] ?? null);
    if (labelKey(firstCell) === header) return true;
    const hasPerson = persons.some((at) => !isBlank(cells[at] ?? null));
    const mayNumberColumns = number <= table.headerRow + 2;
    if (hasPerson && !mayNumberColumns) return false;
    const filled = cells.filter((cell) => !isBlank(cell)).map((cell) => compactText(textOf(cell)));
    if (filled.length === 0) return true;
    if (mayNumberColumns && filled.every((text) => placeNumber.test(text))) return true;
    if (hasPerson) return false;
    return noteStart.test(filled[0] ?? "") || (firstCell === "" && filled.length <= 2);
  };
}

function isBlank(cell: Cell): boolean {
  return cell === null || (cell !== formulaWithoutValue && compactText(textOf(cell)) === "");
}
