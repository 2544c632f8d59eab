/** Worked examples of rules, run as tests. Values are given by term as people write them: labels, 元, true, dates. */
import { readMonth } from "./calendar.ts";
import type { Fact, FactCatalogue } from "./catalogue.ts";
import { fenOf } from "./check-literal.ts";
import type { CompiledRule } from "./compile.ts";
import { judge } from "./judge.ts";
import { nearest } from "./nearest.ts";
import { PolicyError, attempt, nowhere } from "./policy-error.ts";
import type { RuleExample } from "./rule.ts";
import { type FactValue, type Facts, type Outcome, keyOf, readFact } from "./value.ts";

export interface FailedExample {
  readonly ruleId: string;
  readonly index: number;
  readonly expected: string;
  readonly got: string;
  readonly zh: string;
  readonly en: string;
}

export function runExamples(compiled: CompiledRule): { examples: number; failed: FailedExample[] } {
  const failed = compiled.rule.examples.flatMap(
    (example, index) => runExample(compiled, example, index) ?? [],
  );
  return { examples: compiled.rule.examples.length, failed };
}

function runExample(compiled: CompiledRule, example: RuleExample, index: number): FailedExample | undefined {
  const read = attempt(() => readFacts(example.given, compiled.catalogue));
  if (!read.ok) return failure(compiled, index, example.expect, "error", read.error);
  const verdict = judge(compiled, read.value);
  const found = verdict.missing.map(({ zh }) => zh);
  const missing = example.missing && example.missing.toSorted().join("、") !== found.toSorted().join("、");
  if (verdict.outcome === example.expect && !missing) return undefined;
  const got: Outcome | string = missing ? `missing ${found.join("、")}` : verdict.outcome;
  const expected = missing ? `missing ${example.missing?.join("、")}` : example.expect;
  const sentence = {
    zh: `例${index + 1}应为 ${expected}，得到 ${got}`,
    en: `Example ${index + 1} should be ${expected} but is ${got}`,
  };
  return failure(compiled, index, expected, got, sentence);
}

function failure(
  compiled: CompiledRule,
  index: number,
  expected: string,
  got: string,
  sentence: { zh: string; en: string },
): FailedExample {
  return { ruleId: compiled.rule.id, index, expected, got, zh: sentence.zh, en: sentence.en };
}

/** @throws PolicyError example.* on an unknown term or a value that does not fit its type */
export function readFacts(given: RuleExample["given"], catalogue: FactCatalogue): Facts {
  const facts: Record<string, FactValue> = {};
  const perHead: [fact: PerHead, value: Given | null][] = [];
  for (const [term, value] of Object.entries(given)) {
    const fact = catalogue.facts.get(term);
    if (!fact) throw unknownTerm(term, catalogue);
    if (fact.type === "moneyPerHead") perHead.push([fact, value]);
    else facts[keyOf(fact)] = value === null ? null : readValue(fact, value, catalogue);
  }
  for (const [fact, value] of perHead) givePerHead(fact, value, facts);
  return facts;
}

type Given = Exclude<RuleExample["given"][string], null>;
type PerHead = Extract<Fact, { type: "moneyPerHead" }>;

/** 3500 a head means 3500 times the persons given, or one person with 3500. */
function givePerHead(fact: PerHead, value: Given | null, facts: Record<string, FactValue>): void {
  const [money, count] = [`${fact.unit}.${fact.numerator}`, `${fact.unit}.${fact.denominator}`];
  if (facts[money] !== undefined) {
    throw misfit(`“${fact.term}”和它的总额不能同时给出`, `"${fact.term}" and its total cannot both be given`);
  }
  if (value === null) {
    facts[money] = null;
    return;
  }
  const persons = (facts[count] ??= 1);
  facts[money] = typeof persons === "number" ? fen(fact.term, value) * persons : fen(fact.term, value);
}

function readValue(fact: Exclude<Fact, PerHead>, value: Given, catalogue: FactCatalogue): FactValue {
  const read = valueOf(fact, value, catalogue);
  const facts = { [keyOf(fact)]: read };
  if (read !== undefined && attempt(() => readFact(fact, facts)).ok) return read;
  throw misfit(
    `“${fact.term}”的值“${String(value)}”不合类型`,
    `the value "${String(value)}" does not fit "${fact.term}"`,
  );
}

/** Undefined where the form of the value is wrong; the type is checked afterwards. */
function valueOf(
  fact: Exclude<Fact, PerHead>,
  value: Given,
  catalogue: FactCatalogue,
): FactValue | undefined {
  switch (fact.type) {
    case "money":
      return fen(fact.term, value);
    case "month":
      return typeof value === "string" ? readMonth(value) : value;
    case "code":
      return typeof value === "string" ? codeOf(fact.list, value, catalogue) : undefined;
    case "codes":
      return Array.isArray(value) ? value.map((label) => codeOf(fact.list, label, catalogue)) : undefined;
    default:
      return value;
  }
}

function fen(term: string, value: Given): number {
  const amount = typeof value === "number" || typeof value === "string" ? fenOf(String(value)) : undefined;
  if (amount !== undefined) return amount;
  throw misfit(
    `“${term}”的金额“${String(value)}”应以元为单位、最多两位小数`,
    `the amount "${String(value)}" of "${term}" should be in yuan with two decimals at most`,
  );
}

function codeOf(listId: string, label: string, catalogue: FactCatalogue): string {
  const items = catalogue.lists.get(listId)?.items ?? [];
  const item = items.find((one) => one.label === label || one.aliases?.includes(label));
  if (item) return item.code;
  const near = nearest(
    label,
    items.map((one) => one.label),
  );
  throw misfit(
    `代码表 ${listId} 里没有“${label}”${near ? `，是不是“${near}”` : ""}`,
    `the list ${listId} has no "${label}"${near ? `; did you mean "${near}"` : ""}`,
  );
}

function unknownTerm(term: string, catalogue: FactCatalogue): PolicyError {
  const near = nearest(term, [...catalogue.facts.keys()]);
  return misfit(
    `没有指标“${term}”${near ? `，是不是“${near}”` : ""}`,
    `there is no fact "${term}"${near ? `; did you mean "${near}"` : ""}`,
  );
}

function misfit(zh: string, en: string): PolicyError {
  return new PolicyError("example.misfit", nowhere, { zh: `例子里${zh}。`, en: `In an example, ${en}.` });
}
