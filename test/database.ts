/** Databases for tests on the server of the run (global-setup.ts). Both are empty and owned by `jingzhun_owner`. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { ensureDatabase } from "../platform/postgres/roles.ts";

export interface TestServer {
  /** Database `postgres`, as superuser. */
  superuserUrl: string;
  ownerUrl(database: string): string;
  appUrl(database: string): string;
}

export interface ScratchDatabase {
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

export function testServer(): TestServer {
  const { superuserUrl, ownerPassword, appPassword } = inject("testServer");
  const urlFor = (role: string, password: string) => (database: string) => {
    const url = new URL(superuserUrl);
    url.username = role;
    url.password = password;
    url.pathname = `/${database}`;
    return url.href;
  };
  return {
    superuserUrl,
    ownerUrl: urlFor("jingzhun_owner", ownerPassword),
    appUrl: urlFor("jingzhun_app", appPassword),
  };
}

/** A fresh empty database; what is not dropped by the test is dropped at the end of the run. */
export async function createScratchDatabase(name = randomUUID().slice(0, 8)): Promise<ScratchDatabase> {
  const database = `${inject("testServer").scratchPrefix}${name}`;
  await asSuperuser((client) => ensureDatabase(client, database));
  const server = testServer();
  return {
    ownerUrl: server.ownerUrl(database),
    appUrl: server.appUrl(database),
    drop: () =>
      asSuperuser(async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
      }),
  };
}

let shared: Promise<{ ownerUrl: string; appUrl: string }> | undefined;

/** The one database that all tests of a file share. */
export function testDatabase(): Promise<{ ownerUrl: string; appUrl: string }> {
  shared ??= createScratchDatabase();
  return shared;
}

async function asSuperuser(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: testServer().superuserUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
