/** Asking for an evaluation of an area: a task of its own, county by county. */
import { z } from "zod";
import { Year } from "../figures/figure.contract.ts";

export const NewEvaluation = z.strictObject({
  year: Year.optional().describe("Year of the book; the newest when absent"),
});

export const StartedEvaluation = z.strictObject({ taskId: z.string(), year: z.number().int() });
export type StartedEvaluation = z.infer<typeof StartedEvaluation>;

/** What the worker is told, and what it answers. */
export const EvaluationInput = z.strictObject({
  areaCode: z.string().regex(/^\d{12}$/),
  year: z.number().int(),
});
export type EvaluationInput = z.infer<typeof EvaluationInput>;

export const EvaluationResult = z.strictObject({
  counties: z.array(z.string()),
  households: z.number().int(),
  persons: z.number().int(),
});
export type EvaluationResult = z.infer<typeof EvaluationResult>;
