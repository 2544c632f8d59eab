/** Figures of an area: every ratio with both parts, as-of and snapshot. */
import { z } from "zod";

const Text = z.strictObject({ zh: z.string(), en: z.string() });

export const AreaCode = z
  .string()
  .regex(/^\d{12}$/)
  .describe("12-digit area code");
export const Year = z.coerce.number().int().min(2010).max(2100);

export const AreaKey = z.strictObject({ area: AreaCode });
export const YearQuery = z.strictObject({
  year: Year.optional().describe("Year of the book; the newest when absent"),
});

/** One published number. `value` is numerator ÷ denominator for ratios, and the numerator otherwise. */
export const Figure = z.strictObject({
  id: z.string(),
  title: Text,
  unit: z.enum(["人", "户", "ratio"]),
  value: z.number().nullable(),
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  formula: Text,
  missing: Text.nullable().describe("Why there is no value"),
});
export type Figure = z.infer<typeof Figure>;

export const Counts = z.strictObject({
  households: z.number().int(),
  persons: z.number().int(),
  poorHouseholds: z.number().int(),
  poorPersons: z.number().int(),
  preExitHouseholds: z.number().int(),
  liftedHouseholds: z.number().int(),
  liftedPersons: z.number().int(),
  returnedHouseholds: z.number().int(),
  monitoredHouseholds: z.number().int(),
  helpedHouseholds: z.number().int(),
  exitPass: z.number().int(),
  exitFail: z.number().int(),
  exitUnknown: z.number().int(),
});
export type Counts = z.infer<typeof Counts>;

/** How one rule came out over an area. Counts are households or persons, by the rule's unit. */
export const RuleCount = z.strictObject({
  id: z.string(),
  title: Text,
  unit: z.enum(["household", "member"]),
  kind: z.string(),
  severity: z.string(),
  pass: z.number().int(),
  fail: z.number().int(),
  unknown: z.number().int(),
  notApplicable: z.number().int(),
});
export type RuleCount = z.infer<typeof RuleCount>;

export const ChildArea = z.strictObject({
  code: AreaCode,
  name: z.string(),
  counts: Counts.nullable(),
});

export const AreaFigures = z.strictObject({
  area: AreaCode,
  year: z.number().int(),
  years: z.array(z.number().int()),
  evaluated: z.boolean(),
  evaluating: z.boolean().describe("An evaluation that will change these figures waits or runs"),
  asOf: z.string().nullable(),
  snapshot: z.string().nullable(),
  counts: Counts.nullable(),
  figures: z.array(Figure),
  rules: z.array(RuleCount),
  children: z.array(ChildArea),
  can: z.strictObject({ evaluate: z.boolean() }),
});
export type AreaFigures = z.infer<typeof AreaFigures>;
