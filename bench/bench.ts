/** What every suite works in: a dataset, a fresh database with policies, and a peer beside it. */
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { applyPolicies } from "../domain/verdicts/policy/policy-apply.ts";
import { type Database, openDatabase } from "../platform/db/database.ts";
import { migrate } from "../platform/db/migrate.ts";
import { startPostgres } from "../platform/postgres/start.ts";
import { makeKeys } from "../platform/secrets/key-ring.ts";
import { installKeys } from "../platform/secrets/secrets.ts";
import { type Dataset, makeDataset } from "./dataset.ts";
import { type Peer, openPeer } from "./peer.ts";
import type { StepResult } from "./step.ts";

export const cache = join(import.meta.dirname, "../.cache");

export interface Bench {
  dataset: Dataset;
  owner: pg.Client;
  app: Database;
  appUrl: string;
  peer: Peer;
  postmaster: number;
  report: (step: StepResult) => void;
}

export async function withBench(
  households: number,
  report: (step: StepResult) => void,
  use: (bench: Bench) => Promise<void>,
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const server = await startPostgres({ dataDir: join(cache, "bench-postgres") });
  const ownerUrl = await freshDatabase(server.superuserUrl, server.ownerUrl);
  await migrate(ownerUrl);
  await applyPolicies(ownerUrl);
  installKeys(makeKeys());
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const peer = await openPeer();
  const appUrl = withDatabase(server.appUrl);
  const app = openDatabase(appUrl, 4);
  const postmaster = Number(
    readFileSync(join(cache, "bench-postgres/pg/postmaster.pid"), "utf8").split("\n")[0],
  );
  const dataset = await makeDataset(peer, join(cache, "bench-data"), households);
  try {
    await use({ dataset, owner, app, appUrl, peer, postmaster, report });
  } finally {
    await app.close();
    await owner.end();
    if (server.started) await server.stop();
  }
}

const databaseName = "bench";

function withDatabase(url: string): string {
  return url.replace(/\/[^/]*$/, `/${databaseName}`);
}

async function freshDatabase(superuserUrl: string, ownerUrl: string): Promise<string> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(`drop database if exists ${databaseName} with (force)`);
  await superuser.query(`create database ${databaseName} owner jingzhun_owner`);
  await superuser.end();
  return withDatabase(ownerUrl);
}
