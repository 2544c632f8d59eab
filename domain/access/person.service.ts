/** People and their roles. An administrator acts on people inside his area only. */
import { dayInChina } from "../../platform/clock.ts";
import { mapConstraints } from "../../platform/db/constraint-problems.ts";
import { newId } from "../../platform/id.ts";
import { recordAudit } from "../audit/event.service.ts";
import { accessProblems } from "./access.problems.ts";
import { hashPassword } from "./password.ts";
import type { NewGrant, NewPerson, Person } from "./person.contract.ts";
import * as store from "./person.sql.ts";
import { Role } from "./role.contract.ts";
import { deleteSessionsOf } from "./session.sql.ts";
import { type Work, requireArea } from "./work.ts";

mapConstraints({ person_login_unique: accessProblems["access.login-taken"] });

/** Finds a helper of the register in the county of an area; the register knows how. @throws Problem helper.not-found */
export type FindHelper = (work: Work, areaCode: string, helperId: string) => Promise<string>;

/** @throws Problem access.login-taken, helper.not-found; access.outside-area for a grant outside the actor's area */
export async function addPerson(work: Work, findHelper: FindHelper, input: NewPerson): Promise<Person> {
  const id = newId(work.now);
  await store.insertPerson(work.tx, {
    id,
    login: input.login,
    name: input.displayName,
    password_hash: await hashPassword(input.password),
    must_change_password: input.mustChangePassword ?? true,
    created_at: work.now,
  });
  for (const grant of input.grants)
    await insertGrant(work, findHelper, { ...grant, personId: id, action: "person.add" });
  return getPerson(work, id);
}

/**
 * An administrator sees no household: with a role given by himself he would.
 * @throws Problem access.own-grant, access.person-not-found, access.outside-area, helper.not-found
 */
export async function grantRole(
  work: Work,
  findHelper: FindHelper,
  personId: string,
  input: NewGrant,
): Promise<Person> {
  if (personId === work.actor.personId) throw accessProblems["access.own-grant"]();
  await getPerson(work, personId);
  await insertGrant(work, findHelper, { ...input, personId, action: "person.grant" });
  return getPerson(work, personId);
}

/** Ends sign-in for a person, at once. @throws Problem access.person-not-found, access.grants-elsewhere */
export async function disablePerson(work: Work, personId: string): Promise<Person> {
  const person = await getPerson(work, personId);
  if (!(await store.isWithinScope(work.tx, personId, dayInChina(work.now)))) {
    throw accessProblems["access.grants-elsewhere"]();
  }
  await store.setDisabled(work.tx, personId, work.now);
  await deleteSessionsOf(work.tx, personId);
  const area = person.grants[0]?.areaCode ?? work.actor.areaCode;
  await recordAudit(work, "person.disable", { kind: "person", id: personId, area });
  return { ...person, disabled: true };
}

/** People with a grant in the actor's area, by login; only their grants in that area are shown. */
export async function listPeople(work: Work): Promise<Person[]> {
  return present(await store.listGrantsInArea(work.tx), dayInChina(work.now));
}

/** What people are called, by id; those outside the actor's area are left out. */
export async function namesOf(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await findNamed(work, ids);
  return new Map([...people].map(([id, { name }]) => [id, name]));
}

/** @throws Problem access.person-not-found when the person has no grant in the actor's area */
export async function getPerson(work: Work, personId: string): Promise<Person> {
  const [person] = present(await store.listGrantsInArea(work.tx, personId), dayInChina(work.now));
  if (!person) throw accessProblems["access.person-not-found"]();
  return person;
}

/** What people are called, and whether one of them is a helper; those outside the actor's area are left out. */
export async function findNamed(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { name: string; isHelper: boolean }>> {
  const rows = await store.listNames(work.tx, [...new Set(ids)]);
  return new Map(rows.map(({ id, name, isHelper }) => [id, { name, isHelper }]));
}

export interface ActorOfGrant {
  name: string;
  role: Role;
  /** The place of the grant, 12 digits. */
  areaCode: string;
}

/** Who acts under these grants, by grant; grants outside the actor's area are not among them. */
export async function findActors(
  work: Work,
  grantIds: readonly string[],
): Promise<ReadonlyMap<string, ActorOfGrant>> {
  const rows = await store.listActors(work.tx, [...new Set(grantIds)]);
  return new Map(
    rows.map(({ id, name, role, areaCode }) => [id, { name, role: Role.parse(role), areaCode }]),
  );
}

async function insertGrant(
  work: Work,
  findHelper: FindHelper,
  { personId, action, ...input }: NewGrant & { personId: string; action: "person.add" | "person.grant" },
): Promise<void> {
  requireArea(work.actor, input.areaCode);
  const { helperId } = input;
  const id = newId(work.now);
  await store.insertGrant(work.tx, {
    id,
    person_id: personId,
    role: input.role,
    area_code: input.areaCode,
    helper_id: helperId === undefined ? null : await findHelper(work, input.areaCode, helperId),
    valid_from: input.validFrom ?? dayInChina(work.now),
    valid_to: input.validTo ?? null,
  });
  const subject = { kind: "person", id: personId, area: input.areaCode };
  await recordAudit(work, action, subject, { grant: id, role: input.role });
}

function present(rows: store.GrantOfPersonRow[], day: string): Person[] {
  const people = new Map<string, Person>();
  for (const row of rows) {
    const person = people.get(row.person_id) ?? {
      id: row.person_id,
      login: row.login,
      displayName: row.name,
      disabled: row.disabled_at !== null,
      grants: [],
    };
    person.grants.push({
      id: row.id,
      role: Role.parse(row.role),
      areaCode: row.area_code,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      holds: row.valid_from <= day && (row.valid_to === null || row.valid_to >= day),
    });
    people.set(row.person_id, person);
  }
  return [...people.values()];
}
