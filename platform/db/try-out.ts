/** Doing work only to see what would follow: whatever it writes is taken back. */
import { sql } from "kysely";
import type { Tx } from "./database.ts";

/** Runs `work` and takes back all it wrote, also when it throws; the transaction goes on as before. */
export async function tryOut<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint try_out`.execute(tx);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint try_out`.execute(tx);
  }
}
