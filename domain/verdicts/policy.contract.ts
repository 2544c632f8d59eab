/** Rules as people read them. */
import { z } from "zod";
import { StandardName } from "./figure.contract.ts";

const Text = z.strictObject({ zh: z.string(), en: z.string() });

export const PolicyRule = z.strictObject({
  id: z.string(),
  version: z.string(),
  unit: z.enum(["household", "member"]),
  kind: z.string(),
  severity: z.string(),
  title: Text,
  standard: StandardName.nullable(),
  scope: z.string(),
  applies: z.string().nullable(),
  when: z.string(),
  required: z.array(Text).describe("Each part of `when` in plain words"),
  message: z.array(Text).describe("One for each part of `when` that `and` joins"),
  note: z.string().nullable(),
  source: z.strictObject({
    document: z.string(),
    number: z.string().nullable(),
    article: z.string(),
    mark: z.string().nullable(),
  }),
  valid: z.strictObject({ from: z.string(), to: z.string().nullable() }),
  examples: z.number().int(),
});
export type PolicyRule = z.infer<typeof PolicyRule>;

export const PolicyRules = z.strictObject({ version: z.string(), rules: z.array(PolicyRule) });
export type PolicyRules = z.infer<typeof PolicyRules>;

/** A rule that a household does not meet, or that one of its members does not. */
export const FailedRule = PolicyRule.pick({
  id: true,
  kind: true,
  severity: true,
  title: true,
  standard: true,
});
export type FailedRule = z.infer<typeof FailedRule>;
