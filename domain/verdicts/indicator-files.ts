/** The catalogue of indicators, read from policies/indicators.yaml once. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";

const Text = z.strictObject({ zh: z.string(), en: z.string() });

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
  "exit_pass",
  "exit_fail",
  "exit_unknown",
]);
export type CountName = z.infer<typeof CountName>;

const Indicator = z.strictObject({
  id: z.string(),
  title: Text,
  unit: z.enum(["人", "户", "ratio"]),
  numerator: z.array(CountName),
  denominator: z.union([z.array(CountName), z.literal("ruralPopulation"), z.null()]),
  formula: Text,
  source: z.strictObject({ document: z.string(), number: z.string().optional(), article: z.string() }),
});
export type Indicator = z.infer<typeof Indicator>;

const path = fileURLToPath(new URL("../../policies/indicators.yaml", import.meta.url));

/** All indicators in the order of the file. */
export const indicators: readonly Indicator[] = z.array(Indicator).parse(parse(readFileSync(path, "utf8")));

/** What the parts of an indicator count: persons, or else households. */
export function partsUnit({ numerator }: Indicator): "人" | "户" {
  return numerator.every((name) => name.endsWith("persons")) ? "人" : "户";
}
