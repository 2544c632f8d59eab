/**
 * Rows of persons to households. A bad person row is rejected and its household kept; a household of a roster in which no
 * row is the head is rejected. What stands on several rows of a household is taken from the head's row, else from the
 * first row that has it: exports repeat it, hand-made tables write it once.
 */
import type {
  FieldValue,
  ReadHousehold,
  ReadMember,
  ReadPlace,
  Reject,
  Remark,
} from "../reading.contract.ts";
import type { Cell, SheetRow } from "./cell.ts";
import { type IdNumber, personKeyOf, readIdNumber, readPhone } from "./identity.ts";
import { mostMembers } from "../household-size.ts";
import { withNone } from "./none.ts";
import { type Reason, reasons } from "./reasons.ts";
import { readRegisterNo } from "./register-no.ts";
import {
  columnOf,
  foundIn,
  headName,
  placeIn,
  isUnreadableCell,
  readRow,
  type RowValue,
  type Table,
} from "./rows.ts";

interface DraftRow {
  table: Table;
  row: number;
  place: ReadPlace;
  values: Record<string, RowValue>;
}

interface Draft {
  registerNo: string;
  rows: DraftRow[];
  members: ReadMember[];
  head: DraftRow | undefined;
  headName: string | null;
  /** What the first row says of being the head, for a household in which nobody is. */
  firstRelation: Pick<Reject, "cell" | "place">;
}

export interface HouseholdDrafts {
  byNumber: Map<string, Draft>;
  rejects: Reject[];
  remarks: Remark[];
  /** Of the first row that has one. */
  year: number | null;
  seenPersons: Map<string, ReadMember>;
  latestBirthYear: number;
}

export function startHouseholds(latestBirthYear: number): HouseholdDrafts {
  return {
    byNumber: new Map(),
    rejects: [],
    remarks: [],
    year: null,
    seenPersons: new Map(),
    latestBirthYear,
  };
}

export function addRow(drafts: HouseholdDrafts, table: Table, { number, cells }: SheetRow): void {
  const found = readRegisterNo(table, cells);
  const registerNo = typeof found === "string" ? found : null;
  const reject = (key: string, reason: Reason): void => {
    const column = columnOf(table, key);
    const at = { sheet: table.sheet, row: number, registerNo, column: column?.label ?? "" };
    drafts.rejects.push({ ...at, reason, ...foundIn(table, cells, column) });
  };
  if (typeof found !== "string") return reject("household.register_no", found.unreadable);
  const values = readRow(table, { row: number, registerNo: found }, cells);
  const year = values.household["book.year"];
  if (typeof year === "number") {
    drafts.year ??= year;
    if (year !== drafts.year) return reject("book.year", reasons.otherYear);
  }
  const draft = drafts.byNumber.get(found) ?? {
    registerNo: found,
    rows: [],
    members: [],
    head: undefined,
    headName: null,
    firstRelation: foundIn(table, cells, columnOf(table, "member_year.relation")),
  };
  const draftRow = { table, row: number, place: placeIn(table, cells), values: values.household };
  if (standsElsewhere(draft, draftRow)) return reject("place.village", reasons.otherVillage);
  drafts.byNumber.set(found, draft);
  draft.rows.push(draftRow);
  if (table.layout !== "monitoringHouseholds")
    addPerson(drafts, draft, draftRow, values.person, cells, reject);
}

function standsElsewhere(draft: Draft, row: DraftRow): boolean {
  const first = draft.rows[0]?.values["place.village"];
  const here = row.values["place.village"];
  return typeof first === "string" && typeof here === "string" && first !== here;
}

function addPerson(
  drafts: HouseholdDrafts,
  draft: Draft,
  draftRow: DraftRow,
  values: Record<string, RowValue>,
  cells: readonly Cell[],
  reject: (key: string, reason: Reason) => void,
): void {
  const { table, row } = draftRow;
  const [name, personNo] = [textValue(values["member.name"]), textValue(values["member.person_no"])];
  const headship = noteHead(draft, draftRow, name, values, drafts.remarks);
  const nameProblem = table.layout === "roster" ? problemOfName(name) : undefined;
  if (nameProblem) return reject("member.name", nameProblem);
  const idCell = cells[columnOf(table, "member.id_number")?.at ?? -1] ?? null;
  const id = readIdNumber(idCell, drafts.latestBirthYear);
  if (id.reject) return reject("member.id_number", id.reject);
  const person = personKeyOf(id);
  const before = person === null ? undefined : drafts.seenPersons.get(person);
  if (before) return rejectRepetition(before, table, row, reject);
  const { idNumber, idState, idSex, idBirth } = id;
  const fields = filled(table.memberFields(), values, drafts.remarks);
  if (headship === "second") delete fields["member_year.relation"];
  const member: ReadMember = {
    sheet: table.sheet,
    row,
    registerNo: draft.registerNo,
    personNo,
    name,
    idNumber,
    idState,
    idSex,
    idBirth,
    ...phoneOf(table, cells),
    isHead: headship === "first",
    repeatedAt: null,
    fields: withDisability(fields, id.disability),
  };
  draft.members.push(member);
  if (person !== null) drafts.seenPersons.set(person, member);
}

