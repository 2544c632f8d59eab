/** What is wrong with the meaning of a rule's text, and what to write instead. */
import type { CodeList } from "./catalogue.ts";
import { nearest } from "./nearest.ts";
import { PolicyError, type Span } from "./policy-error.ts";
import type { ValueType } from "./tree.ts";

const typeNames: Record<ValueType, [zh: string, en: string]> = {
  integer: ["整数", "an integer"],
  decimal: ["小数", "a decimal"],
  money: ["金额", "money"],
  amount: ["金额", "money"],
  ratio: ["人均金额", "money per head"],
  boolean: ["是否", "yes or no"],
  code: ["代码项", "an item of a list"],
  codes: ["多选项", "several items of a list"],
  text: ["文字", "text"],
  date: ["日期", "a date"],
  month: ["年月", "a month"],
};

export function unknownTerm(at: Span, name: string, known: readonly string[]): PolicyError {
  const [zh, en] = suggestion(nearest(name, known));
  return new PolicyError("type.unknown-term", at, {
    zh: `没有名为“${name}”的指标${zh}。文字请加单引号。`,
    en: `There is no fact named "${name}"${en}. Text goes in single quotes.`,
  });
}

export function memberTerm(at: Span, name: string): PolicyError {
  return new PolicyError("type.member-term", at, {
    zh: `“${name}”是成员指标，户规则不能使用；请改用户指标或把规则单位改为成员。`,
    en: `"${name}" is a fact of members; use a household fact, or make the rule's unit member.`,
  });
}

export function unknownLabel(at: Span, label: string, list: CodeList): PolicyError {
  const [zh, en] = suggestion(
    nearest(
      label,
      list.items.map((item) => item.label),
    ),
  );
  return new PolicyError("type.unknown-label", at, {
    zh: `代码表“${list.title.zh}”里没有“${label}”${zh}。`,
    en: `The list "${list.title.en}" has no item "${label}"${en}.`,
  });
}

export function notATruth(at: Span, type: ValueType): PolicyError {
  return new PolicyError("type.not-a-truth", at, {
    zh: `这里需要一个判断（是或否），得到的是${typeNames[type][0]}；请写出比较，如“… > …”。`,
    en: `A condition is needed here, but this is ${typeNames[type][1]}; write a comparison such as "… > …".`,
  });
}

export function notANumber(at: Span, type: ValueType): PolicyError {
  return new PolicyError("type.not-a-number", at, {
    zh: `这里需要数字，得到的是${typeNames[type][0]}。`,
    en: `A number is needed here, but this is ${typeNames[type][1]}.`,
  });
}

export function notCodes(at: Span): PolicyError {
  return new PolicyError("type.not-codes", at, {
    zh: "contains、overlaps 和 count 只能用于多选指标。",
    en: "contains, overlaps and count work on facts with several items only.",
  });
}

export function notComparable(at: Span, left: ValueType, right: ValueType, operator: string): PolicyError {
  return new PolicyError("type.not-comparable", at, {
    zh: `${typeNames[left][0]}和${typeNames[right][0]}不能用“${operator}”比较。`,
    en: `${typeNames[left][1]} and ${typeNames[right][1]} cannot be compared with "${operator}".`,
  });
}

export function unitsDiffer(at: Span): PolicyError {
  return new PolicyError("type.units-differ", at, {
    zh: "金额和普通数字不能这样合算；金额可与金额相加减，可乘除以数字。",
    en: "Money and plain numbers do not mix like this: add money to money, multiply or divide it by a number.",
  });
}

export function notFen(at: Span, text: string): PolicyError {
  return new PolicyError("type.not-fen", at, {
    zh: `金额“${text}”元最多两位小数，且不能过大。`,
    en: `The amount ${text} yuan may have two decimals at most and must not be too large.`,
  });
}

export function tooLarge(at: Span, text: string): PolicyError {
  return new PolicyError("type.too-large", at, {
    zh: `数字 ${text} 过大。`,
    en: `The number ${text} is too large.`,
  });
}

export function literalNeeded(at: Span): PolicyError {
  return new PolicyError("type.literal-needed", at, {
    zh: "列表里只能写固定值，如 'A级' 或 3。",
    en: "A list holds fixed values only, such as 'A级' or 3.",
  });
}

export function misplacedList(at: Span): PolicyError {
  return new PolicyError("type.misplaced-list", at, {
    zh: "括号列表只能写在 in、contains 或 overlaps 之后。",
    en: "A list in brackets stands only after in, contains or overlaps.",
  });
}

export function argumentCount(at: Span, name: string): PolicyError {
  return new PolicyError("type.argument-count", at, {
    zh: `函数 ${name} 的参数个数不对。`,
    en: `The function ${name} has the wrong number of arguments.`,
  });
}

function suggestion(name: string | undefined): [zh: string, en: string] {
  return name === undefined ? ["", ""] : [`，是不是“${name}”`, `; did you mean "${name}"`];
}
