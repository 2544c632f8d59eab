/** Imports that wait for somebody. */
import { z } from "zod";

export const ImportToDo = z.strictObject({
  county: z.string(),
  id: z.uuid(),
  fileName: z.string(),
  year: z.number().int().nullable(),
  rejected: z.number().int().describe("Rows that were not accepted"),
  isUnmapped: z.boolean().describe("Somebody has to say which columns hold what is needed"),
  createdAt: z.iso.datetime(),
});
export type ImportToDo = z.infer<typeof ImportToDo>;