/** The earlier row stays, and knows that the person stands in the file twice. */
function rejectRepetition(
  before: ReadMember,
  { sheet }: Table,
  row: number,
  reject: (key: string, reason: Reason) => void,
): void {
  before.repeatedAt ??= { sheet, row };
  reject("member.id_number", reasons.duplicateId(before, before.sheet === sheet));
}

/** The first head counts even when his row is rejected for another reason: the household has one. */
function noteHead(
  draft: Draft,
  draftRow: DraftRow,
  name: string | null,
  values: Record<string, RowValue>,
  remarks: Remark[],
): "first" | "second" | undefined {
  if (values["member_year.relation"] !== "01") return undefined;
  if (draft.head) {
    const { table, row } = draftRow;
    const column = columnOf(table, "member_year.relation")?.label ?? "";
    remarks.push({
      sheet: table.sheet,
      row,
      registerNo: draft.registerNo,
      column,
      reason: reasons.secondHead,
      place: draftRow.place,
    });
    return "second";
  }
  draft.head = draftRow;
  draft.headName = name;
  return "first";
}

export function problemOfName(name: string | null): Reason | undefined {
  if (name === null) return reasons.nameMissing;
  return name.length > 60 || /[\d=+@|<>{}\\"$%^*;]/.test(name) ? reasons.nameOdd : undefined;
}

function phoneOf(table: Table, cells: readonly Cell[]): Pick<ReadMember, "phone" | "phoneState"> {
  const column = columnOf(table, "member_year.phone");
  if (!column) return { phone: null, phoneState: null };
  const { phone, valid } = readPhone(cells[column.at] ?? null);
  if (phone === null) return { phone, phoneState: "missing" };
  return { phone, phoneState: valid ? "valid" : "invalid" };
}

/** Fills `fields`; a value that could not be read leaves its key out. */
function filled(
  fields: Record<string, FieldValue>,
  values: Record<string, RowValue>,
  remarks: Remark[],
): Record<string, FieldValue> {
  for (const key in fields) {
    const value = values[key];
    if (isUnreadableCell(value)) {
      remarks.push(value.remark);
      delete fields[key];
    } else if (value !== undefined) fields[key] = value;
  }
  return fields;
}

/** What the number of a disability card says, unless the file says it itself. */
function withDisability(
  fields: ReadMember["fields"],
  disability: IdNumber["disability"],
): ReadMember["fields"] {
  if (!disability) return fields;
  return {
    ...fields,
    "member_year.disability_class": fields["member_year.disability_class"] ?? disability.class,
    "member_year.disability_grade": fields["member_year.disability_grade"] ?? disability.grade,
  };
}

function textValue(value: RowValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

export function finishHouseholds(drafts: HouseholdDrafts): ReadHousehold[] {
  const households: ReadHousehold[] = [];
  for (const draft of drafts.byNumber.values()) {
    const first = draft.rows[0];
    if (!first) continue;
    const { table, row } = first;
    const at = { sheet: table.sheet, row, registerNo: draft.registerNo, place: first.place };
    if (draft.rows.length > mostMembers) {
      drafts.rejects.push({ ...at, column: "", reason: reasons.tooManyMembers });
    } else if (table.layout === "roster" && !draft.head) {
      const column = columnOf(table, "member_year.relation")?.label ?? "";
      drafts.rejects.push({ ...at, column, reason: reasons.noHead, ...draft.firstRelation });
    } else households.push(householdOf(draft, draft.head ?? first, drafts.remarks));
  }
  return households;
}

const statedPersons = "household_year.registered_persons";

/**
 * A roster without the number of persons states it by its rows: a row that was rejected is missed on the books, and the
 * household is not judged as if that person did not exist.
 */
function listedPersons({ rows, members }: Draft): number {
  const left = members.filter((one) => /^[23]$/.test(String(one.fields["member_year.member_status"])));
  return rows.length - left.length;
}

function householdOf(draft: Draft, main: DraftRow, remarks: Remark[]): ReadHousehold {
  const values = main.table.emptyHousehold();
  for (const row of [main, ...draft.rows])
    for (const key in row.values) values[key] ??= row.values[key] ?? null;
  const text = (key: string): string | null => textValue(values[key]);
  const helper = { name: text("helper.name"), unit: text("helper.unit"), phone: text("helper.phone") };
  const fields = withNone(main.table, values, filled(main.table.householdFields(), values, remarks));
  if (draft.headName !== null) fields[headName] = draft.headName;
  if (main.table.layout === "roster") fields[statedPersons] ??= listedPersons(draft);
  return {
    sheet: main.table.sheet,
    row: main.row,
    registerNo: draft.registerNo,
    place: {
      county: text("place.county"),
      township: text("place.township"),
      village: text("place.village"),
      hamlet: text("place.hamlet"),
    },
    phone: text("household_year.phone"),
    helper: helper.name === null && helper.unit === null && helper.phone === null ? null : helper,
    fields,
    members: draft.members,
  };
}
