/** Starting long work and looking at it. The work itself is done by a worker (run-worker.ts). */
import type { Tx } from "../db/database.ts";
import { newId } from "../id.ts";
import type { NewTask, Task } from "./task.ts";
import { taskProblems } from "./task.problems.ts";
import * as store from "./task.sql.ts";

/** Enqueues work in the caller's transaction: it starts after the commit, and never when that rolls back. */
export async function startWork(tx: Tx, now: Date, task: NewTask): Promise<string> {
  const id = newId(now);
  await store.insertTask(tx, id, task, now);
  await store.addJob(tx, task.kind, id);
  return id;
}

/** @throws Problem task.not-found, also when its area is outside the scope of the transaction */
export async function getTask(tx: Tx, id: string): Promise<Task> {
  const task = await store.findTaskRow(tx, id);
  if (!task) throw taskProblems["task.not-found"]();
  return task;
}

/** A person's own tasks, newest first. */
export async function listTasks(tx: Tx, personId: string, limit = 50): Promise<Task[]> {
  return store.listTaskRows(tx, personId, limit);
}
