/** Rows that an import does not take, and values left out of rows that it takes: grouped by reason, by pages. */
import { z } from "zod";
import { mostInt4 } from "../../platform/input.contract.ts";
import { RejectedRow } from "./import.contract.ts";

export const RejectKind = z
  .enum(["reject", "outside", "remark"])
  .describe(
    "reject: the row is not taken; outside: the household is not yours to write; remark: a value is left out, its row is taken",
  );
export type RejectKind = z.infer<typeof RejectKind>;

export const RejectGroup = z.strictObject({
  kind: RejectKind,
  group: z.number().int().describe("1 for the largest of its kind"),
  count: z.number().int(),
  reason: RejectedRow.shape.reason.describe(
    "Of the first place; in the others the numbers and names in it may differ",
  ),
});
export type RejectGroup = z.infer<typeof RejectGroup>;

export const RejectGroupList = z.strictObject({ groups: z.array(RejectGroup) });
export type RejectGroupList = z.infer<typeof RejectGroupList>;

export const RejectQuery = z.strictObject({
  kind: RejectKind,
  group: z.coerce.number().int().min(1).max(mostInt4),
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostInt4)
    .default(0)
    .describe("Position of the last one of the page before"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RejectQuery = z.infer<typeof RejectQuery>;

export const RejectPage = z.strictObject({
  rejects: z.array(RejectedRow.extend({ position: z.number().int() })),
  next: z.number().int().nullable().describe("`after` of the next page; null at the end"),
});
export type RejectPage = z.infer<typeof RejectPage>;
