/** One household of a file against the register: created, updated or unchanged, and the rows to write. */
import { newId } from "../../../platform/id.ts";
import { type Head, type Subject, compareBook, compareTable } from "./book.ts";
import { type HelperBook, withKnownHelper } from "./helper.ts";
import { type SettledHousehold, hasHead } from "./holder.ts";
import { identityChange, isOtherFamily } from "./identity-change.ts";
import { compareMember, isOnBooks, listUnnamed, matchMembers } from "./member.ts";
import type { FileMember } from "./member-cells.ts";
import { type Comparison, type CountyPlan, emptyPlan, tellHousehold } from "./plan.ts";
import { rejectLocked, rejectUnknownPerson } from "./rejects.ts";
import type { ReadHousehold } from "../reading.contract.ts";
import type { KnownHousehold, KnownMember } from "./load.sql.ts";
import { bookTables } from "./row.ts";

export interface FileHousehold {
  read: ReadHousehold;
  areaCode: string;
  members: FileMember[];
}

/** Adds the household to the plan. `leaving` move to another household of the file. */
export function compareHousehold(compare: Comparison, settled: SettledHousehold, helpers: HelperBook): void {
  const { file, known } = settled;
  if (!hasHead(file.members) && !known?.books.household_year?.["head_member_id"])
    compare.plan.headless.push(file.read.registerNo);
  if (!known || isLocked(known) || !isOtherFamily(file, known))
    return planHousehold(compare, settled, helpers);
  compare.plan.identityChanges.push(identityChange(file, known));
  // Those who had the number leave it: two families in one household would be counted as one.
  const leaving = known.members.filter((member) => isOnBooks(member.book));
  planHousehold(compare, { file, known, leaving }, helpers);
}

function isLocked({ books }: KnownHousehold): boolean {
  return books.household_year?.["book_status"] === "locked";
}

/** A locked book takes no change. */
function planHousehold(
  compare: Comparison,
  { file, known, leaving }: SettledHousehold,
  helpers: HelperBook,
): void {
  const { plan } = compare;
  if (known && isLocked(known)) {
    const attempt = { ...compare, plan: emptyPlan(plan.county) };
    if (compareParts(attempt, { file, known, leaving: [] }, null))
      plan.rejected.push(rejectLocked(file.read, compare.labelIn, compare.year));
    else count(compare, file, known, "unchanged");
    return;
  }
  const before = linksIn(plan);
  const isChanged = compareParts(compare, { file, known, leaving }, helpers);
  const result = !known?.books.household_year ? "created" : isChanged ? "updated" : "unchanged";
  if (result === "updated" && linksIn(plan) === before) plan.undoable++;
  count(compare, file, known, result);
}

/**
 * How many rows of the plan link a household to persons and places beyond it: a household that adds to them is left alone when
 * the import is undone (import-undo.sql.ts has the same as `frame`, of what was written).
 */
function linksIn({ rows, identitiesRemoved, assignmentsEnded, moved, newMembers }: CountyPlan): number {
  const links = [rows.household, rows.helper_assignment, rows.person_identity];
  return [...links, identitiesRemoved, assignmentsEnded, moved].reduce(
    (sum, { length }) => sum + length,
    newMembers,
  );
}

/** For files that cannot create: only known members are updated, the head and the place stay. */
export function updateHousehold(
  compare: Comparison,
  file: FileHousehold,
  known: KnownHousehold,
  helpers: HelperBook,
): void {
  const matches = matchMembers(
    file.members,
    known.members.filter((member) => member.book !== null),
  );
  const members = file.members
    .filter((member) => matches.has(member))
    .map((member) => ({ ...member, isHead: false }));
  for (const member of file.members) {
    if (!matches.has(member)) compare.plan.rejected.push(rejectUnknownPerson(member, compare.labelIn));
  }
  planHousehold(compare, { file: { ...file, members }, known, leaving: [] }, helpers);
}

