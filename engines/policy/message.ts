/**
 * What a rule says to a household that fails it: one message for each part of the condition that `and` joins, so that the
 * sentence speaks of the part that failed and never of one that is in order.
 */
import type { FactCatalogue } from "./catalogue.ts";
import type { CompiledRule } from "./compile.ts";
import { evaluateTruth } from "./evaluate.ts";
import { type Bilingual, PolicyError, nowhere } from "./policy-error.ts";
import type { Rule } from "./rule.ts";
import { showFact } from "./show.ts";
import { type Checked, chainOf, factsOf } from "./tree.ts";
import type { Facts } from "./value.ts";

const placeholder = /\{([^{}]+)\}/g;

/** What is said of each part of the condition, in the order of the rule; null of a part that did not fail. */
export function saidOfParts({ rule, catalogue, when }: CompiledRule, facts: Facts): (Bilingual | null)[] {
  return chainOf(when, "and").map((part, index) => {
    const message = rule.message[index];
    return message && evaluateTruth(part, facts) === false ? fill(message, facts, catalogue) : null;
  });
}

/** What contradicts on record of this household; a statement that nobody made contradicts nothing. */
export function contradictionsOf(
  { rule, catalogue, contradictions }: CompiledRule,
  facts: Facts,
): Bilingual[] {
  return contradictions.flatMap((tree, index) => {
    const message = rule.contradictions[index]?.message;
    return message && evaluateTruth(tree, facts) === true ? [fill(message, facts, catalogue)] : [];
  });
}

function fill(message: Bilingual, facts: Facts, catalogue: FactCatalogue): Bilingual {
  const say = (language: "zh" | "en"): string =>
    message[language].replaceAll(placeholder, (whole, term: string) => {
      const fact = catalogue.facts.get(term);
      return fact ? showFact(fact, facts, catalogue)[language] : whole;
    });
  return { zh: say("zh"), en: say("en") };
}

/** The messages as they are before a household fills them: each value's place named in the language of the message. */
export function openMessages({ rule, catalogue }: CompiledRule): Bilingual[] {
  const named = (whole: string, term: string): string => {
    const title = catalogue.facts.get(term)?.title.en;
    return title === undefined ? whole : `{${title}}`;
  };
  return rule.message.map(({ zh, en }) => ({ zh, en: en.replaceAll(placeholder, named) }));
}

interface ReadTrees {
  readonly when: Checked | undefined;
  readonly applies: Checked | undefined;
  readonly contradictions: readonly (Checked | undefined)[];
}

/** What is wrong with the messages of a rule; a tree is undefined where it could not be read. */
export function checkMessage(rule: Rule, catalogue: FactCatalogue, trees: ReadTrees): PolicyError[] {
  const parts = trees.when && chainOf(trees.when, "and");
  const check = (message: Bilingual, part: Checked | undefined, field: string): PolicyError[] => {
    const own = part && new Set([...factsOf(part), ...(trees.applies ? factsOf(trees.applies) : [])]);
    return (["zh", "en"] as const).flatMap((language) =>
      termsOf(message[language]).flatMap((term) => {
        const fact = catalogue.facts.get(term);
        const usable = fact && (fact.unit === "household" || rule.unit === "member");
        if (usable && (!own || own.has(fact))) return [];
        return [(usable ? foreignTerm : unknownTerm)(term, `${field}.${language}`)];
      }),
    );
  };
  const errors = [
    ...rule.message.flatMap((message, index) =>
      check(message, parts?.[index], `message${rule.message.length > 1 ? `[${index}]` : ""}`),
    ),
    ...rule.contradictions.flatMap(({ message }, index) =>
      check(message, trees.contradictions[index], `contradictions[${index}].message`),
    ),
  ];
  if (parts && parts.length !== rule.message.length) {
    return [wrongCount(parts.length, rule.message.length)];
  }
  return errors;
}

function termsOf(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, term = ""]) => term);
}

function wrongCount(parts: number, messages: number): PolicyError {
  const sentence = {
    zh: `条件由“and”连成${parts}个部分，提示语却有${messages}条：请按顺序给每个部分写一条。`,
    en: `The condition has ${parts} parts joined by "and", but ${messages} messages: write one for each part, in order.`,
  };
  return new PolicyError("rule.message-count", nowhere, sentence, "message");
}

function unknownTerm(term: string, field: string): PolicyError {
  const sentence = {
    zh: `提示语里的“${term}”不是这类规则可用的指标：请改用目录里的指标名。`,
    en: `The message names "${term}", which is no fact of this kind of rule: use a term of the catalogue.`,
  };
  return new PolicyError("rule.unknown-placeholder", nowhere, sentence, field);
}

function foreignTerm(term: string, field: string): PolicyError {
  const sentence = {
    zh: `提示语里的“${term}”不在它所说的那部分条件里：只写这部分或适用条件用到的指标。`,
    en: `The message names "${term}", which its part of the condition does not read: name only facts of that part or of \`applies\`.`,
  };
  return new PolicyError("rule.foreign-placeholder", nowhere, sentence, field);
}
