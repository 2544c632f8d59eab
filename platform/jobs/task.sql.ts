/** Table job.task, and the queue of graphile-worker beside it. */
import { type Selectable, sql } from "kysely";
import type { JobTask } from "../../db/tables.ts";
import type { Tx } from "../db/database.ts";
import type { NewTask, Task, TaskProblem, TaskState } from "./task.ts";

/** How often a task is taken up again after something unforeseen. */
export const maxAttempts = 5;

export async function insertTask(tx: Tx, id: string, task: NewTask, now: Date): Promise<void> {
  await tx
    .insertInto("job.task")
    .values({
      id,
      kind: task.kind,
      area_code: task.areaCode,
      person_id: task.personId,
      state: "waiting",
      input: JSON.stringify(task.input),
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/** The job carries only the id: payloads of the queue stay free of business data. */
export async function addJob(tx: Tx, kind: string, taskId: string): Promise<void> {
  await sql`select from graphile_worker.add_job(${kind}, json_build_object('taskId', ${taskId}::text),
    job_key => ${taskId}, max_attempts => ${maxAttempts})`.execute(tx);
}

export async function findTaskRow(tx: Tx, id: string): Promise<Task | undefined> {
  const row = await tx.selectFrom("job.task").selectAll().where("id", "=", id).executeTakeFirst();
  return row && fromRow(row);
}

export async function listTaskRows(tx: Tx, personId: string, limit: number): Promise<Task[]> {
  const rows = await tx
    .selectFrom("job.task")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export interface TaskChange {
  state?: TaskState;
  done?: number;
  total?: number;
  result?: unknown;
  problem?: TaskProblem;
}

export async function updateTask(tx: Tx, id: string, now: Date, change: TaskChange): Promise<void> {
  const { result, problem, ...plain } = change;
  await tx
    .updateTable("job.task")
    .set({
      ...plain,
      ...(result !== undefined && { result: JSON.stringify(result) }),
      ...(problem && { problem: JSON.stringify(problem) }),
      updated_at: now,
    })
    .where("id", "=", id)
    .execute();
}

/** Tasks in the hands of a worker, with the mark of that worker. */
export async function listTaken(tx: Tx): Promise<{ taskId: string; worker: string }[]> {
  const result = await sql<{ taskId: string; worker: string }>`
    select key as "taskId", locked_by as worker from graphile_worker.jobs
    where locked_by is not null and key is not null`.execute(tx);
  return result.rows;
}

export async function releaseWorkers(tx: Tx, workers: string[]): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(${workers}::text[])`.execute(tx);
}

/** Tasks that nobody will take up again because their attempts are used up. */
export async function listGivenUp(tx: Tx): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select t.id from job.task t join graphile_worker.jobs j on j.key = t.id::text
    where t.state in ('waiting', 'running') and j.attempts >= j.max_attempts and j.locked_by is null`.execute(
    tx,
  );
  return result.rows.map((row) => row.id);
}

/** Columns of jsonb arrive parsed; only this module writes them. */
function fromRow(row: Selectable<JobTask>): Task {
  return {
    id: row.id,
    kind: row.kind,
    areaCode: row.area_code,
    personId: row.person_id,
    state: row.state as TaskState,
    done: row.done,
    total: row.total,
    input: row.input,
    result: row.result,
    problem: row.problem as TaskProblem | null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
