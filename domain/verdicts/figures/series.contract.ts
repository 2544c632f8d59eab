/** Key figures of an area over the years: what the register says, and what was published, never mixed. */
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { AreaCode, FigureUnit, PartUnit } from "./figure.contract.ts";

export const SeriesPoint = z.strictObject({
  year: z.number().int(),
  origin: z.enum(["register", "published"]).describe("系统数 or 公布数"),
  numerator: z.number().int().nullable().describe("Null: nothing was published (未公布)"),
  denominator: z.number().int().nullable(),
  madeUp: BothLanguages.nullable().describe("What of it is inferred or made up; null when nothing is"),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

export const Series = z.strictObject({
  indicator: z.string(),
  title: BothLanguages,
  unit: FigureUnit,
  partUnit: PartUnit,
  formula: BothLanguages,
  points: z.array(SeriesPoint).describe("By year, the register's before the published one"),
});
export type Series = z.infer<typeof Series>;

export const SeriesOfArea = z.strictObject({
  area: AreaCode,
  series: z.array(Series).describe("Only indicators that have a point"),
  partly: z.array(z.number().int()).describe("Years whose books are not evaluated in all counties: no point"),
});
export type SeriesOfArea = z.infer<typeof SeriesOfArea>;
