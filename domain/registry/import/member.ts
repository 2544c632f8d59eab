/** Members of a household in a file against those of the register: who is who, what changed, which rows to write. */
import { newId } from "../../../platform/id.ts";
import {
  type FileMember,
  type MemberCell,
  cellText,
  hiddenColumns,
  idCells,
  isResealed,
  phoneCells,
  fieldOfCell,
  showMemberChange,
} from "./member-cells.ts";
import type { Subject } from "./book.ts";
import { noteChange } from "./plan.ts";
import { remarkOutOfRange } from "./rejects.ts";
import { maskName } from "../masking.ts";
import { indexName } from "../name-index.ts";
import { titleOfDifference } from "../difference-words.ts";
import { titleOf } from "../register-field.ts";
import type { KnownHousehold, KnownMember } from "./load.sql.ts";
import { type MemberTable, type Row, cellOf, fits, isSame } from "./row.ts";

/** Each member of the file with the known member that is the same person: by id number, person number, then name. */
export function matchMembers(members: FileMember[], known: KnownMember[]): Map<FileMember, KnownMember> {
  const matches = new Map<FileMember, KnownMember>();
  const free = new Set(known);
  const rounds: ((member: FileMember, candidate: KnownMember) => boolean)[] = [
    (member, { identity }) => member.idIndex !== null && isSame(member.idIndex, identity["id_index"]),
    (member, { identity }) =>
      member.personNo !== null && member.personNo === identity["person_no"] && mayBeSame(member, identity),
    (member, { identity }) =>
      member.name !== null &&
      member.name === identity["name"] &&
      (member.idIndex === null || identity["id_index"] === null),
  ];
  for (const isSamePerson of rounds) {
    for (const member of members) {
      if (matches.has(member)) continue;
      const found = free.values().find((candidate) => isSamePerson(member, candidate));
      if (found === undefined) continue;
      matches.set(member, found);
      free.delete(found);
    }
  }
  return matches;
}

/** Another name with another valid id number is another person, whatever the number of the place in the household. */
function mayBeSame(member: FileMember, identity: Row): boolean {
  return (
    member.name === null ||
    member.name === identity["name"] ||
    member.idState !== "valid" ||
    identity["id_state"] !== "valid" ||
    isSame(member.idIndex, identity["id_index"])
  );
}

/** Plans the rows of one member. Returns the member's id and whether anything changed. */
export function compareMember(
  household: Subject,
  member: FileMember,
  known: KnownMember | undefined,
): { id: string; isChanged: boolean } {
  const { compare, place } = household;
  const id = known?.id ?? newId(compare.now);
  const subject = { household, known, at: { member, id, county: place.county, year: compare.year } };
  const identity = compareIdentity(subject);
  const book = compareMemberBook(subject, identity.row);
  const isChanged = identity.isChanged || book.isChanged;
  if (identity.isChanged) compare.plan.rows.member.push(identity.row);
  if (book.isChanged) compare.plan.rows.member_year.push(book.row);
  if (isChanged) planIdentity(subject, identity.row, book.row);
  if (!known?.book && household.known?.books.household_year) noteNewMember(household, member);
  return { id, isChanged };
}

interface MemberSubject {
  household: Subject;
  known: KnownMember | undefined;
  at: MemberCell;
}

interface Outcome {
  row: Row;
  isChanged: boolean;
}

function compareIdentity(subject: MemberSubject): Outcome {
  const { household, at, known } = subject;
  const { member, id } = at;
  const { place, compare } = household;
  const old = known?.identity ?? {};
  const name = member.name ?? cellText(old["name"]);
  const row: Row = {
    county_code: place.county,
    id,
    household_id: place.householdId,
    area_code: place.areaCode,
    person_no: member.personNo ?? old["person_no"] ?? null,
    name,
    created_at: old["created_at"] ?? compare.now,
    ...idCells(at, old),
    ...fileCells(subject, "member", old),
    // The number says sex and birth where the file has no column for them.
    sex: cellOf(member.fields["member.sex"]) ?? member.idSex ?? old["sex"] ?? null,
    birth_date: cellOf(member.fields["member.birth_date"]) ?? member.idBirth ?? old["birth_date"] ?? null,
  };
  const isDifferent = noteDifferences(subject, "member", row, known?.identity, compare.compared.member);
  if (!isDifferent && !isResealed(row, old)) return { row, isChanged: false };
  const named = indexName(name ?? "");
  row["name_chars"] = named.chars;
  row["name_initials"] = named.initials;
  row["name_initials_other"] = named.otherInitials;
  row["name_pinyin"] = named.pinyin;
  row["name_pinyin_other"] = named.otherPinyin;
  return { row, isChanged: true };
}