function count(
  { plan, placeName }: Comparison,
  { read, members, areaCode }: FileHousehold,
  known: KnownHousehold | undefined,
  result: "created" | "updated" | "unchanged",
): void {
  plan.households++;
  plan.persons += members.length;
  plan[result]++;
  if (result === "created") plan.createdRegisterNos.push(read.registerNo);
  if (result === "unchanged") return;
  // Also when the head's own row was rejected, the file names him.
  const inFile = members.find(({ isHead }) => isHead)?.name ?? read.fields["household_year.head_name"];
  const head = inFile ?? known?.books.household_year?.["head_name"];
  plan.told.set(read.registerNo, tellHousehold(typeof head === "string" ? head : null, placeName(areaCode)));
}

/** True when anything differs. */
function compareParts(
  compare: Comparison,
  { file, known, leaving }: SettledHousehold,
  helpers: HelperBook | null,
): boolean {
  const { plan, now } = compare;
  const { areaCode } = file;
  const read = withKnownHelper(compare, file.read, known);
  const id = known?.id ?? newId(now);
  const subject = { compare, read, known, place: { county: plan.county, areaCode, householdId: id } };
  if (known?.areaCode !== areaCode) {
    const identity = {
      county_code: plan.county,
      id,
      area_code: areaCode,
      register_no: read.registerNo,
      created_at: now,
    };
    plan.rows.household.push(identity);
    if (known) plan.moved.push({ householdId: id, areaCode });
  }
  const members = compareMembers(subject, file.members, leaving);
  const beside = bookTables
    .filter((table) => table !== "household_year")
    .map((table) => compareTable(subject, table));
  const isHelped = helpers?.assign(compare, read, { id, areaCode }, known) ?? false;
  const book = compareBook(subject, members.head);
  const isChanged = book.isChanged || members.isChanged || isHelped || beside.includes(true);
  if (isChanged) plan.rows.household_year.push(book.row);
  return isChanged;
}

function compareMembers(
  subject: Subject,
  members: FileMember[],
  leaving: KnownMember[],
): { head: Head | undefined; isChanged: boolean } {
  const { compare, known, place } = subject;
  const staying = (known?.members ?? []).filter((member) => !leaving.includes(member));
  const matches = matchMembers(members, staying);
  let head: Head | undefined;
  let isChanged = false;
  for (const member of members) {
    const outcome = compareMember(subject, member, matches.get(member));
    isChanged ||= outcome.isChanged;
    if (!matches.get(member)?.book) compare.plan.newMembers++;
    if (member.isHead) head = { id: outcome.id, name: member.name };
  }
  if (known) {
    const others = listUnnamed(known, new Set([...matches.values(), ...leaving]));
    const unnamed = others.filter(({ book }) => isOnBooks(book)).length;
    const inRejects = compare.rejectedRows.get(subject.read.registerNo) ?? 0;
    compare.plan.gonePersons += Math.max(0, unnamed - inRejects);
    if (known.areaCode !== place.areaCode) for (const member of others) compareUnnamed(subject, member, {});
    for (const member of leaving) compareUnnamed(subject, member, left);
    isChanged ||= leaving.length > 0;
  }
  return { head, isChanged };
}

const left = { "member_year.member_status": "2", "member_year.change_reason": "08" };

/** A member that the file does not name: he moves with his household, or leaves it. */
function compareUnnamed(subject: Subject, member: KnownMember, fields: FileMember["fields"]): void {
  const unnamed: FileMember = {
    sheet: subject.read.sheet,
    row: subject.read.row,
    registerNo: subject.read.registerNo,
    personNo: null,
    name: null,
    idNumber: null,
    idState: "missing",
    idSex: null,
    idBirth: null,
    idIndex: null,
    phone: null,
    phoneState: null,
    isHead: false,
    repeatedAt: null,
    fields,
  };
  compareMember(subject, unnamed, member);
}
