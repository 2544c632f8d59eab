/** A condition in plain words: what must hold, as one would say it to a village cadre. */
import type { FactCatalogue } from "./catalogue.ts";
import type { Comparison } from "./expression.ts";
import { nameOf, valueOf } from "./plain-value.ts";
import type { Bilingual } from "./policy-error.ts";
import * as show from "./show.ts";
import { type Checked, chainOf, factsOf } from "./tree.ts";

const said: Record<Comparison, Bilingual> = {
  "=": { zh: "是", en: " is " },
  "<>": { zh: "不是", en: " is not " },
  "<": { zh: "低于", en: " is below " },
  "<=": { zh: "不超过", en: " is at most " },
  ">": { zh: "大于", en: " is above " },
  ">=": { zh: "不低于", en: " is at least " },
};
const saidOfTime: Partial<Record<Comparison, Bilingual>> = {
  "<": { zh: "早于", en: " is before " },
  "<=": { zh: "不晚于", en: " is not after " },
  ">": { zh: "晚于", en: " is after " },
  ">=": { zh: "不早于", en: " is not before " },
};
const opposite: Record<Comparison, Comparison> = {
  "=": "<>",
  "<>": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
const mirrored: Record<Comparison, Comparison> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};
const or: Bilingual = { zh: "或", en: " or " };
/** As many choices are still read well in one breath. */
const fewChoices = 3;

type Logic = Extract<Checked, { kind: "logic" }>;

/** What the condition asks for; with `wanted` false, its opposite. */
export function plainWords(node: Checked, catalogue: FactCatalogue, wanted = true): Bilingual {
  switch (node.kind) {
    case "not":
      return plainWords(node.operand, catalogue, !wanted);
    case "logic":
      return (node.operator === "and") === wanted
        ? allOf(node, catalogue, wanted)
        : oneOf(node, catalogue, wanted);
    case "compare":
      return compared(wanted ? node.operator : opposite[node.operator], node.left, node.right, catalogue);
    case "between": {
      const [low, high] = [node.low, node.high].map((bound) =>
        valueOf(bound, node.operand, catalogue, plainWords),
      );
      const not = node.negated === wanted ? { zh: "不", en: " not" } : { zh: "", en: "" };
      return after(node.operand, catalogue, {
        zh: `${not.zh}在${low?.zh}和${high?.zh}之间`,
        en: ` is${not.en} between ${low?.en} and ${high?.en}`,
      });
    }
    case "in":
      return chosen(node.negated !== wanted, node.operand, node.items, catalogue);
    case "membership":
      return member(node, catalogue, wanted);
    case "is":
      return known(node, catalogue, wanted);
    default:
      return after(node, catalogue, glue(said["="], truth(wanted)));
  }
}

/** All of them; that a value is filled in goes without saying where another part says what it should be. */
function allOf(node: Logic, catalogue: FactCatalogue, wanted: boolean): Bilingual {
  const parts = chainOf(node, node.operator);
  const told = parts.filter((part) => !(asksNull(part, !wanted) && readElsewhere(part, parts)));
  return joined(told.length > 0 ? told : parts, { zh: "，并且", en: ", and " }, catalogue, wanted);
}

/** One of them: `甲 is not null or 乙` speaks of those without 甲, `甲 is null or 甲 = …` leaves them out. */
function oneOf(node: Logic, catalogue: FactCatalogue, wanted: boolean): Bilingual {
  const { without, except, rest } = guardsOf(node, wanted);
  const { zh, en } =
    rest.length > fewChoices
      ? glue(
          { zh: "下面至少一项：", en: "at least one of these: " },
          joined(rest, { zh: "；", en: "; " }, catalogue, wanted),
        )
      : joined(rest, { zh: "，或者", en: ", or " }, catalogue, wanted);
  const [missing, passedOver] = [unfilled(without), namesOf(except)];
  return {
    zh: `${missing && `${missing.zh}的，`}${zh}${passedOver && `（${passedOver.zh}空着的略过这一项）`}`,
    en: `${missing && `where ${missing.en}, `}${en}${passedOver && ` (passed over where ${passedOver.en} is empty)`}`,
  };
}

