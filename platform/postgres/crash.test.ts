import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, test } from "vitest";
import { asRoot, clearScenes, makeScene, query, startInChild, until, waitForEnd } from "./scene.ts";
import type { StartedChild } from "./scene.ts";
import { listServerProcesses } from "./processes.ts";
import { findRunningPostgres, startPostgres, stopPostgres } from "./start.ts";

const scene = makeScene();
const dataDir = join(scene, "data");
const fresh = join(scene, "fresh");
afterAll(() => clearScenes(dataDir, fresh));

function runningIn(start: StartedChild) {
  if (!("running" in start.said)) throw new Error(start.said.sentence);
  return start.said.running;
}

async function serverPid(): Promise<number> {
  const running = await findRunningPostgres(dataDir);
  if (!running) throw new Error("no server is running");
  return running.pid;
}

test("a server whose parent was killed goes on and is adopted with its data", async () => {
  const parent = await startInChild(dataDir);
  const { ownerUrl, port, started } = runningIn(parent);
  expect(started).toBe(true);
  await query(ownerUrl, "create table kept as select 7 as number");
  const ended = waitForEnd(parent.child);
  parent.child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
  const server = await startPostgres({ dataDir });
  expect(server).toMatchObject({ started: false, port });
  expect(await query(server.ownerUrl, "select number from kept")).toEqual([{ number: 7 }]);
});

test("no acknowledged row is lost when the server is killed during writes", async () => {
  const { ownerUrl } = await startPostgres({ dataDir });
  await query(ownerUrl, "create table row_seen (id bigint primary key)");
  const file = join(scene, "acknowledged");
  writeFileSync(file, "");
  const writer = spawn(process.execPath, [join(import.meta.dirname, "write-rows.ts"), ownerUrl, file]);
  const written = waitForEnd(writer);
  const acknowledged = () => readFileSync(file, "utf8").trim().split("\n").map(Number);
  await until(() => acknowledged().length >= 200);
  process.kill(await serverPid(), "SIGKILL");
  await written;
  const server = await startPostgres({ dataDir });
  expect(server.started).toBe(true);
  const ids = new Set((await query(server.ownerUrl, "select id::int from row_seen")).map(({ id }) => id));
  expect(acknowledged().filter((id) => !ids.has(id))).toEqual([]);
});

test("a backend that outlives its killed server does not block the restart", async () => {
  const { ownerUrl } = await startPostgres({ dataDir });
  const busy = query(ownerUrl, "select count(*) from generate_series(1, 1e12::bigint) as busy").catch(
    () => "cut",
  );
  await query(
    ownerUrl,
    `do $$ begin
       while not exists (select from pg_stat_activity where state = 'active' and query ~ 'as busy' and pid <> pg_backend_pid()) loop
         perform pg_stat_clear_snapshot(), pg_sleep(0.01);
       end loop;
     end $$`,
  );
  process.kill(await serverPid(), "SIGKILL");
  const server = await startPostgres({ dataDir });
  expect(server.started).toBe(true);
  expect(await busy).toBe("cut");
  expect(await query(server.ownerUrl, "select number from kept")).toEqual([{ number: 7 }]);
});

test("a pid file that names an unrelated process or a zombie does not block the start", async () => {
  await stopPostgres(dataDir);
  const pidFile = join(dataDir, "pg", "postmaster.pid");
  // The shell hands its place to `sleep`, which never collects the child that has ended.
  const identity = asRoot ? { uid: 65534, gid: 65534 } : {};
  const careless = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 300"], { ...identity, cwd: "/" });
  const zombie = await new Promise<string>((resolve) => {
    createInterface({ input: careless.stdout }).once("line", resolve);
  });
  for (const pid of [process.pid, zombie]) {
    writeFileSync(pidFile, `${pid}\n${join(dataDir, "pg")}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    const server = await startPostgres({ dataDir });
    expect(server.started).toBe(true);
    await server.stop();
  }
  careless.kill("SIGKILL");
});

test("a lock left by a killed start is taken over", async () => {
  const dead = spawn("true");
  await waitForEnd(dead);
  writeFileSync(join(dataDir, "lock"), `${dead.pid} 1\n`);
  const server = await startPostgres({ dataDir });
  await server.stop();
  expect(existsSync(join(dataDir, "lock"))).toBe(false);
});

test("two first starts at once make one server that both use", async () => {
  const starts = await Promise.all([startInChild(fresh), startInChild(fresh)]);
  const servers = starts.map(runningIn);
  expect(servers.map(({ started }) => started).sort()).toEqual([false, true]);
  expect(servers[0]?.port).toBe(servers[1]?.port);
  await Promise.all(starts.map(({ end }) => end()));
  expect(await findRunningPostgres(fresh)).toBeUndefined();
});

test("a start that is killed while it makes the cluster leaves nothing in the way", async () => {
  const broken = join(scene, "broken");
  mkdirSync(broken, { mode: 0o755 });
  const parent = spawn(process.execPath, [join(import.meta.dirname, "start-in-child.ts"), broken]);
  const ended = waitForEnd(parent);
  await until(() => readdirSync(broken).some((name) => name.startsWith("pg.new-")));
  parent.kill("SIGKILL");
  await ended;
  const server = await startPostgres({ dataDir: broken });
  expect(await query(server.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
});

test("stopping leaves no process behind", async () => {
  const server = await startPostgres({ dataDir });
  await server.stop();
  expect(listServerProcesses(join(dataDir, "pg")) ?? []).toEqual([]);
});
