import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, afterEach, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { machineClock } from "../clock.ts";
import { openDatabase, wholeCountry } from "../db/database.ts";
import type { Tx } from "../db/database.ts";
import { createLog } from "../log.ts";
import { taskProblems } from "./task.problems.ts";
import { type Chore, type Worker, startWorker } from "./run-worker.ts";
import type { Task, TaskFailure, TaskHandler } from "./task.ts";
import { getTask, listTasks, startWork } from "./task.service.ts";

const { appUrl } = await testDatabase();
const database = openDatabase(appUrl, 3);
const personId = "00000000-0000-7000-8000-000000000001";
let workers: Worker[] = [];

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});
afterAll(() => database.close());

function inScope<T>(
  use: (tx: Tx) => Promise<T>,
  areaLow = wholeCountry.areaLow,
  areaHigh = wholeCountry.areaHigh,
) {
  return database.transaction({ areaLow, areaHigh }, { readOnly: false }, use);
}

function enqueue(kind: string, input: unknown = {}): Promise<string> {
  return inScope((tx) => startWork(tx, new Date(), { kind, areaCode: "411702000000", personId, input }));
}

async function work(
  handlers: Record<string, TaskHandler>,
  failures: Record<string, TaskFailure> = {},
  chores: Record<string, Chore> = {},
  choresAtStart: string[] = [],
): Promise<void> {
  const log = createLog("silent");
  const parts = { appUrl, database, handlers, failures, chores, choresAtStart, clock: machineClock, log };
  workers.push(await startWorker(parts));
}

async function waitFor(id: string, isReached: (task: Task) => boolean): Promise<Task> {
  for (;;) {
    const task = await inScope((tx) => getTask(tx, id));
    if (isReached(task)) return task;
    await pause(50);
  }
}

const hasEnded = (task: Task) => task.state === "done" || task.state === "failed";

test("a task runs after the commit, shows how far it is, and keeps its result", async () => {
  const seen: unknown[] = [];
  const id = await enqueue("test.count", { upTo: 3 });
  expect(await inScope((tx) => getTask(tx, id))).toMatchObject({ state: "waiting", done: 0, total: 0 });
  await work({
    "test.count": async (task, progress) => {
      await progress.report(2, 3);
      const shown = await inScope((tx) => getTask(tx, task.id));
      seen.push(task.input, shown.state, shown.done, shown.total);
      return { counted: 3 };
    },
  });
  expect(await waitFor(id, hasEnded)).toMatchObject({ state: "done", result: { counted: 3 }, problem: null });
  expect(seen).toEqual([{ upTo: 3 }, "running", 2, 3]);
  expect((await inScope((tx) => listTasks(tx, personId))).map((task) => task.id)).toContain(id);
});

test("a daily chore that was missed while no worker ran is done at the next start, once", async () => {
  const missed = new Date(Date.now() - 2 * 86_400_000);
  await inScope((tx) =>
    sql`insert into graphile_worker._private_known_crontabs (identifier, known_since)
      values ('test.sweep', ${missed})`.execute(tx),
  );
  let done = 0;
  const sweep = async () => void done++;
  await work({ "test.nothing": async () => null }, {}, { "test.sweep": sweep });
  while (done === 0) await pause(50);
  await Promise.all(workers.map((worker) => worker.stop()));
  await work({ "test.nothing": async () => null }, {}, { "test.sweep": sweep });
  await waitFor(await enqueue("test.nothing"), hasEnded);
  expect(done).toBe(1);
});

