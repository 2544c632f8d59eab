/** The parts of a condition that failed, in words: what this household has, and what it should have. */
import type { FactCatalogue } from "./catalogue.ts";
import { evaluatePlain, evaluateTruth } from "./evaluate.ts";
import { evaluateAmount, evaluateNumber } from "./evaluate-number.ts";
import type { Comparison } from "./expression.ts";
import { compareFractions } from "./fraction.ts";
import type { Bilingual } from "./policy-error.ts";
import * as show from "./show.ts";
import { type Checked, chainOf, factsOf } from "./tree.ts";
import type { Facts } from "./value.ts";
import { isMoney, isNumber } from "./value-type.ts";

interface Case {
  readonly facts: Facts;
  readonly catalogue: FactCatalogue;
}

const should: Record<Comparison, Bilingual> = {
  "=": { zh: "应为", en: "should be" },
  "<>": { zh: "不应为", en: "should not be" },
  "<": { zh: "应低于", en: "should be below" },
  "<=": { zh: "应不超过", en: "should be at most" },
  ">": { zh: "应高于", en: "should be above" },
  ">=": { zh: "应不低于", en: "should be at least" },
};
const shouldInTime: Partial<Record<Comparison, Bilingual>> = {
  "<": { zh: "应早于", en: "should be before" },
  "<=": { zh: "应不晚于", en: "should not be after" },
  ">": { zh: "应晚于", en: "should be after" },
  ">=": { zh: "应不早于", en: "should not be before" },
};
const opposite: Record<Comparison, Comparison> = {
  "=": "<>",
  "<>": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};
const semicolon: Bilingual = { zh: "；", en: "; " };
const and: Bilingual = { zh: "，并且", en: ", and " };
const or: Bilingual = { zh: "或", en: " or " };

/** One phrase a failing part of an `and`; an `or` that failed as a whole is one phrase with all its parts. */
export function failingParts(
  node: Checked,
  facts: Facts,
  catalogue: FactCatalogue,
  wanted = true,
): Bilingual[] {
  const inner = (part: Checked): Bilingual[] => failingParts(part, facts, catalogue, wanted);
  if (node.kind === "not") return failingParts(node.operand, facts, catalogue, !wanted);
  if (node.kind !== "logic") return [phrase(node, { facts, catalogue }, wanted)];
  if ((node.operator === "and") === wanted) {
    return [node.left, node.right].filter((side) => evaluateTruth(side, facts) === !wanted).flatMap(inner);
  }
  const choices = choicesOf(node, facts, wanted).map((choice) => show.joinWords(inner(choice), and));
  if (choices.length === 1) return choices;
  const list = show.joinWords(choices, semicolon);
  return [{ zh: `以下至少应满足一项：${list.zh}`, en: `at least one of these is needed: ${list.en}` }];
}

/** What could be done about a failed choice. Nobody mends a value by emptying it where another choice says what it should be. */
function choicesOf(node: Extract<Checked, { kind: "logic" }>, facts: Facts, wanted: boolean): Checked[] {
  const choices = chainOf(node, node.operator);
  if (!wanted) return choices;
  const failing = (choice: Checked): Checked[] =>
    chainOf(choice, "and").filter((part) => evaluateTruth(part, facts) === false);
  const told = new Set(
    choices.flatMap(failing).flatMap((part) => (asksForNothing(part) ? [] : factsOf(part))),
  );
  const helps = (part: Checked): boolean =>
    !asksForNothing(part) || factsOf(part).some((fact) => !told.has(fact));
  return choices.filter((choice) => failing(choice).some(helps));
}

function asksForNothing(node: Checked): boolean {
  return node.kind === "is" && node.what === "null" && !node.negated && factsOf(node).length > 0;
}

function phrase(node: Checked, seen: Case, wanted: boolean): Bilingual {
  switch (node.kind) {
    case "compare":
      return phraseComparison(wanted ? node.operator : opposite[node.operator], node.left, node.right, seen);
    case "between": {
      const [low, high] = [node.low, node.high].map((bound) => boundOf(bound, node.operand, seen));
      const range = { zh: `${low?.zh}和${high?.zh}之间`, en: `between ${low?.en} and ${high?.en}` };
      const word =
        node.negated === wanted ? { zh: "不应在", en: "should not be" } : { zh: "应在", en: "should be" };
      return sentence(node.operand, seen, word, range);
    }
    case "in": {
      const items = node.items.map((item) => boundOf(item, node.operand, seen));
      return sentence(
        node.operand,
        seen,
        should[node.negated === wanted ? "<>" : "="],
        show.joinWords(items, or),
      );
    }
    case "membership": {
      const labels = node.items.map((code) => show.labelOf(code, node.list, seen.catalogue));
      return phraseMembership(node, labels, seen, wanted);
    }
    case "is":
      return phraseIs(node, seen, wanted);
    default:
      return sentence(node, seen, should["="], truth(wanted));
  }
}

