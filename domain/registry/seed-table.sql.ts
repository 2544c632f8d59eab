/** Written by the owner only. */
import type { Tx } from "../../platform/db/database.ts";

export async function findSeedHash(owner: Tx, name: string): Promise<string | undefined> {
  const row = await owner
    .selectFrom("registry.seed_table")
    .select("hash")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.hash;
}

export async function saveSeedHash(owner: Tx, name: string, hash: string): Promise<void> {
  await owner
    .insertInto("registry.seed_table")
    .values({ name, hash })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ hash }))
    .execute();
}
