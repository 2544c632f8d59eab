/** A worker's step in tests: the newest task of a kind, taken from the queue's own rows. */
import { taskFailures, taskHandlers } from "../apps/worker/handlers.ts";
import { Problem } from "../platform/problem.ts";
import { getTask } from "../platform/jobs/task.service.ts";
import type { TestApi } from "./api.ts";

/** Returns for whom it was done. */
export async function runNewest(t: TestApi, kind: string): Promise<string> {
  const task = await t.asSystem(async ({ tx }) => {
    const rows = tx.selectFrom("job.task").select("id").where("kind", "=", kind).orderBy("id", "desc");
    return getTask(tx, (await rows.executeTakeFirstOrThrow()).id);
  });
  const progress = { report: () => Promise.resolve(), signal: new AbortController().signal };
  try {
    await taskHandlers(t.database, t.clock)[kind]?.(task, progress);
  } catch (error) {
    if (error instanceof Problem) await taskFailures(t.database, t.clock)[kind]?.(task, error);
    throw error;
  }
  return task.personId;
}
