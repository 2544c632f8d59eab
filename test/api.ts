/**
 * The real server on a real database for tests: `await rolledBack(async (t) => { … })` sends requests as people of
 * chosen roles and places, and leaves nothing behind.
 */
import pg from "pg";
import { afterAll } from "vitest";
import { apiRoutes } from "../apps/api/routes.ts";
import { buildServer } from "../apps/api/server.ts";
import { insertGrant, insertPerson } from "../domain/access/person.sql.ts";
import type { RouteApp, Routes } from "../domain/access/routes.ts";
import type { PersonRole } from "../domain/access/person.contract.ts";
import { grantHeader, sessionCookie } from "../domain/access/door.ts";
import { startSession } from "../domain/access/session.service.ts";
import { systemWork, wholeCountryCode } from "../domain/access/system-work.ts";
import type { Work } from "../domain/access/work.ts";
import type { Database } from "../platform/db/database.ts";
import { newId } from "../platform/id.ts";
import { type Log, createLog } from "../platform/log.ts";
import { type Client, clientOf } from "./client.ts";
import { testDatabase } from "./database.ts";
import { savepointDatabase } from "./savepoint-database.ts";

export interface TestPerson {
  id: string;
  login: string;
  grantId: string;
  token: string;
}

export interface TestApi {
  app: RouteApp;
  database: Database;
  /** The time of the server; a test may move it. */
  clock: { now(): Date; set(now: Date): void };
  /** A person with one grant, already signed in. A data officer of 驿城区 unless told otherwise. */
  aPerson(wanted?: {
    role?: PersonRole;
    areaCode?: string;
    helperId?: string;
    login?: string;
  }): Promise<TestPerson>;
  as(person: TestPerson): Client;
  anyone: Client;
  /** Another server with routes of the test's own, on the same connection; the test closes it. */
  serving(
    routes: Routes,
    log?: Log,
  ): Promise<{ app: RouteApp; as(person: TestPerson): Client; anyone: Client }>;
  /** Work of the system actor on the test's connection, for builders. */
  asSystem<T>(use: (work: Work) => Promise<T>, areaCode?: string): Promise<T>;
}

const start = new Date("2026-03-02T04:00:00.000Z");

interface Shared {
  app: RouteApp;
  pool: pg.Pool;
  current: { database: Database | null; now: Date };
}

let shared: Promise<Shared> | undefined;

afterAll(async () => {
  const parts = await shared;
  await parts?.app.close();
  await parts?.pool.end();
});

/** Runs a test in one transaction that is rolled back. The server is built once a file. */
export async function rolledBack(test: (t: TestApi) => Promise<void>): Promise<void> {
  shared ??= open();
  const { app, pool, current } = await shared;
  const client = await pool.connect();
  try {
    await client.query("begin");
    current.database = savepointDatabase(client);
    current.now = start;
    await test(testApi(app, current.database, current));
  } finally {
    current.database = null;
    await client.query("rollback");
    client.release();
  }
}

async function open(): Promise<Shared> {
  const pool = new pg.Pool({ connectionString: (await testDatabase()).appUrl, max: 1 });
  const current: Shared["current"] = { database: null, now: start };
  const database: Database = {
    transaction(scope, options, work) {
      if (!current.database) throw new Error("Requests are sent inside rolledBack");
      return current.database.transaction(scope, options, work);
    },
    close: () => Promise.resolve(),
  };
  const clock = { now: () => current.now };
  const app = await buildServer({ database, clock, log: createLog("silent"), routes: apiRoutes() });
  return { app, pool, current };
}

function testApi(app: RouteApp, database: Database, current: { now: Date }): TestApi {
  const clock = { now: () => current.now, set: (now: Date) => (current.now = now) };
  const asSystem: TestApi["asSystem"] = (use, areaCode = wholeCountryCode) =>
    systemWork(database, areaCode, current.now, use);
  return {
    app,
    database,
    clock,
    asSystem,
    aPerson: (wanted = {}) => asSystem((work) => signedInPerson(work, wanted)),
    ...clientsOf(app),
    async serving(routes, log = createLog("silent")) {
      const other = await buildServer({ database, clock, log, routes: [routes] });
      return { app: other, ...clientsOf(other) };
    },
  };
}

function clientsOf(app: RouteApp) {
  const as = (person: TestPerson) =>
    clientOf(app, { cookie: `${sessionCookie}=${person.token}`, [grantHeader]: person.grantId });
  return { as, anyone: clientOf(app, {}) };
}

type Wanted = NonNullable<Parameters<TestApi["aPerson"]>[0]>;

/** Past the password, whose hash costs more than a test. */
async function signedInPerson(work: Work, wanted: Wanted): Promise<TestPerson> {
  const [id, grantId] = [newId(work.now), newId(work.now)];
  const login = wanted.login ?? `person-${id}`;
  await insertPerson(work.tx, { id, login, name: "测试人员", password_hash: null, created_at: work.now });
  await insertGrant(work.tx, {
    id: grantId,
    person_id: id,
    role: wanted.role ?? "countyDataOfficer",
    area_code: wanted.areaCode ?? "411702000000",
    helper_id: wanted.helperId ?? null,
    valid_from: "2020-01-01",
    valid_to: null,
  });
  return { id, login, grantId, token: await startSession(work, id) };
}