/** The choices that only say for whom the rest is asked: those without 甲, those with 乙. */
export function guardsOf(node: Logic, wanted = true): Record<"without" | "except" | "rest", Checked[]> {
  const parts = chainOf(node, node.operator);
  const without = parts.filter((part) => asksNull(part, !wanted));
  const except = parts.filter((part) => asksNull(part, wanted) && readElsewhere(part, parts));
  const rest = parts.filter((part) => !without.includes(part) && !except.includes(part));
  return rest.length > 0 ? { without, except, rest } : { without: [], except: [], rest: parts };
}

/** 没有填甲, 甲和乙都没有填; empty of nothing. */
function unfilled(guards: readonly Checked[]): Bilingual | "" {
  const names = namesOf(guards);
  if (!names) return "";
  return guards.length === 1
    ? { zh: `没有填${names.zh}`, en: `${names.en} is not filled in` }
    : { zh: `${names.zh}都没有填`, en: `${names.en} are not filled in` };
}

function namesOf(guards: readonly Checked[]): Bilingual | "" {
  const names = guards.flatMap(factsOf).map((fact) => ({ zh: fact.term, en: fact.title.en }));
  return names.length === 0 ? "" : listed(names, { zh: "和", en: " and " });
}

/** Side by side; what is itself several parts stands in brackets. */
function joined(
  parts: readonly Checked[],
  between: Bilingual,
  catalogue: FactCatalogue,
  wanted: boolean,
): Bilingual {
  const words = parts.map((part) => {
    const { zh, en } = plainWords(part, catalogue, wanted);
    return isSeveral(part) && parts.length > 1 && /，|；/.test(zh)
      ? { zh: `（${zh}）`, en: `(${en})` }
      : { zh, en };
  });
  return show.joinWords(words, between);
}

function isSeveral(node: Checked): boolean {
  return node.kind === "not" ? isSeveral(node.operand) : node.kind === "logic";
}

/** True of `甲 is null`, or with `wanted` false of `甲 is not null`. */
function asksNull(node: Checked, wanted: boolean): boolean {
  return (
    node.kind === "is" && node.what === "null" && node.operand.kind === "fact" && node.negated !== wanted
  );
}

function readElsewhere(part: Checked, parts: readonly Checked[]): boolean {
  const [fact] = factsOf(part);
  return parts.some(
    (other) =>
      other !== part &&
      !(other.kind === "is" && other.what === "null") &&
      factsOf(other).some((one) => one === fact),
  );
}

function compared(operator: Comparison, left: Checked, right: Checked, catalogue: FactCatalogue): Bilingual {
  if (left.kind === "constant" && right.kind !== "constant")
    return compared(mirrored[operator], right, left, catalogue);
  if (right.kind === "constant" && typeof right.value === "boolean")
    return plainTruth(left, (operator === "=") === right.value, catalogue);
  if (left.type === "boolean") return agreed(operator === "=", left, right, catalogue);
  if (operator === "=" || operator === "<>") return chosen(operator === "=", left, [right], catalogue);
  const isTime = left.type === "date" || left.type === "month";
  const word = (isTime && saidOfTime[operator]) || said[operator];
  return after(left, catalogue, glue(word, valueOf(right, left, catalogue, plainWords)));
}

/** 是“甲”或“乙”, 不是“甲”. */
function chosen(
  wanted: boolean,
  subject: Checked,
  items: readonly Checked[],
  catalogue: FactCatalogue,
): Bilingual {
  const left = wanted ? undefined : choicesLeft(subject, items, catalogue);
  const choices = left ?? items.map((item) => valueOf(item, subject, catalogue, plainWords));
  return after(subject, catalogue, glue(said[wanted || left ? "=" : "<>"], listed(choices, or)));
}

