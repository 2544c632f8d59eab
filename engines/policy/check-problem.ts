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
    zh: `这里需要数字，得到的是${typeNames[type][0]}：请换成数字或金额指标。`,
    en: `A number is needed here, but this is ${typeNames[type][1]}: use a number or a money fact.`,
  });
}

export function notCodes(at: Span): PolicyError {
  return new PolicyError("type.not-codes", at, {
    zh: "contains、overlaps 和 count 只能用于多选指标：单选指标请用 = 或 in。",
    en: "contains, overlaps and count work on facts with several items only: use = or in for a single one.",
  });
}

export function notComparable(at: Span, left: ValueType, right: ValueType, operator: string): PolicyError {
  return new PolicyError("type.not-comparable", at, {
    zh: `${typeNames[left][0]}和${typeNames[right][0]}不能用“${operator}”比较：请换成同类的值。`,
    en: `This compares ${typeNames[left][1]} with ${typeNames[right][1]} by "${operator}": use values of one kind.`,
  });
}

export function unitsDiffer(at: Span): PolicyError {
  return new PolicyError("type.units-differ", at, {
    zh: "金额不能这样计算：金额可与金额相加减，可乘除以整数或写明的小数（如 0.45），不能乘除以小数指标。",
    en: "Money cannot be used like this: add money to money; multiply or divide it by whole numbers or by decimals that are written out (0.45), not by decimal facts.",
  });
}

export function notFen(at: Span, text: string): PolicyError {
  return new PolicyError("type.not-fen", at, {
    zh: `金额“${text}”元不对：请写到分为止（最多两位小数），且不超过 90 万亿元。`,
    en: `The amount ${text} yuan does not fit: write two decimals at most and no more than 90 trillion.`,
  });
}

export function tooLarge(at: Span, text: string): PolicyError {
  return new PolicyError("type.too-large", at, {
    zh: `数字 ${text} 位数过多：请少写几位（整数、小数各不超过 15 位）。`,
    en: `The number ${text} has too many digits: write at most 15 before and 15 after the point.`,
  });
}

export function tooExtreme(at: Span): PolicyError {
  return new PolicyError("type.too-extreme", at, {
    zh: "乘除太多或函数套得太深（最多三层），结果可能超出范围：请化简或拆成几条规则。",
    en: "So many products, quotients or nested functions (three at most) may leave the range of numbers: simplify, or split the rule.",
  });
}

export function literalNeeded(at: Span): PolicyError {
  return new PolicyError("type.literal-needed", at, {
    zh: "这里只能写列表项的名称，并加单引号，如 '因病'。",
    en: "Only labels of the list in single quotes stand here, such as '因病'.",
  });
}

export function misplacedList(at: Span): PolicyError {
  return new PolicyError("type.misplaced-list", at, {
    zh: "括号列表只能写在 in、contains 或 overlaps 之后。",
    en: "A list in brackets stands only after in, contains or overlaps.",
  });
}

function suggestion(name: string | undefined): [zh: string, en: string] {
  return name === undefined ? ["", ""] : [`，是不是“${name}”`, `; did you mean "${name}"`];
}
