/** What a condition speaks of and what it is held against, by name: facts, sums of facts, written values. */
import type { FactCatalogue } from "./catalogue.ts";
import { evaluateAmount } from "./evaluate-number.ts";
import type { Bilingual } from "./policy-error.ts";
import * as show from "./show.ts";
import type { Checked } from "./tree.ts";
import { isMoney, isNumber } from "./value-type.ts";

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
  count: { zh: "项数", en: "the number of" },
};

/** A condition in plain words; it is handed in because those words name values in turn. */
type SayCondition = (condition: Checked, catalogue: FactCatalogue) => Bilingual;

export function nameOf(node: Checked, catalogue: FactCatalogue, say: SayCondition): Bilingual {
  switch (node.kind) {
    case "fact":
      return { zh: node.fact.term, en: node.fact.title.en };
    case "constant":
      return constantOf(node, catalogue);
    case "arithmetic":
      return show.joinWords(
        [operandOf(node.left, catalogue, say), operandOf(node.right, catalogue, say)],
        signs[node.operator],
      );
    case "negate": {
      const name = operandOf(node.operand, catalogue, say);
      return { zh: `负${name.zh}`, en: `minus ${name.en}` };
    }
    case "call":
      return callOf(node, catalogue, say);
    default: {
      const { zh, en } = say(node, catalogue);
      return { zh: `（${zh}）`, en: `(${en})` };
    }
  }
}

/** A sum inside a product, or a product of one, stands in brackets. */
function operandOf(node: Checked, catalogue: FactCatalogue, say: SayCondition): Bilingual {
  const { zh, en } = nameOf(node, catalogue, say);
  return node.kind === "arithmetic" ? { zh: `（${zh}）`, en: `(${en})` } : { zh, en };
}

function callOf(
  node: Extract<Checked, { kind: "call" }>,
  catalogue: FactCatalogue,
  say: SayCondition,
): Bilingual {
  const names = node.items.map((item) => nameOf(item, catalogue, say));
  if (node.name === "coalesce") {
    const [first = show.unfilled, ...others] = names;
    const instead = show.joinWords(others, { zh: "、", en: ", " });
    return {
      zh: `${first.zh}（没有填的按${instead.zh}）`,
      en: `${first.en} (where not filled in: ${instead.en})`,
    };
  }
  const items = show.joinWords(names, { zh: "、", en: ", " });
  const word = callNames[node.name];
  return { zh: `${items.zh}的${word.zh}`, en: `${word.en} ${items.en}` };
}

/** A written value with the measure of what is held against it; labels in quotes; anything else by its name. */
export function valueOf(
  bound: Checked,
  subject: Checked,
  catalogue: FactCatalogue,
  say: SayCondition,
): Bilingual {
  if (bound.kind !== "constant") return nameOf(bound, catalogue, say);
  const shown = constantOf(bound, catalogue);
  const isCount = subject.kind === "fact" && isNumber(subject.type);
  return isCount ? show.withMeasure(shown, show.measureOf(subject.fact)) : shown;
}

function constantOf(node: Extract<Checked, { kind: "constant" }>, catalogue: FactCatalogue): Bilingual {
  if (isMoney(node.type)) {
    const amount = evaluateAmount(node, {});
    return amount ? show.withMeasure(show.showAmount(amount), "元") : show.unfilled;
  }
  const shown = show.showConstant(node, catalogue);
  return typeof node.value === "string" && node.type !== "date" ? show.quoted(shown) : shown;
}
