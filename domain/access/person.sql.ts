/** Tables access.person and access.role_grant. Row security shows grants of the transaction's area only. */
import { type Insertable, sql } from "kysely";
import type { AccessPerson, AccessRoleGrant } from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";

export type GrantOfPersonRow = AccessRoleGrant & Pick<AccessPerson, "login" | "name" | "disabled_at">;

export async function insertPerson(tx: Tx, person: Insertable<AccessPerson>): Promise<void> {
  await tx.insertInto("access.person").values(person).execute();
}

export async function insertGrant(tx: Tx, grant: Insertable<AccessRoleGrant>): Promise<void> {
  await tx.insertInto("access.role_grant").values(grant).execute();
}

/** One row a grant in the area, also of grants that ended, by login. */
export async function listGrantsInArea(tx: Tx, personId?: string): Promise<GrantOfPersonRow[]> {
  let query = tx
    .selectFrom("access.role_grant as g")
    .innerJoin("access.person as p", "p.id", "g.person_id")
    .selectAll("g")
    .select(["p.login", "p.name", "p.disabled_at"])
    .orderBy("p.login")
    .orderBy("g.valid_from")
    .orderBy("g.id");
  if (personId !== undefined) query = query.where("p.id", "=", personId);
  return query.execute();
}

/** Those of the grants that lie in the area, each with the name of its person. */
export async function listActors(
  tx: Tx,
  grantIds: readonly string[],
): Promise<{ id: string; role: string; areaCode: string; name: string }[]> {
  if (grantIds.length === 0) return [];
  return tx
    .selectFrom("access.role_grant as g")
    .innerJoin("access.person as p", "p.id", "g.person_id")
    .select(["g.id", "g.role", "g.area_code as areaCode", "p.name"])
    .where("g.id", "in", grantIds)
    .execute();
}

/** True when all grants of the person that have not ended lie in the transaction's area. */
export async function isWithinScope(tx: Tx, personId: string, day: string): Promise<boolean> {
  const result = await sql<{ within: boolean }>`
    select access.person_within_scope(${personId}::uuid, ${day}::date) as within`.execute(tx);
  return result.rows[0]?.within ?? false;
}

/** Of people within the scope of the transaction. */
export async function listNames(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string; isHelper: boolean }[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("access.person as p")
    .select((eb) => [
      "p.id",
      "p.name",
      eb
        .exists(
          eb
            .selectFrom("access.role_grant as g")
            .select("g.id")
            .whereRef("g.person_id", "=", "p.id")
            .where("g.role", "=", "helper"),
        )
        .$castTo<boolean>()
        .as("isHelper"),
    ])
    .where("p.id", "in", ids)
    .execute();
}

export async function setDisabled(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx.updateTable("access.person").set({ disabled_at: at }).where("id", "=", personId).execute();
}

export async function setPasswordHash(
  tx: Tx,
  personId: string,
  hash: string,
  mustChange: boolean,
): Promise<void> {
  await tx
    .updateTable("access.person")
    .set({ password_hash: hash, must_change_password: mustChange })
    .where("id", "=", personId)
    .execute();
}
