/** A worker: takes tasks from the queue, several at a time, until it is told to stop. */
import { type CronItem, Logger, type Runner, parseCronItems, run } from "graphile-worker";
import pg from "pg";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/database.ts";
import type { Log } from "../log.ts";
import { freeAbandonedTasks, holdTask } from "./hold-task.ts";
import { type TaskDesk, markGivenUp, runTask } from "./run-task.ts";
import type { TaskFailure, TaskHandler } from "./task.ts";

/** Ends between two steps when it is told to; what is left is done the next time. */
export type Chore = (signal: AbortSignal) => Promise<void>;

export interface WorkerParts {
  /** Connection string of the app's role. */
  appUrl: string;
  database: Database;
  handlers: Record<string, TaskHandler>;
  /** By kind, for those whose failure somebody must hear of. */
  failures?: Record<string, TaskFailure>;
  /** By name: what is done once a day, and at the next start when the worker was not running then. */
  chores?: Record<string, Chore>;
  /** Names of chores that are done at each start, too. */
  choresAtStart?: readonly string[];
  clock: Clock;
  log: Log;
  /** Tasks at a time; 2 when absent. */
  concurrency?: number;
}

export interface Worker {
  /** Finishes or interrupts what is running; interrupted tasks go back to the queue. */
  stop(): Promise<void>;
  /** Settles when the worker has ended, by `stop` or by a failure. */
  ended: Promise<void>;
}

const sweepInterval = 60_000;

export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const concurrency = parts.concurrency ?? 2;
  // One connection a task holds its lock, a few more serve the queue.
  const pool = new pg.Pool({
    connectionString: parts.appUrl,
    max: concurrency * 2 + 3,
    application_name: "jingzhun-worker",
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const desk: TaskDesk = { ...parts, hold: (taskId) => holdTask(pool, taskId) };
  const sweep = async () => {
    const freed = await freeAbandonedTasks(parts.database, pool);
    if (freed > 0) parts.log.warn({ freed }, "tasks of dead workers were given back");
    await markGivenUp(desk);
  };
  await sweep();
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => parts.log.error({ err: error }, "sweep"));
  }, sweepInterval);
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    parsedCronItems: parseCronItems(Object.keys(parts.chores ?? {}).map(daily)),
    logger: quietLogger(parts.log),
    taskList: { ...taskList(desk, parts.handlers), ...choreList(desk, parts.chores ?? {}) },
    gracefulShutdownAbortTimeout: 1000,
  });
  for (const chore of parts.choresAtStart ?? []) await runner.addJob(chore, {}, { jobKey: chore });
  const ended = runner.promise.finally(async () => {
    clearInterval(timer);
    await pool.end();
  });
  return { stop: () => stopRunner(runner, ended), ended };
}

/** At 03:17 in China, in the queue's own UTC: late at night, and not when everybody's clock strikes. */
function daily(task: string): CronItem {
  return { task, match: "17 19 * * *", options: { backfillPeriod: 24 * 60 * 60 * 1000 } };
}

async function stopRunner(runner: Runner, ended: Promise<void>): Promise<void> {
  // It refuses to stop twice; the end is what counts.
  await runner.stop().catch(() => undefined);
  await ended.catch(() => undefined);
}

/** Held as tasks are: a long chore is not taken for a dead worker's, and no two workers do it at once. */
function choreList(desk: TaskDesk, chores: Record<string, Chore>) {
  const entries = Object.entries(chores).map(([name, chore]) => [
    name,
    async (_payload: unknown, { abortSignal }: { abortSignal: AbortSignal }) => {
      const release = await desk.hold(name);
      if (release) await chore(abortSignal).finally(release);
    },
  ]);
  return Object.fromEntries(entries);
}

function taskList(desk: TaskDesk, handlers: Record<string, TaskHandler>) {
  const entries = Object.entries(handlers).map(([kind, handler]) => [
    kind,
    async (_payload: unknown, { job, abortSignal }: { job: QueueJob; abortSignal: AbortSignal }) => {
      const attempt = { isLast: job.attempts >= job.max_attempts, signal: abortSignal };
      await runTask(desk, job.key ?? "", handler, attempt);
    },
  ]);
  return Object.fromEntries(entries);
}

interface QueueJob {
  key: string | null;
  attempts: number;
  max_attempts: number;
}

/** The queue's own lines, which can quote errors, shortened to their level and kind. */
function quietLogger(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    if (level === "debug" || level === "info") return;
    const error = meta?.["error"];
    log.warn({ scope, ...(error instanceof Error ? { err: error } : { message }) }, "queue");
  });
}
