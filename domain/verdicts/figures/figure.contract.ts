/** Figures of an area: every ratio with both parts, as-of and snapshot. */
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";

export const AreaCode = z
  .string()
  .regex(/^\d{12}$/)
  .describe("12-digit area code");
export const Year = z.coerce.number().int().min(2010).max(2100);

export const AreaKey = z.strictObject({ area: AreaCode });
export const YearQuery = z.strictObject({
  year: Year.optional().describe("Year of the book; the newest when absent"),
});

export const PartUnit = z.enum(["人", "户", "村"]);
export type PartUnit = z.infer<typeof PartUnit>;

export const FigureUnit = z.enum(["人", "户", "村", "ratio"]);

const Parts = z.strictObject({ numerator: z.number().int(), denominator: z.number().int().nullable() });

/** What was published about the place, beside what the register says. Both parts null: nothing was (未公布). */
export const PublishedFigure = z.strictObject({
  year: z.number().int(),
  indicator: z.string(),
  title: BothLanguages,
  unit: FigureUnit,
  partUnit: PartUnit,
  numerator: z.number().int().nullable(),
  denominator: z.number().int().nullable(),
  asOf: BothLanguages.describe("When it held, as far as the source says"),
  document: z.string(),
  publishedOn: z.string().nullable(),
  quote: z.string(),
  derived: BothLanguages.nullable().describe("What of it is inferred or made up"),
  system: Parts.nullable().describe("系统数 of the same year; null when no book of it was evaluated here"),
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;

/** How many persons left or joined the base since the earliest book, without an exit (动态调整). */
export const Adjustment = z.strictObject({
  baseYear: z.number().int(),
  basePersons: z.number().int(),
  persons: z.number().int(),
  net: z.number().int().describe("persons - basePersons"),
});

/** One published number. `value` is numerator ÷ denominator for ratios, and the numerator otherwise. */
export const Figure = z.strictObject({
  id: z.string(),
  title: BothLanguages,
  unit: FigureUnit,
  partUnit: PartUnit.describe("What numerator and denominator count"),
  value: z.number().nullable(),
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  formula: BothLanguages,
  notOnRecord: z
    .number()
    .int()
    .nullable()
    .describe(
      "Asked about and in no part of the ratio, because nobody said; null: the ratio leaves nobody out",
    ),
  missing: BothLanguages.nullable().describe("Why there is no value"),
  adjustment: Adjustment.nullable().describe("Only where the earliest book is of another year"),
  denominatorNote: BothLanguages.nullable().describe("Where a denominator from outside the register is from"),
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
  unmonitoredHouseholds: z.number().int().describe("Known not to be monitored, or the risk is eliminated"),
  helpedHouseholds: z.number().int(),
  unhelpedHouseholds: z.number().int().describe("Known to have no helper; the rest is not on record"),
  exitedHouseholds: z.number().int().describe("Left poverty in the year of the book"),
  exitedPersons: z.number().int(),
  exitPass: z.number().int(),
  exitFail: z.number().int(),
  exitFailOne: z
    .number()
    .int()
    .describe("Of exitFail: those that fail one matter only; what several standards ask alike is one"),
  exitUnknown: z.number().int(),
  exitNoStandard: z.number().int().describe("No exit standard holds in the place and year: nobody is judged"),
  findingHouseholds: z.number().int().describe("With at least one data-quality finding"),
});
export type Counts = z.infer<typeof Counts>;

/** The exit standard that a rule belongs to: several may hold in one place. */
export const StandardName = z.strictObject({ id: z.string(), name: BothLanguages });

/** How one rule came out over an area. Counts are households or persons, by the rule's unit. */
export const RuleCount = z.strictObject({
  id: z.string(),
  title: BothLanguages,
  failing: BothLanguages.describe("What a fail is called in a list"),
  unit: z.enum(["household", "member"]),
  kind: z.string(),
  severity: z.string(),
  standard: StandardName.nullable(),
  pass: z.number().int(),
  fail: z.number().int(),
  unknown: z.number().int(),
  notApplicable: z.number().int(),
  repeats: z.array(z.string()).describe("Rules of other standards that this one asks again"),
  failAgain: z
    .number()
    .int()
    .nullable()
    .describe("Of fail: households of which `repeats` say all that they fail here; null: not counted yet"),
});
export type RuleCount = z.infer<typeof RuleCount>;

export const ChildArea = z.strictObject({
  code: AreaCode,
  name: z.string(),
  counts: Counts.nullable(),
});
export type ChildArea = z.infer<typeof ChildArea>;

const CountiesIn = z
  .strictObject({ evaluated: z.number().int(), all: z.number().int() })
  .describe("Of how many of the place's counties the figures are the sum");

/** Where figures come from: when, from which snapshot and under which policies they were evaluated. */
export const Provenance = z.strictObject({
  asOf: z.string(),
  snapshot: z.string(),
  counties: CountiesIn,
  policyVersion: z.string().nullable().describe("Null when counties were evaluated under different policies"),
  stale: z.boolean().describe("True when other policies are in force by now, or a book was changed since"),
  staleReason: BothLanguages.nullable().describe("What to do about stale figures"),
});
export type Provenance = z.infer<typeof Provenance>;

export const AreaFigures = z.strictObject({
  area: AreaCode,
  year: z.number().int(),
  years: z.array(z.number().int()),
  evaluated: z.boolean(),
  evaluating: z.boolean().describe("An evaluation that will change these figures waits or runs"),
  asOf: Provenance.shape.asOf.nullable(),
  snapshot: Provenance.shape.snapshot.nullable(),
  counties: CountiesIn.nullable(),
  policyVersion: Provenance.shape.policyVersion,
  stale: Provenance.shape.stale,
  staleReason: Provenance.shape.staleReason,
  counts: Counts.nullable(),
  figures: z.array(Figure),
  published: z.array(PublishedFigure).describe("Of all years, newest first"),
  rules: z.array(RuleCount),
  children: z.array(ChildArea),
  can: z.strictObject({ evaluate: z.boolean() }),
});
export type AreaFigures = z.infer<typeof AreaFigures>;
