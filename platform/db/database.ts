/** The door to PostgreSQL: transactions under a scope of area, and nothing else. */
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Tables } from "../../db/tables.ts";
import "./value-parsers.ts";

declare const insideTransaction: unique symbol;

/** The only database handle that domain code ever sees: it cannot escape its transaction. */
export type Tx = Omit<Kysely<Tables>, "transaction" | "startTransaction" | "connection" | "destroy"> & {
  readonly [insideTransaction]: true;
};

/** What a transaction may see: the range of 12-digit area codes, both ends included. */
export interface Scope {
  areaLow: string;
  areaHigh: string;
}

export interface Database {
  /** Runs `work` in one transaction under `scope`; commits when it resolves, rolls back when it throws. */
  transaction<T>(scope: Scope, options: { readOnly: boolean }, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const clients = new WeakMap<object, pg.PoolClient>();

/** The driver's client behind a transaction, for COPY and named statements in `platform/db` only. */
export function clientOf(tx: Tx): pg.PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error("This handle is not a transaction of platform/db");
  return client;
}

/** Wraps one connection that stands in a transaction. */
export function transactionOn(client: pg.PoolClient): Tx {
  const single = {
    connect: () => Promise.resolve({ query: client.query.bind(client), release: () => undefined }),
    end: () => Promise.resolve(),
  };
  const tx = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: single as unknown as pg.Pool }) });
  clients.set(tx, client);
  return tx as unknown as Tx;
}

/** Says what this transaction may see. Digits only, so the literals are safe; SET reaches Citus workers too. */
export async function setScope(client: pg.PoolClient, scope: Scope): Promise<void> {
  await client.query(scopeStatements(scope));
}

function scopeStatements(scope: Scope): string {
  for (const code of [scope.areaLow, scope.areaHigh]) {
    if (!/^\d{12}$/.test(code)) throw new Error("A scope is two codes of 12 digits");
  }
  return `set local jingzhun.area_low = '${scope.areaLow}'; set local jingzhun.area_high = '${scope.areaHigh}'`;
}

/** Opens a pool. `maxConnections` is per process. */
export function openDatabase(url: string, maxConnections = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, application_name: "jingzhun" });
  // A connection that breaks (server restart) must not end the process, whether it idles or works: a running query
  // rejects, and the next one opens a new connection.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    async transaction(scope, options, work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        // One round trip: no statement can run between the begin and its scope.
        await client.query(`${options.readOnly ? "begin read only" : "begin"}; ${scopeStatements(scope)}`);
        const result = await work(transactionOn(client));
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** Everything: for the migrations' own checks and for system actors that act for the whole country. */
export const wholeCountry: Scope = { areaLow: "000000000000", areaHigh: "999999999999" };

/** Refuses a role that could step around row-level security. @throws Error naming what is wrong */
export async function assertPlainRole(database: Database): Promise<void> {
  const result = await database.transaction(wholeCountry, { readOnly: true }, (tx) =>
    sql<{ unsafe: boolean; owned: string | null }>`
      select rolsuper or rolbypassrls as unsafe,
        (select min(c.oid::regclass::text) from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')
          and c.relpersistence <> 't') as owned
      from pg_roles r where rolname = current_user`.execute(tx),
  );
  const role = result.rows[0];
  if (!role || role.unsafe || role.owned) {
    throw new Error(
      `DATABASE_URL must name a role that owns nothing and cannot bypass row security (${role?.owned ?? "superuser"})`,
    );
  }
}
