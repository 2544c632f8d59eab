/** The sentences for text that is no expression. */
import { functionNames } from "./expression.ts";
import { PolicyError } from "./policy-error.ts";
import type { Token } from "./token.ts";

export function expectedOperand(found: Token): PolicyError {
  return problem("parse.expected-operand", found, {
    zh: `这里应当写指标名、数、'文字'或括号，却是${zhToken(found)}：请补上或删去`,
    en: `A term, a number, 'text' or a bracket should stand here, but there is ${enToken(found)}: add it or delete this`,
  });
}

export function expectedToken(wanted: string, found: Token): PolicyError {
  return problem("parse.expected-token", found, {
    zh: `这里应当写“${wanted}”，却是${zhToken(found)}：请补上“${wanted}”`,
    en: `“${wanted}” should stand here, but there is ${enToken(found)}: add “${wanted}”`,
  });
}

export function unexpectedToken(found: Token): PolicyError {
  return problem("parse.unexpected", found, {
    zh: `${zhToken(found)}不该出现在这里：前面少写了 and、or 或比较符号，或者多写了这一段`,
    en: `${enToken(found)} does not belong here: add and, or, or a comparison before it, or delete it`,
  });
}

export function chained(found: Token): PolicyError {
  return problem("parse.chained", found, {
    zh: `比较不能连写（遇到第二个${zhToken(found)}）：请用 and 分成两个比较，或用 between … and …`,
    en: `Comparisons do not chain (a second ${enToken(found)}): write two joined by and, or use between … and …`,
  });
}

export function nullLiteral(found: Token): PolicyError {
  return problem("parse.null", found, {
    zh: "null 不能当作值：要判断是否未填，请写 is null 或 is not null",
    en: "null is no value: to ask whether something is missing write is null or is not null",
  });
}

export function unknownFunction(word: Token): PolicyError {
  return problem("parse.unknown-function", word, {
    zh: `没有函数“${word.text}”：可用 ${functionNames.join("、")}`,
    en: `There is no function “${word.text}”: use one of ${functionNames.join(", ")}`,
  });
}

export function oneArgument(word: Token, found: number): PolicyError {
  return problem("parse.argument-count", word, {
    zh: `函数 ${word.text} 只能有一个参数，这里有 ${found} 个：请删去多余的`,
    en: `The function ${word.text} takes one argument, here are ${found}: delete the others`,
  });
}

export function badDate(found: Token): PolicyError {
  return problem("parse.bad-date", found, {
    zh: `“${found.text}”不是日期：请写成 date '2018-01-31'，且这一天要存在`,
    en: `“${found.text}” is not a date: write date '2018-01-31' with a day that exists`,
  });
}

export function badMonth(found: Token): PolicyError {
  return problem("parse.bad-month", found, {
    zh: `“${found.text}”不是年月：请写成 month '2018-05'`,
    en: `“${found.text}” is not a month: write month '2018-05'`,
  });
}

export function tooDeep(found: Token): PolicyError {
  return problem("parse.too-deep", found, {
    zh: "括号或 not 套得太深：请拆成几条规则",
    en: "Brackets or nots are nested too deeply: split the rule into several",
  });
}

function problem(code: string, token: Token, sentence: { zh: string; en: string }): PolicyError {
  return new PolicyError(code, token, sentence);
}

function zhToken(token: Token): string {
  return token.kind === "end" ? "结尾" : `“${token.text}”`;
}

function enToken(token: Token): string {
  return token.kind === "end" ? "the end" : `“${token.text}”`;
}
