/** A household's page, masked, and opening what is masked for a purpose. */
import { recordAudit } from "../audit/event.service.ts";
import { type Work, can } from "../access/work.ts";
import { labelOf } from "./code-list.ts";
import { listPath } from "./division.service.ts";
import type { Household, HouseholdKey, OpenHousehold, OpenedHousehold } from "./household.contract.ts";
import { listHelp } from "./household-help.ts";
import * as present from "./household-present.ts";
import * as store from "./household.sql.ts";
import { maskName, maskPhone } from "./masking.ts";
import { registryProblems } from "./registry.problems.ts";
import { openBookPhone, openHelperPhone, openId, openMemberPhone } from "./sealed-cells.ts";

/** The page of a household in the book of `year`, or in its newest. @throws Problem household.not-found, household.no-book */
export async function getHousehold(work: Work, key: HouseholdKey, year?: number): Promise<Household> {
  const { book, years } = await getBook(work, key, year);
  const members = await store.listMembers(work.tx, key, book.year);
  const { help, ...beside } = await findBesides(work, key, book.year, members);
  const helpers = await store.listHelpersOf(work.tx, key, book.year);
  const phone = openBookPhone(book);
  const persons = members.filter(present.isOnBooks).length;
  return {
    county: key.county,
    id: key.id,
    registerNo: book.register_no,
    areaCode: book.area_code,
    path: await listPath(work, book.area_code),
    hamlet: book.hamlet,
    year: book.year,
    years,
    version: book.version,
    bookStatus: bookStatusOf(book.book_status),
    updatedAt: book.updated_at.toISOString(),
    maskedHead: book.head_name === null ? null : maskName(book.head_name),
    maskedPhone: phone === null ? null : maskPhone(phone),
    persons,
    membersComplete: (book.registered_persons ?? 0) <= persons,
    ...presentStatus(book),
    members: members.map(present.presentMember),
    ...beside,
    helpers: helpers
      .map((helper) => present.presentHelper(key.county, helper, work.actor.helperId))
      .toSorted((a, b) => Number(b.isReader) - Number(a.isReader)),
    helpersKnown:
      helpers.length > 0 || book.no_helper === true || (await store.hadHelper(work.tx, key, book.year)),
    help,
    can: {
      update: can(work.actor, "household.update") && book.book_status !== "locked",
      open: can(work.actor, "household.open"),
    },
  };
}

function presentStatus(book: store.BookRow) {
  return {
    registeredPersons: book.registered_persons,
    identificationStandard: labelOf("identificationStandard", book.identification_standard),
    attribute: labelOf("povertyAttribute", book.attribute),
    householdType: labelOf("householdType", book.household_type),
    exitStatus: labelOf("exitStatus", book.exit_status),
    exitYear: book.exit_year,
    mainCause: labelOf("cause", book.main_cause),
    otherCauses: present.labelsOf("cause", book.other_causes),
    notExitReasons: present.labelsOf("notExitReason", book.not_exit_reasons),
    soldierFamily: book.soldier_family,
    onlyChildFamily: book.only_child_family,
    twoDaughtersFamily: book.two_daughters_family,
  };
}

async function findBesides(work: Work, key: HouseholdKey, year: number, members: store.MemberRow[]) {
  const income = await store.findIncome(work.tx, key, year);
  const living = await store.findLiving(work.tx, key, year);
  const guarantee = await store.findGuarantee(work.tx, key, year);
  const monitoring = await store.findMonitoring(work.tx, key, year);
  return {
    income: income ? present.presentIncome(income) : null,
    livingCondition: living ? present.presentLiving(living) : null,
    guarantee: guarantee ? present.presentGuarantee(guarantee) : null,
    monitoring: monitoring ? present.presentMonitoring(monitoring) : null,
    help: listHelp({
      income_statement: income ? [income] : [],
      living_condition: living ? [living] : [],
      member_year: members.filter(present.isOnBooks),
      monitoring: monitoring ? [monitoring] : [],
    }),
  };
}

function bookStatusOf(text: string): Household["bookStatus"] {
  return text === "locked" || text === "submitted" ? text : "draft";
}

/** The household's book; a household that the actor may not see is not found. */
async function getBook(work: Work, key: HouseholdKey, year?: number) {
  const household = await store.findHousehold(work.tx, key, work.actor.helperId);
  if (!household) throw registryProblems["household.not-found"]();
  const years = await store.listBookYears(work.tx, key);
  const wanted = year ?? years[0];
  const book = wanted === undefined ? undefined : await store.findBook(work.tx, key, wanted);
  if (!book) throw registryProblems["household.no-book"]({ year: wanted ?? "" });
  return { book, years };
}

/**
 * Names, id numbers and phones in full. Who opened them and for what purpose is recorded.
 * @throws Problem household.not-found, household.no-book
 */
export async function openHousehold(
  work: Work,
  key: HouseholdKey,
  opening: OpenHousehold,
): Promise<OpenedHousehold> {
  const { book } = await getBook(work, key, opening.year);
  const members = await store.listMembers(work.tx, key, book.year);
  const helpers = await store.listHelpersOf(work.tx, key, book.year);
  const subject = { kind: "household", id: key.id, area: book.area_code };
  await recordAudit(work, "household.open", subject, { year: book.year, purpose: opening.purpose });
  return {
    phone: openBookPhone(book),
    members: members.map((member) => ({
      id: member.member_id,
      name: member.name,
      idNumber: openId(member),
      birthDate: member.birth_date,
      phone: openMemberPhone(member),
    })),
    helpers: helpers.map((helper) => ({
      id: helper.id,
      name: helper.name,
      phone: openHelperPhone(key.county, helper),
    })),
  };
}
