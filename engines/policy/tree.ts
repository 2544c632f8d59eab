/** The checked tree: every literal has its type and unit, every term is a fact. Made by `checkExpression`. */
import type { Fact } from "./catalogue.ts";
import type { Arithmetic, Comparison, FunctionName, Logic, Membership } from "./expression.ts";
import type { Span } from "./policy-error.ts";

/** Money in three exact forms: `money` is whole fen, `ratio` a fact per head, `amount` any other fraction of fen. */
export type ValueType =
  | "integer"
  | "decimal"
  | "money"
  | "amount"
  | "ratio"
  | "boolean"
  | "code"
  | "codes"
  | "text"
  | "date"
  | "month";

export type Constant = number | string | boolean;

export type Checked = Span & Node;

export type Node =
  | { readonly kind: "fact"; readonly fact: Fact; readonly type: ValueType }
  | {
      readonly kind: "constant";
      readonly value: Constant;
      readonly type: ValueType;
      readonly list?: string;
      /** A decimal as written, for exact work with money. */
      readonly digits?: string;
    }
  | { readonly kind: "negate"; readonly operand: Checked; readonly type: ValueType }
  | {
      readonly kind: "arithmetic";
      readonly operator: Arithmetic;
      readonly left: Checked;
      readonly right: Checked;
      readonly type: ValueType;
    }
  | {
      readonly kind: "call";
      readonly name: FunctionName;
      readonly items: readonly Checked[];
      readonly type: ValueType;
    }
  | {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly left: Checked;
      readonly right: Checked;
      readonly type: "boolean";
    }
  | {
      readonly kind: "between";
      readonly negated: boolean;
      readonly operand: Checked;
      readonly low: Checked;
      readonly high: Checked;
      readonly type: "boolean";
    }
  | {
      readonly kind: "in";
      readonly negated: boolean;
      readonly operand: Checked;
      readonly items: readonly Checked[];
      readonly type: "boolean";
    }
  | {
      readonly kind: "is";
      readonly negated: boolean;
      readonly operand: Checked;
      readonly what: "null" | "true" | "false";
      readonly type: "boolean";
    }
  | {
      readonly kind: "membership";
      readonly operator: Membership;
      readonly left: Checked;
      readonly items: readonly string[];
      readonly list: string;
      readonly type: "boolean";
    }
  | {
      readonly kind: "logic";
      readonly operator: Logic;
      readonly left: Checked;
      readonly right: Checked;
      readonly type: "boolean";
    }
  | { readonly kind: "not"; readonly operand: Checked; readonly type: "boolean" };

/** The direct parts of a node, in reading order. */
export function checkedParts(node: Checked): readonly Checked[] {
  switch (node.kind) {
    case "negate":
    case "not":
    case "is":
      return [node.operand];
    case "arithmetic":
    case "compare":
    case "logic":
      return [node.left, node.right];
    case "membership":
      return [node.left];
    case "between":
      return [node.operand, node.low, node.high];
    case "in":
      return [node.operand, ...node.items];
    case "call":
      return node.items;
    default:
      return [];
  }
}

/** The members of a chain of one operator: a, b and c of `a and b and c`; the node itself where there is no chain. */
export function chainOf(node: Checked, operator: Logic): Checked[] {
  if (node.kind !== "logic" || node.operator !== operator) return [node];
  return [...chainOf(node.left, operator), ...chainOf(node.right, operator)];
}

type FactNode = Extract<Checked, { kind: "fact" }>;

/** Every place where a tree reads a fact, in reading order. */
export function factNodesOf(node: Checked): FactNode[] {
  return node.kind === "fact" ? [node] : checkedParts(node).flatMap(factNodesOf);
}

/** Facts a tree reads, each once, in reading order. */
export function factsOf(node: Checked): readonly Fact[] {
  return [...new Set(factNodesOf(node).map(({ fact }) => fact))];
}
