/**
 * Databases for tests on the server of the run (global-setup.ts), owned by `jingzhun_owner`: empty ones, and copies of a
 * template that is prepared once a run.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { ensureDatabase } from "../platform/postgres/roles.ts";
import { prepareTemplate } from "./template.ts";

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

/** The database that all tests of a file share: migrated, with what template.ts puts in. Dropped at the end of the run. */
export function testDatabase(): Promise<{ ownerUrl: string; appUrl: string }> {
  shared ??= copyOfTemplate();
  return shared;
}

async function copyOfTemplate(): Promise<{ ownerUrl: string; appUrl: string }> {
  const prefix = inject("testServer").scratchPrefix;
  const template = `${prefix}template`;
  const copy = `${prefix}${randomUUID().slice(0, 8)}`;
  await asSuperuser(async (client) => {
    // Test files run in parallel: the first prepares the template, the others wait. The lock ends with the connection.
    await client.query("select pg_advisory_lock(hashtext($1))", [template]);
    const known = await client.query("select from pg_database where datname = $1", [template]);
    if (known.rowCount === 0) await makeTemplate(client, template);
    const [from, to] = [template, copy].map((name) => client.escapeIdentifier(name));
    await client.query(`create database ${to} template ${from} owner jingzhun_owner`);
    await ensureDatabase(client, copy);
  });
  const server = testServer();
  return { ownerUrl: server.ownerUrl(copy), appUrl: server.appUrl(copy) };
}

/** Prepared under another name, so that a half-made template is never copied. */
async function makeTemplate(client: pg.Client, template: string): Promise<void> {
  const unfinished = `${template}_new`;
  await client.query(`drop database if exists ${client.escapeIdentifier(unfinished)} with (force)`);
  await ensureDatabase(client, unfinished);
  await prepareTemplate(testServer().ownerUrl(unfinished));
  await client.query(
    `alter database ${client.escapeIdentifier(unfinished)} rename to ${client.escapeIdentifier(template)}`,
  );
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
