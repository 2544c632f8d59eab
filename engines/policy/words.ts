/** The parts of a condition that failed, in words: what this household has, and what it should have. */
import type { FactCatalogue } from "./catalogue.ts";
import type { Comparison } from "./expression.ts";
import { evaluateTruth, evaluateValue } from "./evaluate.ts";
import type { Bilingual } from "./policy-error.ts";
import { showConstant, showFact, yuan } from "./show.ts";
import type { Checked } from "./tree.ts";
import type { Facts } from "./value.ts";

const should: Record<Comparison, Bilingual> = {
  "=": { zh: "应为", en: "should be" },
  "<>": { zh: "不应为", en: "should not be" },
  "<": { zh: "应低于", en: "should be below" },
  "<=": { zh: "应不超过", en: "should be at most" },
  ">": { zh: "应高于", en: "should be above" },
  ">=": { zh: "应不低于", en: "should be at least" },
};
const opposite: Record<Comparison, Comparison> = {
  "=": "<>",
  "<>": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

/** One phrase a failing part; the parts of an `and` stand apart, those of an `or` together. */
export function failingParts(
  node: Checked,
  facts: Facts,
  catalogue: FactCatalogue,
  wanted = true,
): Bilingual[] {
  if (node.kind === "not") return failingParts(node.operand, facts, catalogue, !wanted);
  if (node.kind === "logic") {
    const together = (node.operator === "and") === wanted;
    const sides = [node.left, node.right].filter((side) => evaluateTruth(side, facts) === !wanted);
    const parts = sides.flatMap((side) => failingParts(side, facts, catalogue, wanted));
    return together || parts.length < 2 ? parts : [join(parts, { zh: "；并且", en: "; and " })];
  }
  return [phrase(node, facts, catalogue, wanted)];
}

function phrase(node: Checked, facts: Facts, catalogue: FactCatalogue, wanted: boolean): Bilingual {
  const show = (part: Checked): Bilingual => showPart(part, facts, catalogue);
  switch (node.kind) {
    case "compare":
      return has(node.left, show, should[wanted ? node.operator : opposite[node.operator]], show(node.right));
    case "between": {
      const inside = node.negated !== wanted;
      const range = join([show(node.low), show(node.high)], { zh: "至", en: " to " });
      return has(
        node.operand,
        show,
        inside ? { zh: "应在", en: "should be within" } : { zh: "不应在", en: "should not be within" },
        range,
      );
    }
    case "in": {
      const inside = node.negated !== wanted;
      const items = join(node.items.map(show), { zh: "、", en: ", " });
      return has(
        node.operand,
        show,
        inside ? { zh: "应为其中之一：", en: "should be one of:" } : { zh: "不应为", en: "should not be" },
        items,
      );
    }
    case "membership": {
      const labels = join(
        node.items.map((code) => labelOf(code, node.list, catalogue)),
        { zh: "、", en: ", " },
      );
      const word = wanted
        ? node.operator === "contains"
          ? { zh: "应包含", en: "should include" }
          : { zh: "应至少有", en: "should have one of" }
        : { zh: "不应有", en: "should not have" };
      return has(node.left, show, word, labels);
    }
    case "is":
      return phraseIs(node, show, wanted);
    default:
      return has(node, show, should["="], wanted ? { zh: "是", en: "yes" } : { zh: "否", en: "no" });
  }
}

function phraseIs(
  node: Extract<Checked, { kind: "is" }>,
  show: (part: Checked) => Bilingual,
  wanted: boolean,
): Bilingual {
  const positive = node.negated !== wanted;
  if (node.what !== "null")
    return has(
      node.operand,
      show,
      should["="],
      positive === (node.what === "true") ? { zh: "是", en: "yes" } : { zh: "否", en: "no" },
    );
  const name = nameOf(node.operand);
  return positive
    ? has(node.operand, show, { zh: "应为空", en: "should be empty" }, { zh: "", en: "" })
    : { zh: `没有填写${name.zh}`, en: `${name.en} is not filled in` };
}

function has(
  subject: Checked,
  show: (part: Checked) => Bilingual,
  word: Bilingual,
  bound: Bilingual,
): Bilingual {
  const [name, value] = [nameOf(subject), show(subject)];
  return {
    zh: `${name.zh}是${value.zh}，${word.zh}${bound.zh}`,
    en: `${name.en} is ${value.en}, ${word.en} ${bound.en}`.trimEnd(),
  };
}

function nameOf(node: Checked): Bilingual {
  if (node.kind === "fact") return { zh: node.fact.term, en: node.fact.title.en };
  if (node.kind === "arithmetic") {
    const [left, right] = [nameOf(node.left), nameOf(node.right)];
    return {
      zh: `${left.zh}${sign[node.operator]}${right.zh}`,
      en: `${left.en} ${node.operator} ${right.en}`,
    };
  }
  if (node.kind === "constant")
    return {
      zh: typeof node.value === "number" && node.type === "money" ? yuan(node.value) : String(node.value),
      en: String(node.value),
    };
  if (node.kind === "call") return join(node.items.map(nameOf), { zh: "、", en: ", " });
  return node.kind === "negate" ? nameOf(node.operand) : { zh: "该项", en: "this" };
}

const sign = { "+": "加", "-": "减", "*": "乘", "/": "除以" } as const;

function showPart(node: Checked, facts: Facts, catalogue: FactCatalogue): Bilingual {
  if (node.kind === "fact") return named(node, showFact(node.fact, facts, catalogue), facts);
  if (node.kind === "constant") return showConstant(node, catalogue);
  const value = node.type === "boolean" ? evaluateTruth(node, facts) : evaluateValue(node, facts);
  if (value === null || typeof value === "object") return { zh: "未知", en: "not known" };
  return showConstant(
    { ...node, kind: "constant", type: node.type, value: typeof value === "bigint" ? Number(value) : value },
    catalogue,
  );
}

/** Money is followed by its unit; other facts by their measure. */
function named(node: Extract<Checked, { kind: "fact" }>, shown: Bilingual, facts: Facts): Bilingual {
  const measure = node.type === "money" || node.type === "ratio" ? "元" : (node.fact.measure ?? "");
  const known =
    node.type === "ratio"
      ? evaluateValue(node, facts) !== null
      : facts[`${node.fact.unit}.${node.fact.code}`] != null;
  return known && measure
    ? { zh: shown.zh + measure, en: `${shown.en} ${measure === "元" ? "yuan" : measure}` }
    : shown;
}

function labelOf(code: string, listId: string, catalogue: FactCatalogue): Bilingual {
  const item = catalogue.lists.get(listId)?.items.find((one) => one.code === code);
  return { zh: item?.label ?? code, en: item?.en ?? item?.label ?? code };
}

function join(parts: readonly Bilingual[], glue: Bilingual): Bilingual {
  return { zh: parts.map((part) => part.zh).join(glue.zh), en: parts.map((part) => part.en).join(glue.en) };
}
