/** Rules as people read them. */
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { AreaCode, StandardName } from "../figures/figure.contract.ts";
import { Outcome } from "../list/household-list.contract.ts";

/** Where a rule or a line holds; null is the whole country. */
const Place = z.strictObject({ code: AreaCode, name: z.string() });

export const PolicySource = z.strictObject({
  document: z.string(),
  number: z.string().nullable(),
  article: z.string(),
  mark: z.string().nullable().describe("V read in full, V~ in part, M from memory"),
});
export type PolicySource = z.infer<typeof PolicySource>;

export const PolicyRule = z.strictObject({
  id: z.string(),
  version: z.string(),
  unit: z.enum(["household", "member"]),
  kind: z.string(),
  severity: z.string(),
  title: BothLanguages,
  failing: BothLanguages.describe("What a fail is called in a list"),
  standard: StandardName.nullable(),
  scope: z.string(),
  place: Place.nullable(),
  applies: z.string().nullable(),
  when: z.string(),
  required: z.array(BothLanguages).describe("Each part of `when` in plain words"),
  message: z
    .array(BothLanguages)
    .describe(
      "One for each part of `when` that `and` joins; the name of a value in braces stands for the value",
    ),
  note: BothLanguages.nullable(),
  source: PolicySource,
  valid: z.strictObject({ from: z.string(), to: z.string().nullable() }),
  examples: z.number().int(),
});
export type PolicyRule = z.infer<typeof PolicyRule>;

export const PolicyRules = z.strictObject({ version: z.string(), rules: z.array(PolicyRule) });
export type PolicyRules = z.infer<typeof PolicyRules>;

/**
 * A problem of a household: a rule that it, or one of its members, does not meet, with the rules of other standards that ask
 * the same and are not met either.
 */
export const FailedRule = PolicyRule.pick({ id: true, kind: true, severity: true, failing: true }).extend({
  standards: z.array(StandardName).describe("Whose criterion it is"),
  lines: z
    .array(z.strictObject({ words: BothLanguages, standards: z.array(StandardName) }))
    .describe("What is not met, with this household's values; empty of a rule about members"),
  lack: z
    .number()
    .int()
    .nullable()
    .describe("Of a criterion that compares amounts: fen lacking, a head where amounts a head are compared"),
});
export type FailedRule = z.infer<typeof FailedRule>;
export const LineKind = z.enum(["poverty", "monitoring"]);
export type LineKind = z.infer<typeof LineKind>;

/** One rule with all that its file says, for a page of its own. */
export const PolicyRulePage = PolicyRule.omit({ examples: true }).extend({
  appliesTo: BothLanguages.nullable().describe("`applies` in plain words"),
  standards: z.array(z.strictObject({ id: z.string(), title: BothLanguages })),
  exemptions: z.array(z.strictObject({ when: z.string(), required: BothLanguages, reason: BothLanguages })),
  contradictions: z.array(
    z.strictObject({ when: z.string(), statement: BothLanguages, message: BothLanguages }),
  ),
  examples: z.array(
    z.strictObject({
      given: z.array(z.strictObject({ term: BothLanguages, shown: BothLanguages })),
      expect: Outcome,
      missing: z.array(BothLanguages),
      note: BothLanguages.nullable(),
    }),
  ),
  lines: z.array(LineKind).describe("The lines that the rule compares with"),
});
export type PolicyRulePage = z.infer<typeof PolicyRulePage>;

/** A poverty or monitoring line: 元 a person and year, by year and place. */
export const PolicyLine = z.strictObject({
  kind: LineKind,
  year: z.number().int(),
  place: Place.nullable(),
  amount: z.number().int().nullable().describe("fen; null: the place has no single amount"),
  concept: BothLanguages.describe("The income that the line is of"),
  formula: BothLanguages.nullable(),
  source: PolicySource,
});
export type PolicyLine = z.infer<typeof PolicyLine>;

export const PolicyLines = z.strictObject({ version: z.string(), lines: z.array(PolicyLine) });
export type PolicyLines = z.infer<typeof PolicyLines>;
