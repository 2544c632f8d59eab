/**
 * Which process works on a task: it holds an advisory lock while it lives, so a killed one lets go by itself. That is how
 * a dead worker's tasks are told from those of a living one, on this machine or on another.
 */
import type pg from "pg";
import { type Database, wholeCountry } from "../db/database.ts";
import * as store from "./task.sql.ts";

/** Holds a task on a connection of its own until the returned function is called; undefined when another one holds it. */
export async function holdTask(pool: pg.Pool, taskId: string): Promise<(() => Promise<void>) | undefined> {
  const client = await pool.connect();
  const { rows } = await client.query<{ held: boolean }>(
    "select pg_try_advisory_lock(hashtextextended($1, 0)) as held",
    [taskId],
  );
  if (!rows[0]?.held) {
    client.release();
    return undefined;
  }
  // Ending the connection lets go in every case, also when the unlock could not be sent.
  return async () => client.release(true);
}

/** Gives the tasks of dead workers back to the queue; returns how many. */
export async function freeAbandonedTasks(database: Database, pool: pg.Pool): Promise<number> {
  const inTransaction = <T>(use: Parameters<typeof database.transaction<T>>[2]) =>
    database.transaction(wholeCountry, { readOnly: false }, use);
  const abandoned: string[] = [];
  for (const { taskId, worker } of await inTransaction(store.listTaken)) {
    const release = await holdTask(pool, taskId);
    if (!release) continue;
    abandoned.push(worker);
    await release();
  }
  if (abandoned.length > 0) await inTransaction((tx) => store.releaseWorkers(tx, abandoned));
  return abandoned.length;
}
