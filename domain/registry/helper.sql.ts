/** Table registry.helper, looked up one by one; an import reads and writes it by county. */
import type { Tx } from "../../platform/db/database.ts";

/** By id, or by the blind index of the phone number. */
export async function findHelperId(
  tx: Tx,
  county: string,
  by: { id: string } | { phoneIndex: Buffer },
): Promise<string | undefined> {
  const query = tx.selectFrom("registry.helper").select("id").where("county_code", "=", county);
  const found = "id" in by ? query.where("id", "=", by.id) : query.where("phone_index", "=", by.phoneIndex);
  return (await found.executeTakeFirst())?.id;
}
