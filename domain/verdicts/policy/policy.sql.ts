/** The policy tables: read by the app, written by the owner at `policy apply`. */
import type { Selectable } from "kysely";
import type { VerdictsLine, VerdictsRule, VerdictsStandard } from "../../../db/tables.ts";
import type { Tx } from "../../../platform/db/database.ts";

export type RuleRow = Selectable<VerdictsRule>;
export type StandardRow = Selectable<VerdictsStandard>;
export type LineRow = Selectable<VerdictsLine>;

export async function listRules(tx: Tx): Promise<RuleRow[]> {
  return tx.selectFrom("verdicts.rule").selectAll().orderBy("unit").orderBy("ordinal").execute();
}

export async function findRule(tx: Tx, id: string): Promise<RuleRow | undefined> {
  return tx.selectFrom("verdicts.rule").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function listStandards(tx: Tx): Promise<StandardRow[]> {
  return tx.selectFrom("verdicts.standard").selectAll().orderBy("id").execute();
}

/** Lines by kind, newest year first, the country before its places. */
export async function listLines(tx: Tx): Promise<LineRow[]> {
  return tx
    .selectFrom("verdicts.line")
    .selectAll()
    .orderBy("kind", "desc")
    .orderBy("year", "desc")
    .orderBy("scope")
    .execute();
}

/** The version of the policies in force: one hash over the versions of all rules, lines and standards. */
export async function findAppliedPolicyVersion(tx: Tx): Promise<string | undefined> {
  const row = await tx.selectFrom("verdicts.policy_state").select("version").executeTakeFirst();
  return row?.version;
}
