/** How a place stands among its siblings by one indicator, and why. */
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { AreaCode, PartUnit, Provenance, Year } from "./figure.contract.ts";

export const RankQuery = z.strictObject({
  year: Year.optional().describe("Year of the book; the newest when absent"),
  indicator: z
    .string()
    .max(40)
    .optional()
    .describe("An indicator that places are ranked by; when absent the first that any place has a ratio of"),
  among: z.literal("children").optional().describe("The places below, also where siblings could be seen"),
});

export const RankedPlace = z.strictObject({
  code: AreaCode,
  name: z.string(),
  own: z.boolean().describe("The place that was asked about"),
  households: z.number().int().describe("On the books; fewer than the least base are not ranked"),
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  rank: z
    .number()
    .int()
    .nullable()
    .describe("1 is the best; the same ratio has the same rank; null: not ranked"),
  notRanked: BothLanguages.nullable().describe("Why there is no rank"),
  reason: BothLanguages.nullable().describe(
    "What makes the difference most between this place and the others",
  ),
});
export type RankQuery = z.infer<typeof RankQuery>;
export type RankedPlace = z.infer<typeof RankedPlace>;

export const Rank = z.strictObject({
  area: AreaCode,
  year: z.number().int(),
  among: z
    .enum(["siblings", "children"])
    .describe("Siblings where the scope reaches their parent; else the places directly below"),
  parent: z.strictObject({ code: AreaCode, name: z.string() }),
  indicator: z.string(),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      title: BothLanguages,
      formula: BothLanguages,
      better: z.enum(["low", "high"]).describe("Which end of the ratio is the good one"),
      partUnit: PartUnit,
    }),
  ),
  leastBase: z.number().int(),
  places: z.array(RankedPlace).describe("By rank, then those that are not ranked, by code"),
  asOf: Provenance.shape.asOf.nullable(),
  snapshot: Provenance.shape.snapshot.nullable(),
  stale: z.boolean(),
});
export type Rank = z.infer<typeof Rank>;
