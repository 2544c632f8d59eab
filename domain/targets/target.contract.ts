/** Targets of a place: planned numbers (计划数) with their document, and the register's count (系统数) beside. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { AnyAreaCode } from "../access/area-code.contract.ts";

export const TargetUnit = z.enum(["人", "户", "个"]);

export const TargetArea = z.strictObject({ area: AnyAreaCode });

export const Target = z.strictObject({
  year: z.number().int(),
  kind: z.string(),
  title: BothLanguages,
  unit: TargetUnit,
  planned: z.number().int().describe("计划数"),
  system: z
    .number()
    .int()
    .nullable()
    .describe("系统数 of the same year; null when the register has no such count, or not of all counties"),
  split: z.boolean().describe("False: one number for several places below, without parts (未分解)"),
  document: z.string(),
  documentDate: z.string().nullable(),
  quote: z.string(),
});
export type Target = z.infer<typeof Target>;

export const TargetTotal = z.strictObject({
  kind: z.string(),
  title: BothLanguages,
  unit: TargetUnit,
  planned: z.number().int(),
  years: z.array(z.number().int()),
});

export const TargetsOfArea = z.strictObject({
  area: z.string(),
  targets: z.array(Target).describe("By year, then in the order of policies/targets.yaml"),
  totals: z.array(TargetTotal).describe("Sums over the years, for kinds that have more than one"),
});
export type TargetsOfArea = z.infer<typeof TargetsOfArea>;
