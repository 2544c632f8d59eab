/** The tables of a household's year, as a file has them, against the register. */
import { secrets } from "../../../platform/secrets/secrets.ts";
import { type Comparison, type FieldChange, noteChange } from "./plan.ts";
import { remarkOutOfRange } from "./rejects.ts";
import { maskName, maskPhone } from "../masking.ts";
import type { ReadHousehold } from "../reading.contract.ts";
import { bookPhoneCell, collectorPhoneCell, openCell } from "../sealed-cells.ts";
import { titleOfDifference } from "../difference-words.ts";
import { showDifference } from "../register-field.ts";
import type { KnownHousehold } from "./load.sql.ts";
import { type BookTable, type Cell, type Row, bytesOf, cellOf, fieldOf, fits, isSame } from "./row.ts";

export interface HouseholdPlace {
  county: string;
  areaCode: string;
  householdId: string;
}

/** A household of the file, where it stands, and what is known of it. */
export interface Subject {
  compare: Comparison;
  read: ReadHousehold;
  place: HouseholdPlace;
  known: KnownHousehold | undefined;
}

/** The head of the household, where the file names one. */
export interface Head {
  id: string;
  name: string | null;
}

/** The book of the year itself: always a row, written when anything of the household differs. */
export function compareBook(subject: Subject, head: Head | undefined): { row: Row; isChanged: boolean } {
  const { compare, read, place, known } = subject;
  const old = known?.books.household_year ?? {};
  const row: Row = {
    ...keysOf(subject),
    register_no: read.registerNo,
    hamlet: read.place.hamlet ?? old["hamlet"] ?? null,
    version: Number(old["version"] ?? 0) + 1,
    head_member_id: head?.id ?? old["head_member_id"] ?? null,
    head_name: head?.name ?? old["head_name"] ?? null,
    ...phoneCells(subject, old),
    updated_at: compare.now,
    ...fileCells(subject, "household_year", old),
  };
  const isNew = old["area_code"] !== place.areaCode;
  return {
    row,
    isChanged: noteDifferences(subject, "household_year", row, old, compare.compared.household_year) || isNew,
  };
}

/** One of the tables beside the book: no row as long as nothing is known. True when it differs. */
export function compareTable(subject: Subject, table: BookTable): boolean {
  const { compare, known } = subject;
  const old = known?.books[table] ?? null;
  const row: Row = { ...keysOf(subject), ...fileCells(subject, table, old ?? {}) };
  if (table === "monitoring") {
    row["collector_phone_cipher"] = collectorPhone(subject, old?.["collector_phone_cipher"]);
  }
  const columns = compare.compared[table];
  if (!old && columns.every((column) => column === "area_code" || isSame(row[column], null))) return false;
  const isChanged = noteDifferences(subject, table, row, old ?? {}, columns);
  if (isChanged) compare.plan.rows[table].push(row);
  return isChanged;
}

function keysOf({ compare, place }: Subject): Row {
  return {
    county_code: place.county,
    household_id: place.householdId,
    year: compare.year,
    area_code: place.areaCode,
  };
}

/** The file's columns; where this household says nothing the known value stays. */
function fileCells({ compare, read }: Subject, table: BookTable, old: Row): Row {
  const found: Row = {};
  for (const { column, key } of compare.cells[table]) {
    const value = read.fields[key];
    const isTaken = value !== undefined && fits(key, value);
    if (value !== undefined && !isTaken)
      compare.plan.remarks.push(remarkOutOfRange(read, compare.labelIn, key));
    found[column] = isTaken ? cellOf(value) : (old[column] ?? null);
  }
  return found;
}

function phoneCells({ compare, read, place }: Subject, old: Row): Row {
  const kept = { phone_cipher: old["phone_cipher"] ?? null, phone_index: old["phone_index"] ?? null };
  if (read.phone === null) return kept;
  const index = secrets().index.ofPhone(read.phone);
  if (isSame(index, old["phone_index"])) return kept;
  const cell = bookPhoneCell(place.county, place.householdId, compare.year);
  return { phone_cipher: secrets().envelope.seal(read.phone, cell), phone_index: index };
}

function collectorPhone({ compare, read, place }: Subject, kept: Cell): Cell {
  const phone = read.fields["monitoring.collector_phone"];
  const cell = collectorPhoneCell(place.county, place.householdId, compare.year);
  if (typeof phone !== "string" || openCell(bytesOf(kept), cell) === phone) return kept ?? null;
  return secrets().envelope.seal(phone, cell);
}

/** Whether any column differs. Differences are shown when the household already had a book of the year. */
function noteDifferences(subject: Subject, table: BookTable, row: Row, old: Row, columns: string[]): boolean {
  const different = columns.filter((column) => !isSame(row[column], old[column] ?? null));
  if (!subject.known?.books.household_year) return different.length > 0;
  for (const column of different) {
    // The name stands for the head; a place is shown once, with the book.
    if (column === "head_member_id" || (column === "area_code" && table !== "household_year")) continue;
    const field = `${table}.${column}`;
    const label = titleOfDifference(field).zh;
    noteChange(subject.compare.plan, field, label, () => ({
      label,
      ...showChange(subject, field, row, old),
    }));
  }
  return different.length > 0;
}

function showChange(
  { compare, read, place }: Subject,
  field: string,
  row: Row,
  old: Row,
): Omit<FieldChange, "field" | "label"> {
  const column = field.slice(field.indexOf(".") + 1);
  const change = { registerNo: read.registerNo };
  const [from, to] = [fieldOf(old[column]), fieldOf(row[column])];
  switch (column) {
    case "area_code":
      return { ...change, from: compare.placeName(String(from)), to: compare.placeName(String(to)) };
    case "head_name":
    case "collector_name":
      return {
        ...change,
        from: from === null ? null : maskName(String(from)),
        to: to === null ? null : maskName(String(to)),
      };
    case "phone_index": {
      const known = openCell(
        bytesOf(old["phone_cipher"]),
        bookPhoneCell(place.county, place.householdId, compare.year),
      );
      return { ...change, from: known && maskPhone(known), to: read.phone && maskPhone(read.phone) };
    }
    case "collector_phone_cipher":
      return { ...change, from: null, to: "****" };
    default:
      return { ...change, ...showDifference(field, from, to) };
  }
}