/** A label that denies something: 未达标, 不达标, 无房. */
const denies = /^[未不无没]/;
/** A longer list of what is left would be harder to read than two denials. */
const mostLeft = 4;

/** 不是“未达标” denies twice: what else the code list has is said instead. */
function choicesLeft(
  subject: Checked,
  items: readonly Checked[],
  catalogue: FactCatalogue,
): Bilingual[] | undefined {
  if (subject.kind !== "fact" || subject.fact.type !== "code") return undefined;
  const { list } = subject.fact;
  const excluded = new Set(items.map((item) => (item.kind === "constant" ? item.value : undefined)));
  const all = catalogue.lists.get(list)?.items ?? [];
  const left = all.filter(({ code }) => !excluded.has(code));
  const isDenied = all.some(({ code, label }) => excluded.has(code) && denies.test(label));
  if (!isDenied || left.length === 0 || left.length > mostLeft) return undefined;
  return left.map(({ code }) => show.quoted(show.labelOf(code, list, catalogue)));
}

/** 甲与（乙是“丙”）一致: one answer held against another. */
function agreed(wanted: boolean, left: Checked, right: Checked, catalogue: FactCatalogue): Bilingual {
  const { zh, en } = nameOf(right, catalogue, plainWords);
  const words = wanted
    ? { zh: `与${zh}一致`, en: ` agrees with ${en}` }
    : { zh: `与${zh}不一致`, en: ` disagrees with ${en}` };
  return after(left, catalogue, words);
}

function plainTruth(node: Checked, wanted: boolean, catalogue: FactCatalogue): Bilingual {
  return node.kind === "fact"
    ? after(node, catalogue, glue(said["="], truth(wanted)))
    : plainWords(node, catalogue, wanted);
}

function member(
  node: Extract<Checked, { kind: "membership" }>,
  catalogue: FactCatalogue,
  wanted: boolean,
): Bilingual {
  const labels = node.items.map((code) => show.quoted(show.labelOf(code, node.list, catalogue)));
  const asksAll = node.operator === "contains" && labels.length > 1;
  const items = listed(labels, asksAll ? { zh: "和", en: " and " } : or);
  const both = asksAll && !wanted ? { zh: "同时", en: " both" } : { zh: "", en: "" };
  const not = wanted ? { zh: "", en: " includes" } : { zh: "不", en: " does not include" };
  return after(node.left, catalogue, {
    zh: `${not.zh}${both.zh}包含${items.zh}`,
    en: `${not.en}${both.en} ${items.en}`,
  });
}

function known(node: Extract<Checked, { kind: "is" }>, catalogue: FactCatalogue, wanted: boolean): Bilingual {
  const isWanted = node.negated !== wanted;
  if (node.what !== "null") {
    const { zh, en } = glue(said[isWanted ? "=" : "<>"], truth(node.what === "true"));
    return after(node.operand, catalogue, { zh, en });
  }
  const name = nameOf(node.operand, catalogue, plainWords);
  return isWanted
    ? { zh: `没有填${name.zh}`, en: `${name.en} is not filled in` }
    : { zh: `填了${name.zh}`, en: `${name.en} is filled in` };
}

/** 甲、乙或丙. */
function listed(items: readonly Bilingual[], last: Bilingual): Bilingual {
  if (items.length < 2) return items[0] ?? { zh: "", en: "" };
  return show.joinWords(
    [show.joinWords(items.slice(0, -1), { zh: "、", en: ", " }), ...items.slice(-1)],
    last,
  );
}

function after(subject: Checked, catalogue: FactCatalogue, words: Bilingual): Bilingual {
  return glue(nameOf(subject, catalogue, plainWords), words);
}

function glue(first: Bilingual, second: Bilingual): Bilingual {
  return { zh: `${first.zh}${second.zh}`, en: `${first.en}${second.en}` };
}

function truth(value: boolean): Bilingual {
  return value ? { zh: "“是”", en: "yes" } : { zh: "“否”", en: "no" };
}