function phraseComparison(operator: Comparison, left: Checked, right: Checked, seen: Case): Bilingual {
  if (left.kind === "constant" && right.kind !== "constant") {
    const mirrored = { "=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
    return phraseComparison(mirrored[operator], right, left, seen);
  }
  const isTime = left.type === "date" || left.type === "month";
  const word = (isTime && shouldInTime[operator]) || should[operator];
  return sentence(left, seen, word, boundOf(right, left, seen), needsFinerMoney(left, right, seen));
}

/** Money per head just beside a line would look equal to it in fen. */
function needsFinerMoney(left: Checked, right: Checked, { facts }: Case): boolean {
  if (!isMoney(left.type)) return false;
  const [a, b] = [evaluateAmount(left, facts), evaluateAmount(right, facts)];
  return !!a && !!b && compareFractions(a, b) !== 0n && show.showAmount(a).zh === show.showAmount(b).zh;
}

function phraseMembership(
  node: Extract<Checked, { kind: "membership" }>,
  labels: readonly Bilingual[],
  seen: Case,
  wanted: boolean,
): Bilingual {
  const asksAll = node.operator === "contains" && labels.length > 1;
  const listed = show.joinWords(labels, asksAll ? { zh: "和", en: " and " } : or);
  if (wanted) return sentence(node.left, seen, { zh: "应包含", en: "should include" }, listed);
  const word = asksAll
    ? { zh: "不应同时包含", en: "should not include both" }
    : { zh: "不应包含", en: "should not include" };
  return sentence(node.left, seen, word, listed);
}

function phraseIs(node: Extract<Checked, { kind: "is" }>, seen: Case, wanted: boolean): Bilingual {
  const positive = node.negated !== wanted;
  if (node.what !== "null") {
    const word = should[positive ? "=" : "<>"];
    return sentence(node.operand, seen, word, truth(node.what === "true"));
  }
  if (positive)
    return sentence(node.operand, seen, { zh: "应为空", en: "should be empty" }, { zh: "", en: "" });
  const name = nameOf(node.operand, seen);
  return { zh: `${name.zh}没有填，应填写`, en: `${name.en} is not filled in` };
}

function sentence(subject: Checked, seen: Case, word: Bilingual, bound: Bilingual, finer = false): Bilingual {
  const [name, value] = [nameOf(subject, seen), valueOf(subject, seen, finer)];
  return {
    zh: `${name.zh}是${value.zh}，${word.zh}${bound.zh}`,
    en: `${name.en} is ${value.en}, ${word.en} ${bound.en}`.trimEnd(),
  };
}

/** What a value is held against: a plain value, or a named one with its value in brackets. */
function boundOf(bound: Checked, subject: Checked, seen: Case): Bilingual {
  if (bound.kind === "constant") {
    const shown = valueOf(bound, seen, false);
    const isCount = subject.kind === "fact" && isNumber(subject.type);
    return isCount ? show.withMeasure(shown, show.measureOf(subject.fact)) : shown;
  }
  const [name, value] = [nameOf(bound, seen), valueOf(bound, seen, false)];
  return { zh: `${name.zh}（${value.zh}）`, en: `${name.en} (${value.en})` };
}

const signs = {
  "+": { zh: "加", en: " + " },
  "-": { zh: "减", en: " - " },
  "*": { zh: "乘", en: " × " },
  "/": { zh: "除以", en: " / " },
};
const callNames = {
  least: { zh: "最小值", en: "the least of" },
  greatest: { zh: "最大值", en: "the greatest of" },
  abs: { zh: "绝对值", en: "the size of" },
  coalesce: { zh: "", en: "" },
  count: { zh: "项数", en: "the number of" },
};

function nameOf(node: Checked, seen: Case): Bilingual {
  switch (node.kind) {
    case "fact":
      return { zh: node.fact.term, en: node.fact.title.en };
    case "constant":
      return valueOf(node, seen, false);
    case "arithmetic":
      return show.joinWords([nameOf(node.left, seen), nameOf(node.right, seen)], signs[node.operator]);
    case "negate": {
      const name = nameOf(node.operand, seen);
      return { zh: `负${name.zh}`, en: `minus ${name.en}` };
    }
    case "call": {
      const [first = { zh: "", en: "" }] = node.items.map((item) => nameOf(item, seen));
      if (node.name === "coalesce") return first;
      const items = show.joinWords(
        node.items.map((item) => nameOf(item, seen)),
        { zh: "、", en: ", " },
      );
      const word = callNames[node.name];
      return { zh: `${items.zh}的${word.zh}`, en: `${word.en} ${items.en}` };
    }
    default:
      return { zh: "所列条件", en: "the listed condition" };
  }
}

function valueOf(node: Checked, { facts, catalogue }: Case, finer: boolean): Bilingual {
  if (isMoney(node.type)) {
    const amount = evaluateAmount(node, facts);
    return amount ? show.withMeasure(show.showAmount(amount, finer), "元") : show.unfilled;
  }
  if (node.type === "boolean") {
    const value = evaluateTruth(node, facts);
    return value === null ? show.unfilled : truth(value);
  }
  if (node.kind === "fact") return show.showMeasured(node.fact, facts, catalogue);
  if (node.kind === "constant") return show.showConstant(node, catalogue);
  if (isNumber(node.type)) {
    const value = evaluateNumber(node, facts);
    return value === null ? show.unfilled : show.showDecimal(Number(value));
  }
  const value = evaluatePlain(node, facts);
  if (value === null || typeof value === "object") return show.unfilled;
  return show.showConstant({ ...node, kind: "constant", value }, catalogue);
}

function truth(value: boolean): Bilingual {
  return value ? { zh: "“是”", en: "yes" } : { zh: "“否”", en: "no" };
}
