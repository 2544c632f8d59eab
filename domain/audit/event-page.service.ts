/** A page of the record in the words of its reader: who, under which grant, what, where. */
import { startOfDayInChina } from "../../platform/clock.ts";
import type { BothLanguages } from "../../platform/both-languages.contract.ts";
import { firstIdAt } from "../../platform/id.ts";
import { type ActorOfGrant, findActors, findNamed, listPeople } from "../access/person.service.ts";
import { systemPersonId } from "../access/system-work.ts";
import { type Work, can, requireArea, scopeOf } from "../access/work.ts";
import type {
  AuditEvent,
  EventPage,
  EventQuery,
  ListedEvent,
  RecordedPeople,
  ShownChange,
} from "./event.contract.ts";
import { listEventsOf } from "./event.service.ts";
import type { EventFilter } from "./event.sql.ts";

export interface HouseholdNamed {
  county: string;
  id: string;
  registerNo: string;
}

/** What the register knows of the subjects of entries. It stands above the record and is wired in. */
export interface RegisterWords {
  /** Names of places by their 12 digits; a place that is not known is left out. */
  placeNames(work: Work, codes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of the households that the reader may open, by id. */
  findHouseholds(
    work: Work,
    keys: readonly { county: string; id: string }[],
  ): Promise<ReadonlyMap<string, HouseholdNamed>>;
  /** 王建国 → 王**. */
  maskName(name: string): string;
  /** The fields of a book and their values before and after, in words; `fields` are those without a value. */
  presentChanges(detail: AuditEvent["detail"]): { fields: BothLanguages[]; changes: ShownChange[] };
  /** The fields alone. */
  presentFields(detail: AuditEvent["detail"]): BothLanguages[];
}

/**
 * Entries of the actor's area, newest first. What a book said before and after only where the reader may open it: who
 * reads the record as an administrator sees nobody's book.
 * @throws Problem access.outside-area
 */
export async function pageOfEvents(work: Work, words: RegisterWords, query: EventQuery): Promise<EventPage> {
  const rows = await listEventsOf(work, filterOf(work, query), query.limit + 1);
  const shown = rows.slice(0, query.limit);
  return {
    events: await inWords(work, words, shown),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function filterOf(work: Work, query: EventQuery): EventFilter {
  const { from, to, before, areaCode = work.actor.areaCode } = query;
  requireArea(work.actor, areaCode);
  return {
    personId: query.personId,
    action: query.action,
    subjectKind: query.subjectKind,
    subjectId: query.subjectId,
    within: scopeOf(areaCode),
    firstId: from && firstIdAt(startOfDayInChina(from)),
    beforeIds: [...(to ? [firstIdAt(startOfDayInChina(to, 1))] : []), ...(before ? [before] : [])],
  };
}

async function inWords(work: Work, words: RegisterWords, events: AuditEvent[]): Promise<ListedEvent[]> {
  const actors = await findActors(
    work,
    events.flatMap(({ grantId }) => grantId ?? []),
  );
  const codes = [...actors.values(), ...events].map(({ areaCode }) => areaCode);
  const known = {
    actors,
    places: await words.placeNames(work, [...new Set(codes)]),
    people: await nameShown(work, words, events.flatMap(personIds)),
    households: await words.findHouseholds(work, events.flatMap(householdKeys)),
  };
  return events.map((event) => present(words, event, known));
}

function personIds({ personId, startedBy, subjectKind, subjectId }: AuditEvent): string[] {
  // A refused sign-in names nobody: what was typed is not written down.
  const subject = subjectKind === "person" && subjectId !== "unknown" ? [subjectId] : [];
  return [startedBy ?? personId, ...subject];
}

function householdKeys({ subjectKind, subjectId, areaCode }: AuditEvent) {
  return subjectKind === "household" ? [{ county: areaCode.slice(0, 6), id: subjectId }] : [];
}

/** What people are called in front of this reader: helpers are masked, but not before who manages people. */
async function nameShown(work: Work, words: RegisterWords, ids: readonly string[]) {
  const found = await findNamed(work, ids);
  return new Map([...found].map(([id, person]) => [id, shownName(work, words, person)]));
}

function shownName(
  work: Work,
  words: RegisterWords,
  { name, isHelper }: { name: string; isHelper: boolean },
) {
  return isHelper && !can(work.actor, "person.list") ? words.maskName(name) : name;
}

interface Known {
  actors: ReadonlyMap<string, ActorOfGrant>;
  places: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  households: ReadonlyMap<string, HouseholdNamed>;
}

function present(words: RegisterWords, event: AuditEvent, known: Known): ListedEvent {
  const household =
    event.subjectKind === "household" ? (known.households.get(event.subjectId) ?? null) : null;
  const { changes: _, members: __, ...detail } = event.detail;
  const placeOf = (code: string) => ({ code, name: known.places.get(code) ?? code });
  return {
    ...event,
    detail,
    who: presentWho(event, known, placeOf),
    place: placeOf(event.areaCode),
    household,
    subjectName: event.subjectKind === "person" ? (known.people.get(event.subjectId) ?? null) : null,
    ...(household
      ? words.presentChanges(event.detail)
      : { fields: words.presentFields(event.detail), changes: [] }),
  };
}

function presentWho(
  { grantId, startedBy, personId }: AuditEvent,
  { actors, people }: Known,
  placeOf: (code: string) => { code: string; name: string },
): ListedEvent["who"] {
  const actor = grantId === null ? undefined : actors.get(grantId);
  const id = startedBy ?? personId;
  const name = people.get(id) ?? null;
  if (actor) return { id, name, role: actor.role, place: placeOf(actor.areaCode) };
  return { id, name, role: id === systemPersonId ? "systemActor" : null, place: null };
}

/** Whose entries can be asked for: who has, or had, a role in the actor's area, by account, with the first of his roles. */
export async function listRecordedPeople(work: Work, words: RegisterWords): Promise<RecordedPeople> {
  const people = await listPeople(work);
  return {
    people: people.flatMap(({ id, displayName: name, grants }) => {
      const isHelper = grants.some(({ role }) => role === "helper");
      return grants
        .slice(0, 1)
        .map(({ role }) => ({ id, name: shownName(work, words, { name, isHelper }), role }));
    }),
  };
}
