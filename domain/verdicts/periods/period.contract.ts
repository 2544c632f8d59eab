/** Periods of monitoring and how many households have come to their end. */
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";

export const PeriodCount = z.strictObject({
  id: z.string(),
  kind: z.enum(["deadline", "earliest"]).describe("Has to be done by then, or may be done from then on"),
  title: BothLanguages,
  advice: BothLanguages,
  months: z.number().int(),
  asOfMonth: z.number().int().describe("yyyymm up to which the period is counted"),
  over: z.number().int().describe("Households whose period ended before this month"),
  now: z.number().int().describe("Households whose period ends in this month"),
  unknown: z.number().int().describe("Households of which something needed is missing; counted in neither"),
  source: z.strictObject({
    document: z.string(),
    number: z.string().nullable(),
    article: z.string(),
    mark: z.string().nullable(),
  }),
});
export type PeriodCount = z.infer<typeof PeriodCount>;
