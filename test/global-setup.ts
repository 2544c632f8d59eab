/**
 * One PostgreSQL for the whole test run: our embedded one below `.cache`, or, with JINGZHUN_TEST_SERVER_URL (a superuser
 * on a server ≥ 15), an external one. Several runs of one checkout share the embedded server; the last one stops it.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { processState } from "../platform/postgres/processes.ts";
import { ensureRoles } from "../platform/postgres/roles.ts";
import { startPostgres, stopPostgres } from "../platform/postgres/start.ts";

export interface TestServerAddress {
  /** Database `postgres`. */
  superuserUrl: string;
  ownerPassword: string;
  appPassword: string;
  /** Scratch databases of this run begin with it. */
  scratchPrefix: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServerAddress;
  }
}

const cache = join(import.meta.dirname, "..", ".cache");
const dataDir = join(cache, "test-postgres");
const users = join(cache, "test-postgres-users");

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratchPrefix = `scratch_${process.pid}_${randomUUID().slice(0, 8)}_`;
  const external = process.env["JINGZHUN_TEST_SERVER_URL"];
  const server = external ? await useExternalServer(external) : await useEmbeddedServer();
  project.provide("testServer", { ...server, scratchPrefix });
  return async () => {
    await dropScratchDatabases(server.superuserUrl, (name) => name.startsWith(scratchPrefix));
    if (!external) await leaveEmbeddedServer();
  };
}

async function useEmbeddedServer() {
  mkdirSync(users, { recursive: true });
  // Before the start: whoever decides to stop the server must already see us.
  writeFileSync(join(users, String(process.pid)), "");
  const server = await startPostgres({
    dataDir,
    // Nothing here must survive a power cut.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB" },
  });
  await dropScratchDatabases(server.superuserUrl, isOfDeadRun);
  return {
    superuserUrl: server.superuserUrl,
    ownerPassword: new URL(server.ownerUrl).password,
    appPassword: new URL(server.appUrl).password,
  };
}

async function leaveEmbeddedServer(): Promise<void> {
  rmSync(join(users, String(process.pid)), { force: true });
  await stopPostgres(dataDir, () => otherUsers().length === 0);
}

function otherUsers(): number[] {
  const pids = readdirSync(users).map(Number);
  return pids.filter((pid) => pid !== process.pid && processState(pid) === "running");
}

/** Passwords follow from the address, so that parallel runs on one server agree. */
async function useExternalServer(superuserUrl: string) {
  const password = (role: string) =>
    createHash("sha256").update(`${role} ${superuserUrl}`).digest("base64url");
  const passwords = { ownerPassword: password("owner"), appPassword: password("app") };
  await withClient(superuserUrl, async (client) => {
    await ensureRoles(client, passwords);
    await client.query(`alter role jingzhun_owner password ${client.escapeLiteral(passwords.ownerPassword)}`);
    await client.query(`alter role jingzhun_app password ${client.escapeLiteral(passwords.appPassword)}`);
  });
  return { superuserUrl, ...passwords };
}

/** The name of a scratch database says which run made it. */
function isOfDeadRun(name: string): boolean {
  return processState(Number(name.split("_")[1])) !== "running";
}

async function dropScratchDatabases(superuserUrl: string, isDue: (name: string) => boolean): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, 'scratch_')",
    );
    for (const { datname } of rows.filter((row) => isDue(row.datname))) {
      await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
    }
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
