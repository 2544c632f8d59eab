/** URLs of long work. The list is one's own; a single task is seen by whoever may see its area. */
import { z } from "zod";
import type { Routes } from "../../domain/access/routes.ts";
import { ImportKey, ImportStep } from "../../domain/registry/import.contract.ts";
import { rejectedFileTask } from "../../domain/registry/rejected-file.service.ts";
import { householdExportTask } from "../../domain/verdicts/list/household-export.service.ts";
import type * as jobs from "../../platform/jobs/task.ts";
import { getTask, listTasks } from "../../platform/jobs/task.service.ts";
import { Task, TaskKey, TaskList } from "./task.contract.ts";

const tags = ["tasks"];

export const taskRoutes: Routes = (app) => {
  app.get("/tasks", {
    config: { permission: "task.list" },
    schema: {
      operationId: "task.list",
      summary: "One's own tasks, newest first",
      tags,
      response: { 200: TaskList },
    },
    handler: (request) =>
      request.work(async (work) => ({
        tasks: (await listTasks(work.tx, work.actor.personId)).map(present),
      })),
  });

  app.get("/tasks/:id", {
    config: { permission: "task.read" },
    schema: {
      operationId: "task.read",
      summary: "How far a task is",
      tags,
      params: TaskKey,
      response: { 200: Task },
    },
    handler: (request) => request.work(async (work) => present(await getTask(work.tx, request.params.id))),
  });
};

function present(task: jobs.Task): Task {
  const { id, kind, areaCode, state, done, total, problem } = task;
  return {
    id,
    kind,
    areaCode,
    state,
    importId: kind.startsWith("import.") ? (Imported.safeParse(task.input).data?.id ?? null) : null,
    step: state === "running" ? stepOf(task.result) : null,
    done,
    total,
    result: state === "done" ? task.result : null,
    file: state === "done" ? fileOf(task) : null,
    problem,
    createdAt: task.createdAt.toISOString(),
    updatedAt: task.updatedAt.toISOString(),
  };
}

const Imported = z.object({ id: z.uuid() });

function fileOf({ kind, id, areaCode, input }: jobs.Task): string | null {
  if (kind === householdExportTask) return `/areas/${areaCode}/households/exports/${id}`;
  if (kind !== rejectedFileTask) return null;
  const { county, id: importId } = ImportKey.parse(input);
  return `/counties/${county}/imports/${importId}/rejected-rows/${id}`;
}

/** What the handler of an import kept while it runs; other work keeps something else, or nothing. */
const Kept = z.object({ step: ImportStep });

function stepOf(kept: unknown): Task["step"] {
  return Kept.safeParse(kept).data?.step ?? null;
}
