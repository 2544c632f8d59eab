/** Editing a household's book: what really changed is written as a new version, in one transaction with its audit entry. */
import { secrets } from "../../platform/secrets/secrets.ts";
import { type FieldChange, type MemberChange, recordAudit } from "../audit/event.service.ts";
import type { Work } from "../access/work.ts";
import { lockBookForWriting } from "./book-lock.sql.ts";
import { type ChangedColumns, changedColumns } from "./changed-columns.ts";
import type { BookKey, Household, HouseholdEdit } from "./household.contract.ts";
import { saveBeside, saveBook, saveMember } from "./household-edit.sql.ts";
import { getHousehold } from "./household.service.ts";
import * as store from "./household.sql.ts";
import type { RegisterListener } from "./register-listener.ts";
import { registryProblems } from "./registry.problems.ts";
import { bookPhoneCell, memberPhoneCell } from "./sealed-cells.ts";

/**
 * Saves an edit and returns the page as it is then. An edit that changes nothing leaves the version as it was.
 * @throws Problem household.not-found, household.no-book, household.changed-meanwhile, household.book-locked,
 * household.unknown-member, household.unknown-code, household.cause-repeated, household.health-contradicts
 */
export async function updateHousehold(
  work: Work,
  listener: RegisterListener,
  key: BookKey,
  edit: HouseholdEdit,
): Promise<Household> {
  // Before the lock: whoever writes in between makes another version, and then this edit is refused.
  const seeEffect = await listener.householdChanges(work, key, key.year);
  const { fields, changes, members, areaCode } = await writeBookEdit(work, key, edit);
  if (fields.length > 0) {
    const { mended, failing } = await seeEffect();
    const subject = { kind: "household", id: key.id, area: areaCode };
    await recordAudit(work, "household.update", subject, {
      year: key.year,
      // Beside the grant: a reader of a smaller area sees no grant of a wider one, and the role says enough.
      role: work.actor.role,
      fields,
      changes,
      ...(members.length > 0 && { members }),
      ...(mended.length > 0 && { mended }),
      ...(failing.length > 0 && { failing }),
    });
  }
  return getHousehold(work, key, key.year);
}

/**
 * Only writes, for whoever wants to see what would follow and then rolls back.
 * @returns the changed fields as table.column, members' fields once, however many members changed; before and after of the
 * household's own conditions and of each member, but of what the catalogue keeps out of the record
 */
export async function writeBookEdit(
  work: Work,
  key: BookKey,
  edit: HouseholdEdit,
): Promise<{ fields: string[]; changes: FieldChange[]; members: MemberChange[]; areaCode: string }> {
  await lockBookForWriting(work.tx, key.county, key.year);
  const book = await getBookForUpdate(work, key, edit.version);
  const own = editBook(key, book, edit.householdFields ?? {});
  const fields = [...own.fields];
  const beside = await writeBesides(work, key, book, edit);
  fields.push(...beside.fields);
  const members = await writeMembers(work, key, edit.members ?? []);
  fields.push(...members.flatMap((member) => member.fields));
  if (fields.length > 0) await saveBook(work.tx, key, key.year, work.now, own.columns);
  return {
    fields: [...new Set(fields)],
    changes: [...own.changes, ...beside.changes],
    members,
    areaCode: book.area_code,
  };
}

async function getBookForUpdate(work: Work, key: BookKey, version: number): Promise<store.BookRow> {
  const household = await store.findHousehold(work.tx, key, work.actor.helperId);
  if (!household) throw registryProblems["household.not-found"]();
  const book = await store.findBookForUpdate(work.tx, key, key.year);
  if (!book) throw registryProblems["household.no-book"]({ year: key.year });
  if (book.book_status === "locked") throw registryProblems["household.book-locked"]({ year: key.year });
  if (book.version !== version) throw registryProblems["household.changed-meanwhile"]();
  return book;
}

