/**
 * Types of arithmetic. Money stays exact: it is multiplied and divided by whole numbers and by decimals that are written
 * in the rule (0.45 is 45/100), never by a decimal fact; money over money is a plain decimal.
 */
import type { Hint } from "./check-literal.ts";
import * as problem from "./check-problem.ts";
import type { Arithmetic, Expression } from "./expression.ts";
import type { Span } from "./policy-error.ts";
import { type Scene, at, checkTogether, report } from "./scene.ts";
import type { Checked, ValueType } from "./tree.ts";
import { isMoney, isNumber, joinTypes } from "./value-type.ts";

type Binary = Extract<Expression, { kind: "binary" }>;

export function checkNegation(
  span: Span,
  inner: Expression,
  scene: Scene,
  hint: Hint | undefined,
): Checked | undefined {
  const operand = scene.check(inner, hint);
  if (!operand) return undefined;
  const type = operand.type === "ratio" ? "amount" : operand.type;
  if (!isCalculable(type)) return report(scene, problem.notANumber(inner, operand.type));
  return at(span, { kind: "negate", operand, type });
}

export function checkArithmetic(
  expression: Binary,
  operator: Arithmetic,
  scene: Scene,
  hint: Hint | undefined,
): Checked | undefined {
  const isSum = operator === "+" || operator === "-";
  const [left, right] = isSum
    ? (checkTogether([expression.left, expression.right], scene, hint) ?? [])
    : [scene.check(expression.left), scene.check(expression.right)];
  if (!left || !right) return undefined;
  for (const side of [left, right]) {
    if (!isCalculable(side.type)) return report(scene, problem.notANumber(side, side.type));
  }
  const type = isSum ? joinTypes(left.type, right.type) : productType(operator, left, right);
  if (!type) return report(scene, problem.unitsDiffer(expression));
  return at(expression, { kind: "arithmetic", operator, left, right, type });
}

export function isCalculable(type: ValueType): boolean {
  return isNumber(type) || isMoney(type);
}

/** Undefined where the units make no sense or money would lose its exactness. */
function productType(operator: Arithmetic, left: Checked, right: Checked): ValueType | undefined {
  const [leftMoney, rightMoney] = [isMoney(left.type), isMoney(right.type)];
  if (!leftMoney && !rightMoney) {
    return operator === "*" && left.type === "integer" && right.type === "integer" ? "integer" : "decimal";
  }
  if (leftMoney && rightMoney) return operator === "/" ? "decimal" : undefined;
  if (rightMoney && operator === "/") return undefined;
  const [money, factor] = leftMoney ? [left, right] : [right, left];
  if (factor.type === "integer") return operator === "*" && money.type === "money" ? "money" : "amount";
  return factor.kind === "constant" ? "amount" : undefined;
}