test("a chore of the start is done at each start, and is told to end between two steps", async () => {
  const signals: AbortSignal[] = [];
  const sweep = async (signal: AbortSignal) => void signals.push(signal);
  for (const started of [1, 2]) {
    await work({}, {}, { "test.each-start": sweep }, ["test.each-start"]);
    while (signals.length < started) await pause(50);
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
});

test("a long chore is done once, though another worker starts meanwhile and looks for what dead ones left", async () => {
  let begun = 0;
  const { promise: told, resolve: tell } = Promise.withResolvers<void>();
  const chores = { "test.long": async () => ((begun += 1), told) };
  await work({}, {}, chores, ["test.long"]);
  while (begun === 0) await pause(50);
  await work({ "test.beside": async () => null }, {}, chores, ["test.long"]);
  await waitFor(await enqueue("test.beside"), hasEnded);
  expect(begun).toBe(1);
  tell();
});

test("work of a transaction that is rolled back never starts", async () => {
  let id = "";
  const failing = inScope(async (tx) => {
    id = await startWork(tx, new Date(), {
      kind: "test.never",
      areaCode: "411702000000",
      personId,
      input: {},
    });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  const ran: string[] = [];
  await work({
    "test.never": async (task) => ran.push(task.id),
    "test.after": async () => null,
  });
  await waitFor(await enqueue("test.after"), hasEnded);
  expect(ran).toEqual([]);
  await expect(inScope((tx) => getTask(tx, id))).rejects.toMatchObject({ code: "task.not-found" });
});

test("a problem ends a task and is written down with both sentences; it is not tried again", async () => {
  let attempts = 0;
  const id = await enqueue("test.problem");
  await work({
    "test.problem": () => {
      attempts += 1;
      throw taskProblems["task.not-found"]();
    },
  });
  const task = await waitFor(id, hasEnded);
  expect(task.state).toBe("failed");
  expect(task.problem).toMatchObject({ code: "task.not-found", zh: expect.stringContaining("任务") });
  expect(attempts).toBe(1);
});

test("who waits for a task hears of its failure: by a problem, and when the last attempt was used up by a dead worker", async () => {
  const told: [string, string][] = [];
  const hear: TaskFailure = async (task, { code }) => void told.push([task.id, code]);
  const dead = await enqueue("test.dead");
  await inScope((tx) =>
    sql`select graphile_worker.permanently_fail_jobs(array(select id from graphile_worker.jobs where key = ${dead}), 'gone')`.execute(
      tx,
    ),
  );
  const refused = await enqueue("test.refused");
  const handlers = {
    "test.dead": async () => null,
    "test.refused": () => Promise.reject(taskProblems["task.not-found"]()),
  };
  await work(handlers, { "test.dead": hear, "test.refused": hear });
  await waitFor(refused, hasEnded);
  expect(told).toEqual([
    [dead, "task.given-up"],
    [refused, "task.not-found"],
  ]);
  expect((await waitFor(dead, hasEnded)).state).toBe("failed");
});

test("anything else is tried again, and goes on from what was kept", async () => {
  const kept: unknown[] = [];
  const id = await enqueue("test.flaky");
  await work({
    "test.flaky": async (task, progress) => {
      kept.push(task.result);
      if (kept.length > 1) return { finished: ["first", "second"] };
      await progress.report(1, 2, { finished: ["first"] });
      throw new Error("the network went away");
    },
  });
  expect(await waitFor(id, hasEnded)).toMatchObject({
    state: "done",
    result: { finished: ["first", "second"] },
  });
  expect(kept).toEqual([null, { finished: ["first"] }]);
});

test("the task of a worker that was killed is taken up by the next one", async () => {
  const id = await enqueue("test.hang");
  const script = join(import.meta.dirname, "hang-in-child.ts");
  const child = spawn(process.execPath, [script, appUrl], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await inScope((tx) => getTask(tx, id))).toMatchObject({ state: "running", done: 1, total: 2 });
  await work({ "test.hang": async (task) => ({ wentOnFrom: task.result }) });
  expect(await waitFor(id, hasEnded)).toMatchObject({
    state: "done",
    result: { wentOnFrom: { finished: ["first"] } },
  });
});

test("a task outside the area is not found", async () => {
  const id = await enqueue("test.elsewhere");
  const elsewhere = inScope((tx) => getTask(tx, id), "621022000000", "621022999999");
  await expect(elsewhere).rejects.toMatchObject({ code: "task.not-found" });
});
