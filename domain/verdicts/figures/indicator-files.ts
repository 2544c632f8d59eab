/** The catalogue of indicators, read from policies/indicators.yaml once. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { FigureUnit, PartUnit } from "./figure.contract.ts";

/** Counts of the rollup that an indicator may sum. */
export const CountName = z.enum([
  "households",
  "persons",
  "poor_households",
  "poor_persons",
  "pre_exit_households",
  "pre_exit_persons",
  "lifted_households",
  "lifted_persons",
  "returned_households",
  "returned_persons",
  "monitored_households",
  "monitored_persons",
  "helped_households",
  "exited_households",
  "exited_persons",
  "poor_villages",
  "unhelped_households",
  "unmonitored_households",
  "exit_pass",
  "exit_fail",
  "exit_fail_one",
  "exit_unknown",
  "exit_no_standard",
  "finding_households",
]);
export type CountName = z.infer<typeof CountName>;

const Indicator = z.strictObject({
  id: z.string(),
  title: BothLanguages,
  unit: FigureUnit,
  partUnit: PartUnit,
  numerator: z.array(CountName),
  denominator: z.union([z.array(CountName), z.literal("ruralPopulation"), z.null()]),
  /** All whom the ratio asks about: who is not in the denominator is not on record, and is told beside the ratio. */
  among: z.array(CountName).optional(),
  /** Why there is no ratio where nobody of them is on record. */
  unrecorded: BothLanguages.optional(),
  /** Show how the base changed since the earliest book. */
  adjustment: z.boolean().default(false),
  /** Which end of the ratios is the good one, of those that places are ranked by. */
  better: z.enum(["low", "high"]).optional(),
  /** Registered households that a place needs to be ranked. */
  leastBase: z.number().int().min(1).optional(),
  /** Rules of this kind say what makes the difference between places. */
  explainedBy: z.enum(["criterion", "quality"]).optional(),
  formula: BothLanguages,
  source: z.strictObject({ document: z.string(), number: z.string().optional(), article: z.string() }),
});
export type Indicator = z.infer<typeof Indicator>;

const path = fileURLToPath(new URL("../../../policies/indicators.yaml", import.meta.url));

/** All indicators in the order of the file. */
export const indicators: readonly Indicator[] = z.array(Indicator).parse(parse(readFileSync(path, "utf8")));
