/** Long work: what was started, how far it is, what became of it. */
import { z } from "zod";
import { ImportStep } from "../../domain/registry/import.contract.ts";

export const TaskKey = z.strictObject({ id: z.uuid() });

export const Task = z.strictObject({
  id: z.string(),
  kind: z
    .string()
    .describe("As verdict.evaluate, import.preview, import.apply, import.open-rejected, household.export"),
  areaCode: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  importId: z.uuid().nullable().describe("Of the work on an import: which one"),
  step: ImportStep.nullable().describe("Of an import under way: what is done now"),
  done: z.number().int(),
  total: z.number().int().describe("0 while it is not known"),
  result: z.unknown().describe("What the finished task gives; null before"),
  file: z.string().nullable().describe("Address of the finished file, which only its owner fetches"),
  problem: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Task = z.infer<typeof Task>;

export const TaskList = z.strictObject({ tasks: z.array(Task) });
export type TaskList = z.infer<typeof TaskList>;

/** The answer of every route that starts long work: where to look how far it is. */
export const StartedTask = z.strictObject({ taskId: z.string() });
export type StartedTask = z.infer<typeof StartedTask>;
