/** The checked tree in JavaScript, with the results PostgreSQL gives for the generated SQL. Unknown is null. */
import { evaluateAmount, evaluateNumber } from "./evaluate-number.ts";
import type { Comparison } from "./expression.ts";
import { compareFractions, holds } from "./fraction.ts";
import type { Checked } from "./tree.ts";
import { type Facts, type Truth, and, not, or, readFact } from "./value.ts";
import { isMoney, isNumber } from "./value-type.ts";

/** @throws PolicyError fact.misfit when a fact is not of its type */
export function evaluateTruth(node: Checked, facts: Facts): Truth {
  switch (node.kind) {
    case "logic": {
      const join = node.operator === "and" ? and : or;
      return join(evaluateTruth(node.left, facts), evaluateTruth(node.right, facts));
    }
    case "not":
      return not(evaluateTruth(node.operand, facts));
    case "compare":
      return compare(node.operator, node.left, node.right, facts);
    case "between": {
      const inside = and(
        compare(">=", node.operand, node.low, facts),
        compare("<=", node.operand, node.high, facts),
      );
      return node.negated ? not(inside) : inside;
    }
    case "in": {
      const found = node.items.map((item) => compare("=", node.operand, item, facts)).reduce(or, false);
      return node.negated ? not(found) : found;
    }
    case "is":
      return evaluateIs(node, facts) !== node.negated;
    case "membership":
      return evaluateMembership(node, facts);
    default: {
      const value = evaluatePlain(node, facts);
      return typeof value === "boolean" ? value : null;
    }
  }
}

function evaluateIs(node: Extract<Checked, { kind: "is" }>, facts: Facts): boolean {
  if (node.what === "null") return isUnknown(node.operand, facts);
  return evaluateTruth(node.operand, facts) === (node.what === "true");
}

function evaluateMembership(node: Extract<Checked, { kind: "membership" }>, facts: Facts): Truth {
  const held = evaluatePlain(node.left, facts);
  if (!Array.isArray(held)) return null;
  const has = (item: string): boolean => held.includes(item);
  return node.operator === "contains" ? node.items.every(has) : node.items.some(has);
}

/** True when a value is not known; money per head is known when both parts are and the count is above zero. */
export function isUnknown(node: Checked, facts: Facts): boolean {
  if (node.type === "boolean") return evaluateTruth(node, facts) === null;
  if (isMoney(node.type)) return evaluateAmount(node, facts) === null;
  if (isNumber(node.type)) return evaluateNumber(node, facts) === null;
  return evaluatePlain(node, facts) === null;
}

function compare(operator: Comparison, left: Checked, right: Checked, facts: Facts): Truth {
  if (isMoney(left.type)) {
    const [a, b] = [evaluateAmount(left, facts), evaluateAmount(right, facts)];
    return a && b && holds(operator, compareFractions(a, b), 0n);
  }
  if (isNumber(left.type)) {
    const [a, b] = [evaluateNumber(left, facts), evaluateNumber(right, facts)];
    if (a === null || b === null) return null;
    return typeof a === "bigint" && typeof b === "bigint"
      ? holds(operator, a, b)
      : holds(operator, Number(a), Number(b));
  }
  const [a, b] = [left, right].map((side) =>
    side.type === "boolean" ? evaluateTruth(side, facts) : evaluatePlain(side, facts),
  );
  return isScalar(a) && isScalar(b) ? holds(operator, a, b) : null;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Texts, codes, dates, months and facts that are truths. */
export function evaluatePlain(
  node: Checked,
  facts: Facts,
): string | number | boolean | readonly string[] | null {
  switch (node.kind) {
    case "fact":
      return readFact(node.fact, facts);
    case "constant":
      return node.value;
    case "call":
      for (const item of node.items) {
        const value = item.type === "boolean" ? evaluateTruth(item, facts) : evaluatePlain(item, facts);
        if (value !== null) return value;
      }
      return null;
    default:
      return evaluateTruth(node, facts);
  }
}
