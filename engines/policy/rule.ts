/** A rule as its file says it: text with source, dates, exemptions and worked examples. */
import { z } from "zod";
import { PolicyText } from "./policy-text.ts";
import { readShape } from "./shape.ts";

const Day = z.iso.date();
/** A remark in both languages; a database keeps rules of earlier files, whose remarks are Chinese alone. */
const Note = z.union([PolicyText, z.string().transform((zh) => ({ zh, en: zh }))]).optional();
/** One message, or one for each part of the condition that `and` joins, in order. */
const Message = z.union([PolicyText.transform((message) => [message]), z.array(PolicyText).min(1)]);

export const RuleSource = z.strictObject({
  document: z.string().min(1),
  number: z.string().optional(),
  article: z.string().min(1),
  /** How far the source was read: V read in a copy, V~ in part, M from memory. */
  mark: z.string().optional(),
});
export type RuleSource = z.infer<typeof RuleSource>;

export const Rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  unit: z.enum(["household", "member"]).default("household"),
  kind: z.enum(["criterion", "quality", "risk", "eligibility", "score"]),
  severity: z.enum(["must", "should", "suspicious"]).default("must"),
  title: PolicyText,
  /** Short name of what is wrong where the rule is failed: the title says how it should be. */
  failing: PolicyText.optional(),
  applies: z.string().optional(),
  when: z.string().min(1),
  message: Message,
  source: RuleSource,
  valid: z.strictObject({ from: Day, to: Day.optional() }),
  /** Leading digits of the division code; empty for the whole country. */
  scope: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6})?$/)
    .default(""),
  exemptions: z.array(z.strictObject({ when: z.string().min(1), reason: PolicyText })).default([]),
  /** Two statements on record that cannot both be true, or one that is no answer: while they stand a pass is unknown. */
  contradictions: z.array(z.strictObject({ when: z.string().min(1), message: PolicyText })).default([]),
  note: Note,
  examples: z
    .array(
      z.strictObject({
        given: z.record(
          z.string(),
          z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
        ),
        expect: z.enum(["pass", "fail", "unknown", "notApplicable"]),
        missing: z.array(z.string()).optional(),
        note: Note,
      }),
    )
    .min(1),
});
export type Rule = z.infer<typeof Rule>;
export type RuleExample = Rule["examples"][number];

/** @throws PolicyError rule.shape naming each path that is wrong */
export function readRule(value: unknown): Rule {
  return readShape(Rule, value, "rule.shape");
}

/** What a fail of the rule is called in a list: its own short name, else the title that is not reached. */
export function failingName({ failing, title }: Pick<Rule, "failing" | "title">): Rule["title"] {
  return failing ?? { zh: `未达到：${title.zh}`, en: `Not met: ${title.en}` };
}

/** True when the rule holds in a division (any number of leading digits) on a day (yyyy-mm-dd). */
export function inForce(rule: Pick<Rule, "valid" | "scope">, onDate: string, divisionCode: string): boolean {
  const { from, to } = rule.valid;
  return divisionCode.startsWith(rule.scope) && from <= onDate && (to === undefined || onDate <= to);
}