function editBook(
  key: BookKey,
  book: store.BookRow,
  { phone, ...edited }: NonNullable<HouseholdEdit["householdFields"]>,
): ChangedColumns {
  const changed = changedColumns("household_year", book, edited);
  if (phone !== undefined) {
    const cell = bookPhoneCell(key.county, key.id, key.year);
    changePhone(changed, "household_year.phone", phone, cell, book.phone_index);
  }
  const main = edited.mainCause === undefined ? book.main_cause : edited.mainCause;
  const others = edited.otherCauses ?? book.other_causes ?? [];
  const isEdited = edited.mainCause !== undefined || edited.otherCauses !== undefined;
  if (isEdited && (others.length > 2 || new Set([main, ...others]).size !== others.length + 1)) {
    throw registryProblems["household.cause-repeated"]();
  }
  return changed;
}

/** Seals a phone number that is another one. */
function changePhone(
  changed: ChangedColumns,
  field: string,
  phone: string | null,
  cell: string,
  known: Buffer | null,
): void {
  const index = phone === null ? null : secrets().index.ofPhone(phone);
  if (index === null ? known === null : known?.equals(index)) return;
  changed.columns["phone_index"] = index;
  changed.columns["phone_cipher"] = phone === null ? null : secrets().envelope.seal(phone, cell);
  changed.fields.push(field);
}

async function writeBesides(
  work: Work,
  key: BookKey,
  book: store.BookRow,
  edit: HouseholdEdit,
): Promise<Pick<ChangedColumns, "fields" | "changes">> {
  const place = { year: key.year, areaCode: book.area_code };
  const all: ChangedColumns[] = [];
  if (edit.income) {
    const changed = changedColumns(
      "income_statement",
      await store.findIncome(work.tx, key, key.year),
      edit.income,
    );
    if (changed.fields.length > 0) await saveBeside(work.tx, "income_statement", key, place, changed.columns);
    all.push(changed);
  }
  if (edit.livingCondition) {
    const known = await store.findLiving(work.tx, key, key.year);
    const changed = changedColumns("living_condition", known, edit.livingCondition);
    if (changed.fields.length > 0) await saveBeside(work.tx, "living_condition", key, place, changed.columns);
    all.push(changed);
  }
  if (edit.guarantee) {
    const changed = changedColumns(
      "guarantee",
      await store.findGuarantee(work.tx, key, key.year),
      edit.guarantee,
    );
    if (changed.fields.length > 0) await saveBeside(work.tx, "guarantee", key, place, changed.columns);
    all.push(changed);
  }
  return { fields: all.flatMap((one) => one.fields), changes: all.flatMap((one) => one.changes) };
}

async function writeMembers(
  work: Work,
  key: BookKey,
  edits: NonNullable<HouseholdEdit["members"]>,
): Promise<MemberChange[]> {
  if (edits.length === 0) return [];
  const members = new Map(
    (await store.listMembers(work.tx, key, key.year)).map((row) => [row.member_id, row]),
  );
  const written: MemberChange[] = [];
  for (const { id, fields: edited } of edits) {
    const known = members.get(id);
    if (!known) throw registryProblems["household.unknown-member"]({ year: key.year });
    const { phone, ...columns } = edited;
    if (columns.health?.includes("01") && columns.health.length > 1)
      throw registryProblems["household.health-contradicts"]();
    const changed = changedColumns("member_year", known, columns);
    if (phone !== undefined) {
      changePhone(
        changed,
        "member_year.phone",
        phone,
        memberPhoneCell(key.county, id, key.year),
        known.phone_index,
      );
      if ("phone_index" in changed.columns)
        changed.columns["phone_state"] = phone === null ? "missing" : "valid";
    }
    if (changed.fields.length === 0) continue;
    await saveMember(work.tx, key.county, id, key.year, changed.columns);
    written.push({ id, fields: changed.fields, changes: changed.changes });
  }
  return written;
}
