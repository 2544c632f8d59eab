/** The rows of an import that were not taken, as a workbook to mend: asked for, made by the worker, fetched. */
import { z } from "zod";
import { ImportKey } from "./import.contract.ts";

export const StartedRejectedFile = z.strictObject({ taskId: z.string() });
export type StartedRejectedFile = z.infer<typeof StartedRejectedFile>;

export const RejectedFileKey = ImportKey.extend({
  task: z.uuid().describe("The id of the task that made it"),
});
export type RejectedFileKey = z.infer<typeof RejectedFileKey>;
