/** One rule on one household or member: outcome, the facts used, what failed in words, what is missing. */
import type { Fact } from "./catalogue.ts";
import type { CompiledRule } from "./compile.ts";
import { evaluateTruth, isUnknown } from "./evaluate.ts";
import { parseExpression } from "./parse.ts";
import type { Bilingual } from "./policy-error.ts";
import { printExpression } from "./print.ts";
import { showFact } from "./show.ts";
import { type Checked, checkedParts, factsOf, keyOf } from "./tree.ts";
import { type Facts, type FactValue, type Truth, or } from "./value.ts";
import { failingParts } from "./words.ts";

export type Outcome = "pass" | "fail" | "unknown" | "notApplicable";

export interface Verdict {
  readonly ruleId: string;
  readonly outcome: Outcome;
  readonly facts: readonly { term: string; code: string; value: FactValue; shown: Bilingual }[];
  readonly failing: readonly Bilingual[];
  /** Terms that must be filled in before the rule can be decided. */
  readonly missing: readonly string[];
  /** One sentence for the household, with the article. */
  readonly sentence: Bilingual;
  /** The rule text with this household's values in place. */
  readonly substituted: string;
}

/** The outcome alone, without words: for evaluations and the differential test. */
export function outcomeOf(compiled: CompiledRule, facts: Facts): Outcome {
  const applies = compiled.applies ? evaluateTruth(compiled.applies, facts) : true;
  if (applies === false) return "notApplicable";
  const exempt = compiled.exemptions.map((tree) => evaluateTruth(tree, facts)).reduce<Truth>(or, false);
  if (applies === null) return "unknown";
  if (exempt === true) return "notApplicable";
  if (exempt === null) return "unknown";
  const held = evaluateTruth(compiled.when, facts);
  return held === null ? "unknown" : held ? "pass" : "fail";
}

export function judge(compiled: CompiledRule, facts: Facts): Verdict {
  const { rule, catalogue } = compiled;
  const outcome = outcomeOf(compiled, facts);
  const used = [...new Set(treesOf(compiled).flatMap(factsOf))];
  const failing = outcome === "fail" ? failingParts(compiled.when, facts, catalogue) : [];
  const missing = outcome === "unknown" ? missingTerms(compiled, facts) : [];
  return {
    ruleId: rule.id,
    outcome,
    facts: used.map((fact) => ({
      term: fact.term,
      code: keyOf(fact),
      value: valueOf(fact, facts),
      shown: showFact(fact, facts, catalogue),
    })),
    failing,
    missing,
    sentence: sentenceOf(compiled, outcome, facts, missing),
    substituted: substitute(compiled, facts),
  };
}

function treesOf(compiled: CompiledRule): Checked[] {
  return [...(compiled.applies ? [compiled.applies] : []), ...compiled.exemptions, compiled.when];
}

function valueOf(fact: Fact, facts: Facts): FactValue {
  if (fact.type !== "moneyPerHead") return facts[keyOf(fact)] ?? null;
  const [money, count] = [facts[`${fact.unit}.${fact.numerator}`], facts[`${fact.unit}.${fact.denominator}`]];
  return typeof money === "number" && typeof count === "number" && count > 0 ? money / count : null;
}

/** Unknown facts below the parts that came out unknown, in reading order. */
function missingTerms(compiled: CompiledRule, facts: Facts): string[] {
  const found = new Set<string>();
  const visit = (node: Checked): void => {
    if (!isUnknown(node, facts)) return;
    if (node.kind === "fact") found.add(node.fact.term);
    checkedParts(node).forEach(visit);
  };
  treesOf(compiled).forEach(visit);
  return [...found];
}

function sentenceOf(
  compiled: CompiledRule,
  outcome: Outcome,
  facts: Facts,
  missing: readonly string[],
): Bilingual {
  const { rule } = compiled;
  const basis = {
    zh: `（依据：${rule.source.document}${rule.source.number ? ` ${rule.source.number}` : ""}，${rule.source.article}）`,
    en: ` (${rule.source.document}${rule.source.number ? ` ${rule.source.number}` : ""}, ${rule.source.article})`,
  };
  switch (outcome) {
    case "fail":
      return {
        zh: `${fill(compiled, "zh", facts)}${basis.zh}`,
        en: `${fill(compiled, "en", facts)}${basis.en}`,
      };
    case "pass":
      return { zh: `符合：${rule.title.zh}${basis.zh}`, en: `Met: ${rule.title.en}${basis.en}` };
    case "notApplicable":
      return {
        zh: `不适用于本户：${rule.title.zh}${basis.zh}`,
        en: `Does not apply here: ${rule.title.en}${basis.en}`,
      };
    case "unknown":
      return {
        zh: `还不能判断“${rule.title.zh}”，缺少：${missing.join("、")}${basis.zh}`,
        en: `Cannot be decided yet: ${rule.title.en}. Missing: ${missing.map((term) => compiled.catalogue.facts.get(term)?.title.en ?? term).join(", ")}${basis.en}`,
      };
  }
}

function fill(compiled: CompiledRule, language: "zh" | "en", facts: Facts): string {
  return compiled.rule.message[language].replaceAll(/\{([^{}]+)\}/g, (whole, term: string) => {
    const fact = compiled.catalogue.facts.get(term);
    return fact ? showFact(fact, facts, compiled.catalogue)[language] : whole;
  });
}

function substitute(compiled: CompiledRule, facts: Facts): string {
  return printExpression(parseExpression(compiled.rule.when), (leaf) => {
    const fact = leaf.kind === "term" ? compiled.catalogue.facts.get(leaf.name) : undefined;
    return fact && `${fact.term}【${showFact(fact, facts, compiled.catalogue).zh}】`;
  });
}
