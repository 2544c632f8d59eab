/** A rule in plain words, part by part, and how each part came out for one household or member. */
import type { CompiledRule } from "./compile.ts";
import { evaluateTruth } from "./evaluate.ts";
import { type Gap, gapOf } from "./gap.ts";
import { saidOfParts } from "./message.ts";
import { guardsOf, plainWords } from "./plain.ts";
import type { Bilingual } from "./policy-error.ts";
import { type Checked, chainOf } from "./tree.ts";
import type { Facts, Outcome } from "./value.ts";

/** One of the conditions that `and` joins. */
export interface PlainPart {
  readonly required: Bilingual;
  readonly outcome: Outcome;
  /** What the rule says to a household that fails the part; null of any other. */
  readonly said: Bilingual | null;
  /** Where the part compares numbers: by how much it is missed or met. */
  readonly gap: Gap | null;
}

export function plainApplies({ applies, catalogue }: CompiledRule): Bilingual | null {
  return applies ? plainWords(applies, catalogue) : null;
}

/** Whom the rule leaves out, in plain words. */
export function plainExemptions({ exemptions, catalogue }: CompiledRule): Bilingual[] {
  return exemptions.map((tree) => plainWords(tree, catalogue));
}

/** The statements on record that cannot both be true, in plain words. */
export function plainContradictions({ contradictions, catalogue }: CompiledRule): Bilingual[] {
  return contradictions.map((tree) => plainWords(tree, catalogue));
}

/** What the rule asks for, part by part. */
export function plainRequired({ when, catalogue }: CompiledRule): Bilingual[] {
  return chainOf(when, "and").map((part) => plainWords(part, catalogue));
}

export function plainParts(compiled: CompiledRule, outcome: Outcome, facts: Facts): PlainPart[] {
  const isConcerned = outcome !== "notApplicable";
  const said = saidOfParts(compiled, facts);
  return chainOf(compiled.when, "and").map((part, index) => {
    const own = isConcerned ? outcomeOf(part, facts) : outcome;
    const isDecided = own === "pass" || own === "fail";
    return {
      required: plainWords(part, compiled.catalogue),
      outcome: own,
      said: isConcerned ? (said[index] ?? null) : null,
      gap: isDecided ? gapOf(part, own === "pass", facts, compiled.catalogue) : null,
    };
  });
}

/** A part that is asked only of those without a value, or only of those with one, does not concern the others. */
function outcomeOf(part: Checked, facts: Facts): Outcome {
  if (part.kind === "logic" && part.operator === "or") {
    const { without, except } = guardsOf(part);
    if ([...without, ...except].some((guard) => evaluateTruth(guard, facts) === true)) return "notApplicable";
  }
  const held = evaluateTruth(part, facts);
  return held === null ? "unknown" : held ? "pass" : "fail";
}
