/** What became of a household: its books of the last years, and what was done about it as far as the reader may see. */
import { z } from "zod";
import { findActors } from "../access/person.service.ts";
import { Role } from "../access/role.contract.ts";
import { type Work, can } from "../access/work.ts";
import type { AuditEvent } from "../audit/event.contract.ts";
import { listEventsOf } from "../audit/event.service.ts";
import type {
  HistoryBook,
  HistoryEvent,
  HistoryImport,
  HouseholdHistory,
  MemberOfChange,
} from "./household-history.contract.ts";
import { listImportsOf } from "./household-history.sql.ts";
import type { Household, HouseholdKey, Member } from "./household.contract.ts";
import { getHousehold } from "./household.service.ts";
import { RegisterLayout } from "./import.contract.ts";
import { maskName } from "./masking.ts";
import { type ShownBookChanges, presentChanges } from "./record-words.service.ts";

/** As many stand side by side on a sheet. */
const mostBooks = 6;
const mostEvents = 100;
const mostImports = 50;

/** @throws Problem household.not-found, household.no-book */
export async function getHouseholdHistory(work: Work, key: HouseholdKey): Promise<HouseholdHistory> {
  const newest = await getHousehold(work, key);
  const books = [newest];
  for (const year of newest.years.slice(1, mostBooks)) books.push(await getHousehold(work, key, year));
  return {
    books: books.map(presentBook).reverse(),
    events: await listEvents(work, key, can(work.actor, "audit.read") ? undefined : bookChange),
    withheld: !maySeeDetails(work),
    imports: await listImports(work, key),
  };
}

function presentBook(book: Household): HistoryBook {
  return {
    year: book.year,
    bookStatus: book.bookStatus,
    updatedAt: book.updatedAt,
    persons: book.persons,
    registeredPersons: book.registeredPersons,
    identificationStandard: book.identificationStandard,
    attribute: book.attribute,
    householdType: book.householdType,
    exitStatus: book.exitStatus,
    exitYear: book.exitYear,
    mainCause: book.mainCause,
    otherCauses: book.otherCauses,
    income: book.income,
    livingCondition: book.livingCondition,
    guarantee: book.guarantee,
  };
}

const bookChange = "household.update";

/** Edits of one book, newest first. The caller has seen that the actor may see the household. */
export async function listBookChanges(work: Work, key: HouseholdKey, year: number): Promise<HistoryEvent[]> {
  return (await listEvents(work, key, bookChange)).filter((event) => event.year === year);
}

/** Who may change a household sees on its page what was changed; for everybody else the role answers for it. */
function maySeeDetails(work: Work): boolean {
  return can(work.actor, bookChange);
}

/** @param action all of them where it is undefined */
async function listEvents(
  work: Work,
  key: HouseholdKey,
  action: string | undefined,
): Promise<HistoryEvent[]> {
  const filter = { subjectKind: "household", subjectId: key.id, action };
  const events = await listEventsOf(work, filter, mostEvents);
  const actors = await findActors(
    work,
    events.flatMap(({ grantId }) => grantId ?? []),
  );
  const hasDetails = maySeeDetails(work);
  const presented = events.map((event) => ({ event, detail: presentDetail(event.detail, hasDetails) }));
  const members = await findMembers(
    work,
    key,
    presented.flatMap(({ detail }) => (detail.members.length > 0 ? (detail.year ?? []) : [])),
  );
  return presented.map(({ event, detail }) => {
    const actor = event.grantId === null ? undefined : actors.get(event.grantId);
    return {
      id: event.id,
      at: event.at,
      action: event.action,
      who: actor ? presentActor(actor, hasDetails) : roleAlone(event.detail),
      ...detail,
      members: detail.members.map(({ id, ...changed }) => ({ ...nameOf(members.get(id)), ...changed })),
    };
  });
}

/** By id, as the books of these years show them. */
async function findMembers(
  work: Work,
  key: HouseholdKey,
  years: readonly number[],
): Promise<ReadonlyMap<string, Member>> {
  const members = new Map<string, Member>();
  for (const year of new Set(years))
    for (const member of (await getHousehold(work, key, year)).members) members.set(member.id, member);
  return members;
}

/** Families share a surname, which is all that a masked name shows. */
function nameOf(member: Member | undefined): Pick<MemberOfChange, "name" | "relation" | "age"> {
  return { name: member?.maskedName ?? null, relation: member?.relation ?? null, age: member?.age ?? null };
}

/** Who keeps the register answers by name for what he does; a helper is masked here as on the household's page. */
function presentActor(
  { name, role }: { name: string; role: Role },
  hasName: boolean,
): NonNullable<HistoryEvent["who"]> {
  if (!hasName) return { name: null, role };
  return { name: role === "helper" ? maskName(name) : name, role };
}

/** Of somebody whose grant is of a wider area than the reader's; entries of before say nothing of the role. */
function roleAlone({ role }: AuditEvent["detail"]): HistoryEvent["who"] {
  const known = Role.safeParse(role);
  return known.success ? { name: null, role: known.data } : null;
}

const RuleIds = z.array(z.string()).catch([]);

function presentDetail(
  { year, purpose, mended, failing, ...rest }: AuditEvent["detail"],
  hasDetails: boolean,
): Omit<HistoryEvent, "id" | "at" | "action" | "who" | "members"> & Pick<ShownBookChanges, "members"> {
  return {
    year: typeof year === "number" ? year : null,
    ...(hasDetails ? presentChanges(rest) : { fields: [], changes: [], members: [] }),
    mended: RuleIds.parse(mended),
    failing: RuleIds.parse(failing),
    purpose: typeof purpose === "string" ? purpose : null,
  };
}

async function listImports(work: Work, { county, id }: HouseholdKey): Promise<HistoryImport[]> {
  const rows = await listImportsOf(work.tx, county, id, mostImports);
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    layout: RegisterLayout.nullable().parse(row.layout),
    appliedAt: row.applied_at?.toISOString() ?? null,
    undoneAt: row.undone_at?.toISOString() ?? null,
    isNew: row.is_new,
    // A book that came with the import has no values before; none listed: the list of the import is cut or gone.
    changes: row.is_new || row.changes === 0 ? null : row.changes,
  }));
}
