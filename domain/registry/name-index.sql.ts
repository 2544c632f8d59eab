/** The pinyin of names in table registry.member. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

export interface MemberName {
  county_code: string;
  id: string;
  name: string | null;
}

/** Locks them; those that somebody else writes are left for the next time. */
export async function listNamesWithoutPinyin(tx: Tx, limit: number): Promise<MemberName[]> {
  return tx
    .selectFrom("registry.member")
    .select(["county_code", "id", "name"])
    .where("name_pinyin", "is", null)
    .where("name", "is not", null)
    .orderBy("county_code")
    .orderBy("id")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function savePinyin(
  tx: Tx,
  members: readonly { county_code: string; id: string; pinyin: string; otherPinyin: string | null }[],
): Promise<void> {
  await sql`
    update registry.member m set name_pinyin = named.pinyin, name_pinyin_other = named.other
    from unnest(${members.map((one) => one.county_code)}::text[], ${members.map((one) => one.id)}::uuid[],
      ${members.map((one) => one.pinyin)}::text[], ${members.map((one) => one.otherPinyin)}::text[])
      named (county_code, id, pinyin, other)
    where m.county_code = named.county_code and m.id = named.id`.execute(tx);
}