function compareMemberBook(subject: MemberSubject, identity: Row): Outcome {
  const { household, at, known } = subject;
  const { place, compare } = household;
  const old = known?.book ?? {};
  const birth = identity["birth_date"];
  const row: Row = {
    county_code: place.county,
    member_id: at.id,
    year: compare.year,
    household_id: place.householdId,
    area_code: place.areaCode,
    birth_year: typeof birth === "string" ? Number(birth.slice(0, 4)) : (old["birth_year"] ?? null),
    relation: old["relation"] ?? null,
    member_status: old["member_status"] ?? "1",
    disability_class: old["disability_class"] ?? null,
    disability_grade: old["disability_grade"] ?? null,
    ...phoneCells(at, old),
    ...fileCells(subject, "member_year", old),
  };
  row["member_status"] ??= "1";
  if (at.member.isHead) row["relation"] = "01";
  const columns = compare.compared.member_year;
  return { row, isChanged: noteDifferences(subject, "member_year", row, known?.book ?? undefined, columns) };
}

/** The file's columns; where this row says nothing the known value stays. */
function fileCells({ household, at }: MemberSubject, table: MemberTable, old: Row): Row {
  const { cells, plan, labelIn } = household.compare;
  const found: Row = {};
  for (const { column, key } of cells[table]) {
    const value = at.member.fields[key];
    const isTaken = value !== undefined && fits(key, value);
    if (value !== undefined && !isTaken) plan.remarks.push(remarkOutOfRange(at.member, labelIn, key));
    found[column] = isTaken ? cellOf(value) : (old[column] ?? null);
  }
  return found;
}

/** Whether any of the columns differs, or the row is new. Differences of known members are shown. */
function noteDifferences(
  { household, at }: MemberSubject,
  table: MemberTable,
  row: Row,
  old: Row | undefined,
  columns: string[],
): boolean {
  if (!old) return true;
  const different = columns.filter((column) => !isSame(row[column], old[column]));
  for (const column of different) {
    if (hiddenColumns.has(column)) continue;
    const field = fieldOfCell(table, column);
    noteChange(household.compare.plan, field, titleOf(field), () => {
      const who = maskName(at.member.name ?? cellText(row["name"]) ?? "");
      const label = `${who} ${titleOf(field)}`.trim();
      return {
        registerNo: household.read.registerNo,
        label,
        ...showMemberChange(at, table, column, row, old),
      };
    });
  }
  return different.length > 0;
}

function noteNewMember({ compare, read }: Subject, member: FileMember): void {
  const label = titleOfDifference("member.added").zh;
  noteChange(compare.plan, "member.added", label, () => ({
    registerNo: read.registerNo,
    label,
    from: null,
    to: maskName(member.name ?? ""),
  }));
}

/** A valid number of somebody on the books stands once in the year; who left gives it free. */
function planIdentity({ household, known }: MemberSubject, identity: Row, book: Row): void {
  const { compare, place } = household;
  const before = known?.book ? heldIndex(known.identity, known.book) : null;
  const after = heldIndex(identity, book);
  if (isSame(before, after)) return;
  if (before) compare.plan.identitiesRemoved.push(before);
  if (after) {
    compare.plan.rows.person_identity.push({
      year: compare.year,
      id_index: after,
      county_code: place.county,
      household_id: place.householdId,
    });
  }
}

function heldIndex(identity: Row, book: Row): Buffer | null {
  const index = identity["id_index"];
  return identity["id_state"] === "valid" && isOnBooks(book) && Buffer.isBuffer(index) ? index : null;
}

/** Members in the book of the year that the file does not name. They keep their row. */
export function listUnnamed(known: KnownHousehold, matched: ReadonlySet<KnownMember>): KnownMember[] {
  return known.members.filter((member) => member.book !== null && !matched.has(member));
}

export function isOnBooks(book: Row | null): boolean {
  return book !== null && (book["member_status"] === "1" || book["member_status"] === "4");
}
