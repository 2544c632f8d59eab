/** Literals get their meaning from what they stand beside: 2995 beside money is 299,500 fen, a label is a code. */
import type { CodeList } from "./catalogue.ts";
import * as problem from "./check-problem.ts";
import { type Expression, partsOf } from "./expression.ts";
import type { Checked, ValueType } from "./tree.ts";

export interface Hint {
  readonly type: ValueType;
  readonly list?: CodeList | undefined;
}

const literalKinds = new Set(["number", "text", "boolean", "date", "month"]);

export function isLiteral(expression: Expression): boolean {
  if (expression.kind === "unary" && expression.operator === "-") return expression.operand.kind === "number";
  return literalKinds.has(expression.kind);
}

/** Literals, and sums and choices of nothing but literals: their unit follows from what they stand beside. */
export function isAdaptable(expression: Expression): boolean {
  if (isLiteral(expression)) return true;
  const isSum = expression.kind === "binary" && (expression.operator === "+" || expression.operator === "-");
  const isChoice = expression.kind === "call" && expression.name !== "count";
  const isMinus = expression.kind === "unary" && expression.operator === "-";
  return (isSum || isChoice || isMinus) && partsOf(expression).every(isAdaptable);
}

/** @throws PolicyError type.* */
export function checkLiteral(literal: Expression, hint?: Hint): Checked {
  const { position, length } = literal;
  switch (literal.kind) {
    case "number":
      return checkNumber(literal, literal.text, hint);
    case "unary":
      if (literal.operand.kind !== "number") throw problem.literalNeeded(literal);
      return checkNumber(literal, `-${literal.operand.text}`, hint);
    case "text":
      return checkText(literal, literal.value, hint);
    case "boolean":
      return { position, length, kind: "constant", value: literal.value, type: "boolean" };
    case "date":
      return { position, length, kind: "constant", value: literal.value, type: "date" };
    case "month":
      return { position, length, kind: "constant", value: literal.value, type: "month" };
    default:
      throw problem.literalNeeded(literal);
  }
}

function checkNumber(at: Expression, text: string, hint: Hint | undefined): Checked {
  const { position, length } = at;
  if (hint && ["money", "amount", "ratio"].includes(hint.type)) {
    const fen = fenOf(text);
    if (fen === undefined) throw problem.notFen(at, text);
    return { position, length, kind: "constant", value: fen, type: "money" };
  }
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))) {
    return { position, length, kind: "constant", value: Number(text), type: "integer" };
  }
  if (!/^-?\d{1,15}\.\d{1,15}$/.test(text)) throw problem.tooLarge(at, text);
  return { position, length, kind: "constant", value: Number(text), type: "decimal", digits: text };
}

/** 元 as text → integer fen without a floating-point step; undefined with more than two decimals or beyond safety. */
export function fenOf(yuan: string): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(yuan);
  if (!match) return undefined;
  const fen = Number(`${match[2]}${(match[3] ?? "").padEnd(2, "0")}`);
  return Number.isSafeInteger(fen) ? (match[1] ? -fen : fen) : undefined;
}

function checkText(at: Expression, label: string, hint: Hint | undefined): Checked {
  const { position, length } = at;
  if (hint?.list && (hint.type === "code" || hint.type === "codes")) {
    const item = hint.list.items.find((one) => one.label === label || one.aliases?.includes(label));
    if (!item) throw problem.unknownLabel(at, label, hint.list);
    return { position, length, kind: "constant", value: item.code, type: "code", list: hint.list.id };
  }
  return { position, length, kind: "constant", value: label, type: "text" };
}
