/** Undoing a written import: the values that it changed are written again as they were, where nothing changed since. */
import { z } from "zod";
import { InputText } from "../../platform/input.contract.ts";

export const LeftAlone = z
  .enum(["created", "composition", "locked", "changed"])
  .describe(
    "created: its book came with the import; composition: the import changed its members, id numbers, helper or place; locked: its book is locked; changed: somebody changed it since",
  );
export type LeftAlone = z.infer<typeof LeftAlone>;

export const UndoQuery = z.strictObject({
  after: InputText.max(40).default("").describe("Household number of the last one of the page before"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type UndoQuery = z.infer<typeof UndoQuery>;

export const UndoPage = z.strictObject({
  counts: z.array(z.strictObject({ reason: LeftAlone, count: z.number().int() })),
  households: z.array(z.strictObject({ registerNo: z.string(), reason: LeftAlone })),
  next: z.string().nullable().describe("`after` of the next page; null at the end"),
});
export type UndoPage = z.infer<typeof UndoPage>;
