/** What became of a household: its books of the last years, and what was done about it as far as the reader may see. */
import { findActors } from "../access/person.service.ts";
import type { Role } from "../access/role.contract.ts";
import { type Work, can } from "../access/work.ts";
import type { AuditEvent } from "../audit/event.contract.ts";
import { listEventsOf } from "../audit/event.service.ts";
import type { HistoryBook, HistoryEvent, HouseholdHistory } from "./household-history.contract.ts";
import type { Household, HouseholdKey } from "./household.contract.ts";
import { getHousehold } from "./household.service.ts";
import { maskName } from "./masking.ts";
import { presentChanges } from "./record-words.service.ts";

/** As many stand side by side on a sheet. */
const mostBooks = 6;
const mostEvents = 100;

/** @throws Problem household.not-found, household.no-book */
export async function getHouseholdHistory(work: Work, key: HouseholdKey): Promise<HouseholdHistory> {
  const newest = await getHousehold(work, key);
  const books = [newest];
  for (const year of newest.years.slice(1, mostBooks)) books.push(await getHousehold(work, key, year));
  return {
    books: books.map(presentBook).reverse(),
    events: can(work.actor, "audit.read") ? await listEvents(work, key) : null,
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

async function listEvents(work: Work, { id }: HouseholdKey): Promise<HistoryEvent[]> {
  const events = await listEventsOf(work, { subjectKind: "household", subjectId: id }, mostEvents);
  const actors = await findActors(
    work,
    events.flatMap(({ grantId }) => grantId ?? []),
  );
  return events.map((event) => {
    const actor = event.grantId === null ? undefined : actors.get(event.grantId);
    return {
      id: event.id,
      at: event.at,
      action: event.action,
      who: actor ? presentActor(actor) : null,
      ...presentDetail(event.detail),
    };
  });
}

/** Who keeps the register answers by name for what he does; a helper is masked here as on the household's page. */
function presentActor({ name, role }: { name: string; role: Role }): HistoryEvent["who"] {
  return { name: role === "helper" ? maskName(name) : name, role };
}

function presentDetail({ year, purpose, ...rest }: AuditEvent["detail"]) {
  return {
    year: typeof year === "number" ? year : null,
    ...presentChanges(rest),
    purpose: typeof purpose === "string" ? purpose : null,
  };
}
