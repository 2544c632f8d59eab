/** The register's steps, 25k to 1m households, beside DuckDB on the same rows or plain SQL. */
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { applyPolicies } from "../domain/verdicts/policy-apply.ts";
import { type Database, openDatabase } from "../platform/db/database.ts";
import { migrate } from "../platform/db/migrate.ts";
import { startPostgres } from "../platform/postgres/start.ts";
import { makeKeys } from "../platform/secrets/key-ring.ts";
import { installKeys } from "../platform/secrets/secrets.ts";
import { measure } from "./cpu.ts";
import { type Dataset, makeDataset } from "./dataset.ts";
import { loadPeer, loadRegister } from "./load.ts";
import { type Peer, openPeer } from "./peer.ts";
import { peerSteps } from "./peer-steps.ts";
import { dropKeys } from "./schema-pause.ts";
import { singleCalls } from "./single-calls.ts";
import { type StepResult, stepOf } from "./step.ts";

const cache = join(import.meta.dirname, "../.cache");

export interface Bench {
  dataset: Dataset;
  owner: pg.Client;
  app: Database;
  peer: Peer;
  postmaster: number;
  report: (step: StepResult) => void;
}

export async function runRegisterBench(
  households: number,
  report: (step: StepResult) => void,
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
  const app = openDatabase(withDatabase(server.appUrl), 4);
  const postmaster = Number(
    readFileSync(join(cache, "bench-postgres/pg/postmaster.pid"), "utf8").split("\n")[0],
  );
  const dataset = await makeDataset(peer, join(cache, "bench-data"), households);
  const bench: Bench = { dataset, owner, app, peer, postmaster, report };
  try {
    await loadSteps(bench);
    await evaluationSteps(bench);
    await singleCalls(bench);
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

async function loadSteps(bench: Bench): Promise<void> {
  const { dataset, owner, peer, postmaster, report } = bench;
  const peerLoad = await measure(undefined, () => loadPeer(peer, dataset));
  const putBack = await dropKeys(owner);
  const load = await measure(postmaster, () => loadRegister(owner, dataset));
  report(stepOf("load", dataset.households, load, { ...peerLoad, name: "DuckDB" }));
  report(
    stepOf(
      "index",
      dataset.households,
      await measure(postmaster, async () => {
        await putBack();
        // What autovacuum would do in the middle of the next steps.
        await owner.query("vacuum (analyze)");
      }),
    ),
  );
}

const evaluationFunctions = [
  ["facts", "rebuild_facts"],
  ["rules", "rebuild_verdicts"],
  ["member-rules", "rebuild_member_verdicts"],
] as const;

async function evaluationSteps(bench: Bench): Promise<void> {
  const { dataset, owner, peer, postmaster, report } = bench;
  await owner.query("set jingzhun.area_low = '000000000000'; set jingzhun.area_high = '999999999999'");
  const peers = await peerSteps(owner, peer, dataset.year, dataset.counties[0] ?? "");
  const each = async (call: string): Promise<void> => {
    for (const county of dataset.counties)
      await owner.query(`select verdicts.${call}`, [county, dataset.year]);
  };
  for (const [step, call] of evaluationFunctions) {
    const own = await measure(postmaster, () => each(`${call}($1, $2)`));
    const peerWork = peers[step];
    const beside = peerWork && (await measure(undefined, peerWork));
    report(stepOf(step, dataset.households, own, beside && { ...beside, name: "DuckDB" }));
  }
  const own = await measure(postmaster, () => each("rebuild_rollup($1, $2, gen_random_uuid())"));
  const beside = await measure(undefined, peers.rollup);
  report(stepOf("rollup", dataset.households, own, { ...beside, name: "DuckDB" }));
  const members = await measure(postmaster, () => each("rebuild_member_rollup($1, $2)"));
  report(stepOf("member-rollup", dataset.households, members));
  await owner.query(`insert into verdicts.evaluation (county_code, id, area_code, year, policy_version, households, persons, finished_at)
    select county_code, evaluation_id, area_code, year, 'bench', households, persons, now() from verdicts.rollup where level = 3`);
}
