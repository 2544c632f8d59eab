/** Tables of signing in: access.session with access.person and access.role_grant. */
import type { Insertable } from "kysely";
import type { AccessSession } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export interface SignedInRow {
  personId: string;
  login: string;
  name: string;
  mustChangePassword: boolean;
  expiresAt: Date;
  demo: boolean;
}

/** The data officer of the demo. Such accounts are made on a demo only, never on a real register. */
const demoLogin = "demo-county";

export interface GrantRow {
  id: string;
  role: string;
  area_code: string;
  helper_id: string | null;
}

export async function insertSession(tx: Tx, session: Insertable<AccessSession>): Promise<void> {
  await tx.insertInto("access.session").values(session).execute();
}

export async function findSignedIn(tx: Tx, tokenHash: Buffer, now: Date): Promise<SignedInRow | undefined> {
  return tx
    .selectFrom("access.session as s")
    .innerJoin("access.person as p", "p.id", "s.person_id")
    .select([
      "p.id as personId",
      "p.login",
      "p.name",
      "p.must_change_password as mustChangePassword",
      "s.expires_at as expiresAt",
    ])
    .select((select) =>
      select
        .exists(select.selectFrom("access.person as d").select("d.id").where("d.login", "=", demoLogin))
        .$castTo<boolean>()
        .as("demo"),
    )
    .where("s.token_hash", "=", tokenHash)
    .where("s.expires_at", ">", now)
    .where("p.disabled_at", "is", null)
    .executeTakeFirst();
}

/** Grants of a person that hold on `day`, the oldest first. */
export async function listGrantsOn(tx: Tx, personId: string, day: string): Promise<GrantRow[]> {
  return tx
    .selectFrom("access.role_grant")
    .select(["id", "role", "area_code", "helper_id"])
    .where("person_id", "=", personId)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("valid_from")
    .orderBy("id")
    .execute();
}

export async function findPersonByLogin(tx: Tx, login: string) {
  return tx
    .selectFrom("access.person")
    .select(["id", "password_hash"])
    .where("login", "=", login)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
}

export async function extendSession(tx: Tx, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await tx
    .updateTable("access.session")
    .set({ expires_at: expiresAt })
    .where("token_hash", "=", tokenHash)
    .execute();
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom("access.session").where("token_hash", "=", tokenHash).execute();
}

export async function deleteExpiredSessions(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .deleteFrom("access.session")
    .where("person_id", "=", personId)
    .where("expires_at", "<=", now)
    .execute();
}

/** Signs a person out everywhere, except in the browser of `kept`. */
export async function deleteSessionsOf(tx: Tx, personId: string, kept?: Buffer): Promise<void> {
  let query = tx.deleteFrom("access.session").where("person_id", "=", personId);
  if (kept) query = query.where("token_hash", "<>", kept);
  await query.execute();
}
