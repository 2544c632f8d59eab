/**
 * Numbers and money in JavaScript: integers are bigint (int8 or numeric in the database), decimals number (float8), money
 * exact fractions of fen. Least, greatest and abs of something unknown are unknown, unlike SQL's own least and greatest.
 */
import type { Arithmetic, FunctionName } from "./expression.ts";
import {
  type Fraction,
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  negateFraction,
  whole,
} from "./fraction.ts";
import type { Checked } from "./tree.ts";
import { type Facts, readFact, readWhole } from "./value.ts";
import { isMoney } from "./value-type.ts";

/** A node of type integer or decimal. */
export function evaluateNumber(node: Checked, facts: Facts): bigint | number | null {
  const value = evaluateEither(node, facts);
  return value !== null && node.type === "decimal" ? Number(value) : value;
}

function evaluateEither(node: Checked, facts: Facts): bigint | number | null {
  switch (node.kind) {
    case "fact":
      return numberOf(node, readFact(node.fact, facts));
    case "constant":
      return numberOf(node, node.value);
    case "negate": {
      const value = evaluateNumber(node.operand, facts);
      return value === null ? null : -value;
    }
    case "arithmetic":
      return evaluateArithmetic(node, facts);
    case "call":
      return evaluateCall(node, facts);
    default:
      return null;
  }
}

function numberOf(node: Checked, value: unknown): bigint | number | null {
  if (typeof value !== "number") return null;
  return node.type === "decimal" ? value : BigInt(value);
}

function evaluateArithmetic(
  node: Extract<Checked, { kind: "arithmetic" }>,
  facts: Facts,
): bigint | number | null {
  if (isMoney(node.left.type)) return quotient(node, facts);
  const [left, right] = [evaluateNumber(node.left, facts), evaluateNumber(node.right, facts)];
  if (left === null || right === null) return null;
  if (node.type === "integer" && typeof left === "bigint" && typeof right === "bigint") {
    return node.operator === "+" ? left + right : node.operator === "-" ? left - right : left * right;
  }
  return calculate(node.operator, Number(left), Number(right));
}

function calculate(operator: Arithmetic, left: number, right: number): number | null {
  if (operator === "/") return right === 0 ? null : left / right;
  return operator === "+" ? left + right : operator === "-" ? left - right : left * right;
}

/** Money over money: both sides are made whole numbers first, one division comes last. */
function quotient(node: Extract<Checked, { kind: "arithmetic" }>, facts: Facts): number | null {
  const [left, right] = [evaluateAmount(node.left, facts), evaluateAmount(node.right, facts)];
  if (!left || !right) return null;
  return calculate(
    "/",
    Number(left.numerator * right.denominator),
    Number(right.numerator * left.denominator),
  );
}

function evaluateCall(node: Extract<Checked, { kind: "call" }>, facts: Facts): bigint | number | null {
  const [first] = node.items;
  if (node.name === "count") {
    const held = first?.kind === "fact" ? readFact(first.fact, facts) : null;
    return Array.isArray(held) ? BigInt(held.length) : null;
  }
  const values = node.items.map((item) => {
    const value = evaluateNumber(item, facts);
    return value !== null && node.type === "decimal" ? Number(value) : value;
  });
  return choose(
    node.name,
    values,
    (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    (value) => (value < 0 ? -value : value),
  );
}

function choose<Value>(
  name: FunctionName,
  values: readonly (Value | null)[],
  compare: (a: Value, b: Value) => number,
  absolute: (value: Value) => Value,
): Value | null {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  if (first === undefined) return null;
  if (name === "coalesce") return first;
  if (known.length < values.length) return null;
  if (name === "abs") return absolute(first);
  const direction = name === "least" ? -1 : 1;
  return known.reduce((a, b) => (compare(b, a) * direction > 0 ? b : a));
}

/** A node of type money, ratio or amount. */
export function evaluateAmount(node: Checked, facts: Facts): Fraction | null {
  switch (node.kind) {
    case "fact":
      return evaluateMoneyFact(node, facts);
    case "constant":
      return whole(BigInt(Number(node.value)));
    case "negate": {
      const value = evaluateAmount(node.operand, facts);
      return value && negateFraction(value);
    }
    case "arithmetic":
      return calculateAmount(node, facts);
    case "call":
      return choose(
        node.name,
        node.items.map((item) => evaluateAmount(item, facts)),
        (a, b) => Number(signOf(compareFractions(a, b))),
        (value) => (value.numerator < 0n ? negateFraction(value) : value),
      );
    default:
      return null;
  }
}

function signOf(value: bigint): bigint {
  return value < 0n ? -1n : value > 0n ? 1n : 0n;
}

function evaluateMoneyFact(node: Extract<Checked, { kind: "fact" }>, facts: Facts): Fraction | null {
  const { fact } = node;
  if (fact.type !== "moneyPerHead") {
    const fen = readFact(fact, facts);
    return typeof fen === "number" ? whole(BigInt(fen)) : null;
  }
  const numerator = readWhole(fact.unit, fact.numerator, facts);
  const denominator = readWhole(fact.unit, fact.denominator, facts);
  return numerator !== null && denominator !== null && denominator > 0n ? { numerator, denominator } : null;
}

function calculateAmount(node: Extract<Checked, { kind: "arithmetic" }>, facts: Facts): Fraction | null {
  const [left, right] = [evaluateFactor(node.left, facts), evaluateFactor(node.right, facts)];
  if (!left || !right) return null;
  switch (node.operator) {
    case "+":
      return addFractions(left, right);
    case "-":
      return addFractions(left, negateFraction(right));
    case "*":
      return multiplyFractions(left, right);
    case "/":
      return divideFractions(left, right) ?? null;
  }
}

/** Money, a whole number, or a decimal as it was written. */
function evaluateFactor(node: Checked, facts: Facts): Fraction | null {
  if (isMoney(node.type)) return evaluateAmount(node, facts);
  if (node.kind === "constant" && node.digits !== undefined) return fractionOf(node.digits);
  const value = evaluateNumber(node, facts);
  return typeof value === "bigint" ? whole(value) : null;
}
