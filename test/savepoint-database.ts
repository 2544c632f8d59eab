/**
 * A Database for tests: every transaction is a savepoint on one connection, inside an outer transaction that is rolled
 * back at the end. Same rules as the real one: one scope a transaction, GET cannot write, a thrown error undoes all.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";
import { type Database, type Scope, setScope, transactionOn } from "../platform/db/database.ts";

interface Depth {
  level: number;
  scope: Scope;
}

export function savepointDatabase(client: pg.PoolClient): Database {
  const standing = new AsyncLocalStorage<Depth>();
  let last: Promise<unknown> = Promise.resolve();

  async function run<T>(scope: Scope, readOnly: boolean, depth: number, work: () => Promise<T>): Promise<T> {
    const name = `unit_${depth}`;
    await client.query(`savepoint ${name}`);
    try {
      if (readOnly) await client.query("set local transaction_read_only = on");
      await setScope(client, scope);
      const result = await standing.run({ level: depth, scope }, work);
      await client.query(`release savepoint ${name}`);
      return result;
    } catch (error) {
      await client.query(`rollback to savepoint ${name}; release savepoint ${name}`);
      throw error;
    }
  }

  return {
    transaction(scope, options, work) {
      const use = () => work(transactionOn(client));
      const outer = standing.getStore();
      if (outer) {
        return run(scope, options.readOnly, outer.level + 1, use).finally(() =>
          setScope(client, outer.scope),
        );
      }
      // Requests sent at once take turns on the one connection.
      const turn = last.then(() => run(scope, options.readOnly, 1, use));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: () => Promise.resolve(),
  };
}
