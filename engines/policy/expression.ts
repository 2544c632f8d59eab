/** The tree of rule text as written: terms by name, literals not yet given a meaning. Made by `parseExpression`. */
import type { Span } from "./policy-error.ts";

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";
export type Arithmetic = "+" | "-" | "*" | "/";
export type Logic = "and" | "or";
/** `contains` asks for all of the listed items, `overlaps` for at least one. */
export type Membership = "contains" | "overlaps";
export type FunctionName = "least" | "greatest" | "abs" | "coalesce" | "count";

export const functionNames: readonly FunctionName[] = ["least", "greatest", "abs", "coalesce", "count"];

export type Expression = Span & Shape;

export type Shape =
  /** Digits as written, never negative. */
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** yyyy-mm-dd, a day that exists. */
  | { readonly kind: "date"; readonly value: string }
  /** yyyymm. */
  | { readonly kind: "month"; readonly value: number }
  | { readonly kind: "term"; readonly name: string }
  | { readonly kind: "unary"; readonly operator: "-" | "not"; readonly operand: Expression }
  | Binary
  | {
      readonly kind: "in";
      readonly negated: boolean;
      readonly operand: Expression;
      readonly items: readonly Expression[];
    }
  | Between
  | {
      readonly kind: "is";
      readonly negated: boolean;
      readonly operand: Expression;
      readonly what: "null" | "true" | "false";
    }
  /** (a, b): stands only right of contains and overlaps. */
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "call"; readonly name: FunctionName; readonly items: readonly Expression[] };

interface Binary {
  readonly kind: "binary";
  readonly operator: Comparison | Arithmetic | Logic | Membership;
  readonly left: Expression;
  readonly right: Expression;
}

interface Between {
  readonly kind: "between";
  readonly negated: boolean;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

/** How tightly an operator binds, as in PostgreSQL's grammar; a higher number binds first. */
export const power = {
  or: 1,
  and: 2,
  not: 3,
  is: 4,
  compare: 5,
  between: 6,
  membership: 7,
  sum: 8,
  product: 9,
  minus: 10,
};

export function binaryPower(operator: Binary["operator"]): number {
  if (operator === "or" || operator === "and") return power[operator];
  if (operator === "contains" || operator === "overlaps") return power.membership;
  if (operator === "+" || operator === "-") return power.sum;
  if (operator === "*" || operator === "/") return power.product;
  return power.compare;
}

export function isComparison(operator: string): operator is Comparison {
  return ["=", "<>", "<", "<=", ">", ">="].includes(operator);
}

/** The direct parts of an expression, in reading order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "unary":
    case "is":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "in":
      return [expression.operand, ...expression.items];
    case "between":
      return [expression.operand, expression.low, expression.high];
    case "list":
    case "call":
      return expression.items;
    default:
      return [];
  }
}
