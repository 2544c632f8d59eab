/** The checked tree in JavaScript, with the results PostgreSQL gives for the generated SQL. Unknown is null. */
import type { Comparison, Arithmetic } from "./expression.ts";
import { type Checked, keyOf } from "./tree.ts";
import { type Facts, type Truth, and, not, or } from "./value.ts";

/** Exact numbers (integers, fen) are bigint inside, decimals are number, as int8 and float8 in the database. */
type Inner = bigint | number | string | boolean | readonly string[] | null;

export function evaluateTruth(node: Checked, facts: Facts): Truth {
  switch (node.kind) {
    case "logic":
      return node.operator === "and"
        ? and(evaluateTruth(node.left, facts), evaluateTruth(node.right, facts))
        : or(evaluateTruth(node.left, facts), evaluateTruth(node.right, facts));
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
      return evaluateIs(node, facts);
    case "membership": {
      const held = evaluateValue(node.left, facts);
      if (!Array.isArray(held)) return null;
      const has = (item: string): boolean => held.includes(item);
      return node.operator === "contains" ? node.items.every(has) : node.items.some(has);
    }
    default: {
      const value = evaluateValue(node, facts);
      return typeof value === "boolean" ? value : null;
    }
  }
}

function evaluateIs(node: Extract<Checked, { kind: "is" }>, facts: Facts): boolean {
  const result =
    node.what === "null"
      ? isUnknown(node.operand, facts)
      : evaluateTruth(node.operand, facts) === (node.what === "true");
  return node.negated ? !result : result;
}

/** True when a value is not known; a ratio is known when both parts are and the count is above zero. */
export function isUnknown(node: Checked, facts: Facts): boolean {
  return node.type === "boolean" ? evaluateTruth(node, facts) === null : evaluateValue(node, facts) === null;
}

function compare(operator: Comparison, left: Checked, right: Checked, facts: Facts): Truth {
  const [first, second] = [partsOf(left, facts), partsOf(right, facts)];
  if (!first || !second) return null;
  // a/b ? c/d is compared as a·d ? c·b: exact, both counts are above zero.
  const [a, b] =
    second.count === null && first.count === null
      ? [first.value, second.value]
      : [times(first.value, second.count), times(second.value, first.count)];
  return holds(operator, a, b);
}

function partsOf(
  node: Checked,
  facts: Facts,
): { value: Exclude<Inner, null>; count: bigint | null } | undefined {
  if (node.kind === "fact" && node.fact.type === "moneyPerHead") {
    const { unit, numerator, denominator } = node.fact;
    const [money, count] = [facts[`${unit}.${numerator}`], facts[`${unit}.${denominator}`]];
    if (typeof money !== "number" || typeof count !== "number" || count <= 0) return undefined;
    return { value: BigInt(money), count: BigInt(count) };
  }
  const value = node.type === "boolean" ? evaluateTruth(node, facts) : evaluateValue(node, facts);
  return value === null ? undefined : { value, count: null };
}

function times(value: Exclude<Inner, null>, count: bigint | null): Exclude<Inner, null> {
  if (count === null) return value;
  return typeof value === "bigint" ? value * count : Number(value) * Number(count);
}

function holds(operator: Comparison, a: Exclude<Inner, null>, b: Exclude<Inner, null>): boolean {
  const [left, right] =
    typeof a === "bigint" && typeof b === "bigint" ? [a, b] : [decimalOf(a), decimalOf(b)];
  switch (operator) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

/** An exact number beside a decimal becomes a decimal, as int8 beside float8. */
function decimalOf(value: Exclude<Inner, null>): Exclude<Inner, null | bigint> {
  return typeof value === "bigint" ? Number(value) : value;
}

/** A value that is not a truth from logic or comparison. Ratios come divided (fen as a decimal). */
export function evaluateValue(node: Checked, facts: Facts): Inner {
  switch (node.kind) {
    case "fact":
      return node.type === "ratio" ? divided(node, facts) : readFact(node.type, facts[keyOf(node.fact)]);
    case "constant":
      return isExact(node) && typeof node.value === "number" ? BigInt(node.value) : node.value;
    case "negate": {
      const value = evaluateValue(node.operand, facts);
      return typeof value === "bigint" || typeof value === "number" ? -value : null;
    }
    case "arithmetic":
      return calculate(
        node.operator,
        isExact(node),
        evaluateValue(node.left, facts),
        evaluateValue(node.right, facts),
      );
    case "call":
      return call(node, facts);
    default:
      return evaluateTruth(node, facts);
  }
}

function readFact(type: Checked["type"], value: Facts[string]): Inner {
  if (value === null || value === undefined) return null;
  return (type === "integer" || type === "money") && typeof value === "number" ? BigInt(value) : value;
}

function divided(node: Checked, facts: Facts): number | null {
  const parts = partsOf(node, facts);
  return parts ? Number(parts.value) / Number(parts.count) : null;
}

function isExact(node: Checked): boolean {
  return node.type === "integer" || node.type === "money";
}

function calculate(operator: Arithmetic, exact: boolean, left: Inner, right: Inner): bigint | number | null {
  if (left === null || right === null) return null;
  if (exact && typeof left === "bigint" && typeof right === "bigint") {
    return operator === "+" ? left + right : operator === "-" ? left - right : left * right;
  }
  const [a, b] = [Number(left), Number(right)];
  if (operator === "/") return b === 0 ? null : a / b;
  return operator === "+" ? a + b : operator === "-" ? a - b : a * b;
}

function call(node: Extract<Checked, { kind: "call" }>, facts: Facts): Inner {
  const values = node.items.map((item) =>
    node.type === "boolean" ? evaluateTruth(item, facts) : evaluateValue(item, facts),
  );
  const [first = null] = values;
  if (node.name === "count") return Array.isArray(first) ? BigInt(first.length) : null;
  const fitted = isExact(node)
    ? values
    : values.map((value) => (typeof value === "bigint" ? Number(value) : value));
  if (node.name === "coalesce") return fitted.find((value) => value !== null) ?? null;
  // One unknown makes the whole unknown; SQL's own least and greatest would skip it.
  const numbers = fitted.filter((value) => typeof value === "bigint" || typeof value === "number");
  if (numbers.length < fitted.length || numbers[0] === undefined) return null;
  if (node.name === "abs") return numbers[0] < 0 ? -numbers[0] : numbers[0];
  return numbers.reduce((a, b) => ((node.name === "least" ? b < a : b > a) ? b : a));
}
