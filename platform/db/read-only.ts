/** Reading within a limit of time inside a transaction that writes something else. */
import { sql } from "kysely";
import type { Tx } from "./database.ts";

/**
 * Runs `work` so that the database refuses every write and stops each statement after the limit; afterwards the
 * transaction goes on as before. Undefined when time was up.
 */
export async function readWithin<T>(
  tx: Tx,
  milliseconds: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  await sql`savepoint read_within`.execute(tx);
  try {
    await sql`set transaction read only`.execute(tx);
    await sql`select set_config('statement_timeout', ${String(Math.ceil(milliseconds))}, true)`.execute(tx);
    return await work();
  } catch (error) {
    if (isTimeUp(error)) return undefined;
    throw error;
  } finally {
    await sql`rollback to savepoint read_within`.execute(tx);
  }
}

const queryCanceled = "57014";

function isTimeUp(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === queryCanceled;
}
