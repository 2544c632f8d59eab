/** One attempt at one task: at most one process works on it, its state is always true, and its end is written once. */
import { type Database, wholeCountry } from "../db/database.ts";
import type { Tx } from "../db/database.ts";
import { Problem } from "../problem.ts";
import type { Clock } from "../clock.ts";
import type { Task, TaskFailure, TaskHandler, TaskProblem, TaskProgress } from "./task.ts";
import { taskProblems } from "./task.problems.ts";
import * as store from "./task.sql.ts";

export interface TaskDesk {
  database: Database;
  clock: Clock;
  /** By kind. */
  failures?: Record<string, TaskFailure>;
  /** Holds a task for this process until the returned function is called; undefined when another process holds it. */
  hold(taskId: string): Promise<(() => Promise<void>) | undefined>;
}

/**
 * Runs the handler unless the task has ended already. A Problem is the task's outcome and is not thrown.
 * @throws what the handler threw, so that the queue tries again; on the last attempt the task is marked failed first
 */
export async function runTask(
  desk: TaskDesk,
  taskId: string,
  handler: TaskHandler,
  attempt: { isLast: boolean; signal: AbortSignal },
): Promise<void> {
  const release = await desk.hold(taskId);
  if (!release) throw taskProblems["task.taken"]();
  try {
    const task = await inTransaction(desk, (tx) => store.findTaskRow(tx, taskId));
    if (!task || task.state === "done" || task.state === "failed") return;
    await change(desk, taskId, { state: "running" });
    const result = await handler(task, progressOf(desk, task, attempt.signal));
    await change(desk, taskId, { state: "done", result: result ?? null });
  } catch (error) {
    if (error instanceof Problem) return await fail(desk, taskId, written(error));
    if (attempt.isLast) await fail(desk, taskId, givenUp);
    else await change(desk, taskId, { state: "waiting" });
    throw error;
  } finally {
    await release();
  }
}

/** Marks tasks whose attempts ended without anybody left to say so. */
export async function markGivenUp(desk: TaskDesk): Promise<void> {
  const ids = await inTransaction(desk, store.listGivenUp);
  for (const id of ids) await fail(desk, id, givenUp);
}

const givenUp = written(taskProblems["task.given-up"]());

async function fail(desk: TaskDesk, taskId: string, problem: TaskProblem): Promise<void> {
  const task = await inTransaction(desk, (tx) => store.findTaskRow(tx, taskId));
  if (task) await desk.failures?.[task.kind]?.(task, problem);
  await change(desk, taskId, { state: "failed", problem });
}

function progressOf(desk: TaskDesk, task: Task, signal: AbortSignal): TaskProgress {
  return {
    signal,
    report: (done, total, kept) =>
      change(desk, task.id, { done, total, ...(kept !== undefined && { result: kept }) }),
  };
}

function change(desk: TaskDesk, id: string, to: store.TaskChange): Promise<void> {
  return inTransaction(desk, (tx) => store.updateTask(tx, id, desk.clock.now(), to));
}

function inTransaction<T>(desk: TaskDesk, use: (tx: Tx) => Promise<T>): Promise<T> {
  return desk.database.transaction(wholeCountry, { readOnly: false }, use);
}

function written(problem: Problem): TaskProblem {
  return { code: problem.code, zh: problem.zh, en: problem.en };
}
