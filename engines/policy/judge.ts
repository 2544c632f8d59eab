/** One rule on one household or member: outcome, the facts used, what failed in words, what is missing. */
import type { Fact } from "./catalogue.ts";
import type { CompiledRule } from "./compile.ts";
import { evaluateTruth } from "./evaluate.ts";
import { contradictionsOf } from "./message.ts";
import { missingFacts } from "./missing.ts";
import type { Bilingual } from "./policy-error.ts";
import { type PlainPart, plainApplies, plainParts } from "./plain-rule.ts";
import { sentenceOf } from "./sentence.ts";
import { showMeasured } from "./show.ts";
import { factNodesOf, factsOf } from "./tree.ts";
import { type FactValue, type Facts, type Outcome, type Truth, and, keyOf, not, or } from "./value.ts";

export interface UsedFact {
  readonly term: Bilingual;
  readonly code: string;
  readonly value: FactValue;
  readonly shown: Bilingual;
  /**
   * What can change the outcome: what somebody enters, and what is computed from it. Fixed is what a policy sets, and what
   * only says whom the rule concerns: a status changes by its own procedure.
   */
  readonly change: "entered" | "computed" | "fixed";
}

export interface Verdict {
  readonly ruleId: string;
  readonly outcome: Outcome;
  /** Money is fen, money per head fen divided by persons: for display, never to compare again. */
  readonly facts: readonly UsedFact[];
  /** Whom the rule concerns and what it asks for, in plain words. */
  readonly applies: Bilingual | null;
  readonly parts: readonly PlainPart[];
  /** Terms that must be filled in before the rule can be decided. */
  readonly missing: readonly Bilingual[];
  /** What is on record and cannot both be true, so that the rule cannot be decided. */
  readonly contradictions: readonly Bilingual[];
  /** One sentence for the household, with the article. */
  readonly sentence: Bilingual;
  /** The rule text with this household's values in place. */
  readonly substituted: string;
}

/** The outcome alone, without words: for evaluations and the differential test. */
export function outcomeOf(compiled: CompiledRule, facts: Facts): Outcome {
  const concerned = concerns(compiled, facts);
  if (concerned === false) return "notApplicable";
  const held = concerned && evaluateTruth(compiled.when, facts);
  if (held && contradictionsOf(compiled, facts).length > 0) return "unknown";
  return held === null ? "unknown" : held ? "pass" : "fail";
}

/** Whether the rule applies and no exemption holds; unknown when either is. */
function concerns(compiled: CompiledRule, facts: Facts): Truth {
  const applies = compiled.applies ? evaluateTruth(compiled.applies, facts) : true;
  const exempt = compiled.exemptions.map((tree) => evaluateTruth(tree, facts)).reduce<Truth>(or, false);
  return and(applies, not(exempt));
}

/** @throws PolicyError fact.misfit when a fact is not of its type */
export function judge(compiled: CompiledRule, facts: Facts): Verdict {
  const { rule, catalogue } = compiled;
  const outcome = outcomeOf(compiled, facts);
  const { when, exemptions } = compiled;
  const trees = [...(compiled.applies ? [compiled.applies] : []), ...exemptions, when];
  const missing = outcome === "unknown" ? missingFacts(trees, facts) : [];
  const contradictions =
    outcome === "unknown" && missing.length === 0 ? contradictionsOf(compiled, facts) : [];
  const decisive = new Set([when, ...compiled.contradictions].flatMap(factsOf));
  const used = new Set([...trees, ...compiled.contradictions].flatMap(factsOf));
  return {
    ruleId: rule.id,
    outcome,
    facts: [...used].map((fact) => ({
      term: nameOf(fact),
      code: keyOf(fact),
      value: valueOf(fact, facts),
      shown: showMeasured(fact, facts, catalogue),
      change: decisive.has(fact) ? changeOf(fact) : "fixed",
    })),
    applies: plainApplies(compiled),
    parts: plainParts(compiled, outcome, facts),
    missing: missing.map(nameOf),
    contradictions,
    sentence: sentenceOf(compiled, outcome, facts, { missing, contradictions }),
    substituted: substitute(compiled, facts),
  };
}

function nameOf({ term, title }: Fact): Bilingual {
  return { zh: term, en: title.en };
}

function changeOf({ keyedBy }: Fact): UsedFact["change"] {
  if (keyedBy === "政策") return "fixed";
  return keyedBy === "系统" ? "computed" : "entered";
}

function valueOf(fact: Fact, facts: Facts): FactValue {
  if (fact.type !== "moneyPerHead") return facts[keyOf(fact)] ?? null;
  const [money, count] = [facts[`${fact.unit}.${fact.numerator}`], facts[`${fact.unit}.${fact.denominator}`]];
  return typeof money === "number" && typeof count === "number" && count > 0 ? money / count : null;
}

/** The text as written, brackets and all, each term followed by its value. */
function substitute({ rule, catalogue, when }: CompiledRule, facts: Facts): string {
  let text = "";
  let read = 0;
  for (const { fact, position, length } of factNodesOf(when).sort((a, b) => a.position - b.position)) {
    text += `${rule.when.slice(read, position)}${fact.term}【${showMeasured(fact, facts, catalogue).zh}】`;
    read = position + length;
  }
  return text + rule.when.slice(read);
}
