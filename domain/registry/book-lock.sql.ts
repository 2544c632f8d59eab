/** The lock between writers of a book and its evaluation. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

/**
 * Writers of a county's book hold this lock shared, an evaluation holds it alone, so that no edit is lost while facts are
 * swapped. Taken before the first write of the transaction.
 */
export async function lockBookForWriting(tx: Tx, county: string, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${county}::int, ${year})`.execute(tx);
}

/** An import compares a whole county and writes what differs: nobody may edit a household in between. */
export async function lockBookForImport(tx: Tx, county: string, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${county}::int, ${year})`.execute(tx);
}
