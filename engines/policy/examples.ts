/** Worked examples of rules, run as tests. Values are given by term as people write them: labels, 元, true, dates. */
import type { Fact, FactCatalogue } from "./catalogue.ts";
import { fenOf } from "./check-literal.ts";
import type { CompiledRule } from "./compile.ts";
import { type Outcome, judge } from "./judge.ts";
import { PolicyError, attempt, nowhere } from "./policy-error.ts";
import type { RuleExample } from "./rule.ts";
import { keyOf } from "./tree.ts";
import type { FactValue, Facts } from "./value.ts";

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
  const missing =
    example.missing && [...example.missing].sort().join("、") !== [...verdict.missing].sort().join("、");
  if (verdict.outcome === example.expect && !missing) return undefined;
  const got: Outcome | string = missing ? `missing ${verdict.missing.join("、")}` : verdict.outcome;
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
  for (const [term, value] of Object.entries(given)) {
    const fact = catalogue.facts.get(term);
    if (!fact) throw misfit(`没有指标“${term}”`, `there is no fact "${term}"`);
    if (fact.type === "moneyPerHead") {
      facts[`${fact.unit}.${fact.numerator}`] = value === null ? null : fen(term, value);
      facts[`${fact.unit}.${fact.denominator}`] = value === null ? null : 1;
    } else facts[keyOf(fact)] = value === null ? null : readValue(fact, value, catalogue);
  }
  return facts;
}

type Given = Exclude<RuleExample["given"][string], null>;

function readValue(fact: Fact, value: Given, catalogue: FactCatalogue): FactValue {
  switch (fact.type) {
    case "money":
      return fen(fact.term, value);
    case "integer":
      if (typeof value === "number" && Number.isSafeInteger(value)) return value;
      break;
    case "decimal":
      if (typeof value === "number") return value;
      break;
    case "boolean":
      if (typeof value === "boolean") return value;
      break;
    case "month":
      if (typeof value === "number" || typeof value === "string")
        return Number(String(value).replace("-", ""));
      break;
    case "code":
      if (typeof value === "string") return codeOf(fact.list, value, catalogue);
      break;
    case "codes":
      if (Array.isArray(value)) return value.map((label) => codeOf(fact.list, label, catalogue));
      break;
    default:
      if (typeof value === "string") return value;
  }
  throw misfit(
    `“${fact.term}”的值 ${String(value)} 类型不对`,
    `the value ${String(value)} does not fit "${fact.term}"`,
  );
}

function fen(term: string, value: Given): number {
  const amount = typeof value === "number" || typeof value === "string" ? fenOf(String(value)) : undefined;
  if (amount === undefined)
    throw misfit(
      `“${term}”的金额 ${String(value)} 不对`,
      `the amount ${String(value)} of "${term}" is wrong`,
    );
  return amount;
}

function codeOf(listId: string, label: string, catalogue: FactCatalogue): string {
  const item = catalogue.lists
    .get(listId)
    ?.items.find((one) => one.label === label || one.aliases?.includes(label));
  if (!item) throw misfit(`代码表 ${listId} 里没有“${label}”`, `the list ${listId} has no "${label}"`);
  return item.code;
}

function misfit(zh: string, en: string): PolicyError {
  return new PolicyError("example.misfit", nowhere, { zh: `例子里${zh}。`, en: `In an example, ${en}.` });
}
