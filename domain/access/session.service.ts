/** Sessions of signed-in browsers. The token is random and lives in a cookie; the database keeps only its SHA-256. */
import { createHash, randomBytes } from "node:crypto";
import { NIL } from "uuid";
import { dayInChina } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import { recordAudit } from "../audit/event.service.ts";
import { accessProblems } from "./access.problems.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { setPasswordHash } from "./person.sql.ts";
import { Role } from "./role.contract.ts";
import { permissionsOf } from "./role-matrix.ts";
import type { PasswordChange, RowsSeen, Session, SignIn } from "./session.contract.ts";
import * as store from "./session.sql.ts";
import { systemPersonId, wholeCountryCode } from "./system-work.ts";
import { type Actor, type Work, can } from "./work.ts";

const lifetime = 12 * 60 * 60 * 1000;

export interface SignedIn {
  personId: string;
  login: string;
  displayName: string;
  mustChangePassword: boolean;
  tokenHash: Buffer;
  expiresAt: Date;
  demo: boolean;
  /** All grants that hold today, the oldest first. */
  grants: Actor[];
  /** The grant this request acts under; null when none holds. */
  acting: Actor | null;
}

/** Starts a session for a person and returns the token for the cookie. */
export async function startSession(work: Work, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await store.deleteExpiredSessions(work.tx, personId, work.now);
  await store.insertSession(work.tx, {
    token_hash: hashToken(token),
    person_id: personId,
    created_at: work.now,
    expires_at: new Date(work.now.getTime() + lifetime),
  });
  return token;
}

/**
 * Checks login and password in the same time for known and unknown logins, and records the outcome. Does not throw for
 * a refusal, because its record must be kept.
 * @returns the token, or null when refused
 */
export async function signIn(work: Work, input: SignIn): Promise<string | null> {
  const person = await store.findPersonByLogin(work.tx, input.login);
  const matches = await verifyPassword(person?.password_hash ?? null, input.password);
  const [grant] = await store.listGrantsOn(work.tx, person?.id ?? systemPersonId, dayInChina(work.now));
  // What was typed as a login may be a password or a name: it is not written down.
  const subject = { kind: "person", id: person?.id ?? "unknown", area: grant?.area_code ?? wholeCountryCode };
  if (!person || !matches) {
    await recordAudit(work, "session.refuse", subject);
    return null;
  }
  const asPerson = { ...work, actor: { ...work.actor, personId: person.id } };
  await recordAudit(asPerson, "session.create", subject);
  return startSession(work, person.id);
}

/** @throws Problem access.grant-not-valid when `grantId` is not one of the person's grants of today */
export async function findSignedIn(
  tx: Tx,
  now: Date,
  token: string,
  grantId: string | null,
): Promise<SignedIn | null> {
  const tokenHash = hashToken(token);
  const row = await store.findSignedIn(tx, tokenHash, now);
  if (!row) return null;
  const grants = (await store.listGrantsOn(tx, row.personId, dayInChina(now))).map((grant) => ({
    personId: row.personId,
    grantId: grant.id,
    role: Role.parse(grant.role),
    areaCode: grant.area_code,
    helperId: helperOf(grant),
    startedBy: null,
  }));
  const acting = grantId === null ? grants[0] : grants.find((grant) => grant.grantId === grantId);
  if (grantId !== null && !acting) throw accessProblems["access.grant-not-valid"]();
  return {
    personId: row.personId,
    login: row.login,
    displayName: row.name,
    mustChangePassword: row.mustChangePassword,
    tokenHash,
    expiresAt: row.expiresAt,
    demo: row.demo,
    grants,
    acting: acting ?? null,
  };
}

/** True when less than half of the lifetime is left: the session of an active person is then extended. */
export function wantsRenewal(signedIn: SignedIn, now: Date): boolean {
  return signedIn.expiresAt.getTime() - now.getTime() < lifetime / 2;
}

export async function renewSession(work: Work, signedIn: SignedIn): Promise<void> {
  await store.extendSession(work.tx, signedIn.tokenHash, new Date(work.now.getTime() + lifetime));
}

export async function endSession(work: Work, signedIn: SignedIn): Promise<void> {
  await store.deleteSession(work.tx, signedIn.tokenHash);
  await recordAudit(actingAs(work, signedIn), "session.delete", subjectOf(signedIn));
}

/**
 * Changes one's own password and signs out every other browser. Does not throw for a refusal, because its record must be
 * kept.
 * @returns false when the current password was wrong
 */
export async function changePassword(
  work: Work,
  signedIn: SignedIn,
  input: PasswordChange,
): Promise<boolean> {
  const person = await store.findPersonByLogin(work.tx, signedIn.login);
  const matches = await verifyPassword(person?.password_hash ?? null, input.current);
  if (!matches) {
    const refused = { operation: "session.change-password" };
    await recordAudit(actingAs(work, signedIn), "session.refuse", subjectOf(signedIn), refused);
    return false;
  }
  await setPasswordHash(work.tx, signedIn.personId, await hashPassword(input.next), false);
  await store.deleteSessionsOf(work.tx, signedIn.personId, signedIn.tokenHash);
  await recordAudit(actingAs(work, signedIn), "session.change-password", subjectOf(signedIn));
  return true;
}

export function presentSession(signedIn: SignedIn): Session {
  return {
    person: {
      id: signedIn.personId,
      login: signedIn.login,
      displayName: signedIn.displayName,
      mustChangePassword: signedIn.mustChangePassword,
    },
    demo: signedIn.demo,
    grants: signedIn.grants.map(presentGrant),
    acting: signedIn.acting && {
      ...presentGrant(signedIn.acting),
      permissions: [...permissionsOf(signedIn.acting.role)],
      rows: rowsSeenBy(signedIn.acting),
    },
  };
}

function rowsSeenBy(actor: Actor): RowsSeen {
  if (!can(actor, "household.list")) return "none";
  return actor.helperId === null ? "all" : "own";
}

function presentGrant(actor: Actor) {
  return { id: actor.grantId ?? "", role: actor.role, areaCode: actor.areaCode };
}

function actingAs(work: Work, signedIn: SignedIn): Work {
  return { ...work, actor: signedIn.acting ?? { ...work.actor, personId: signedIn.personId } };
}

function subjectOf(signedIn: SignedIn) {
  const area = signedIn.acting?.areaCode ?? wholeCountryCode;
  return { kind: "person", id: signedIn.personId, area };
}

function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** A helper of whom the register knows nothing is nobody's helper: he sees no household, instead of all of them. */
function helperOf(grant: { role: string; helper_id: string | null }): string | null {
  return grant.helper_id ?? (grant.role === "helper" ? NIL : null);
}
