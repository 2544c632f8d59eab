/** Contradictions that several rules share stand in one file; a rule names them, and reads as if they stood in it. */
import { z } from "zod";
import { PolicyError, nowhere } from "../../../engines/policy/policy-error.ts";
import { Rule } from "../../../engines/policy/rule.ts";

type Contradiction = Rule["contradictions"][number];
export type SharedContradictions = ReadonlyMap<string, Contradiction>;

const Shared = z.array(
  Rule.shape.contradictions.unwrap().element.extend({ name: z.string().regex(/^[a-z]+(-[a-z]+)*$/) }),
);

/** @throws ZodError when the file says something else than named contradictions */
export function readContradictions(value: unknown): SharedContradictions {
  return new Map(Shared.parse(value).map(({ name, ...contradiction }) => [name, contradiction]));
}

/** The rule with its named contradictions written out. @throws PolicyError rule.unknown-contradiction */
export function withContradictions(rule: unknown, shared: SharedContradictions): unknown {
  if (typeof rule !== "object" || rule === null || !("contradictions" in rule)) return rule;
  if (!Array.isArray(rule.contradictions)) return rule;
  const written = rule.contradictions.map((entry: unknown, index) => {
    if (typeof entry !== "string") return entry;
    const found = shared.get(entry);
    if (!found) throw unknownName(entry, index);
    return found;
  });
  return { ...rule, contradictions: written };
}

function unknownName(name: string, index: number): PolicyError {
  const sentence = {
    zh: `contradictions.yaml 里没有名为“${name}”的矛盾：请改用那里的名字，或者就地写出。`,
    en: `contradictions.yaml has no contradiction named "${name}": use a name from there, or write it out here.`,
  };
  return new PolicyError("rule.unknown-contradiction", nowhere, sentence, `contradictions[${index}]`);
}
