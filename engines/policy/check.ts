/** Expression → checked tree, or every type error with its place in the text. */
import type { Fact, FactCatalogue } from "./catalogue.ts";
import { checkCall } from "./check-call.ts";
import { type Hint, checkLiteral, isLiteral } from "./check-literal.ts";
import { checkArithmetic, checkNegation } from "./check-number.ts";
import * as problem from "./check-problem.ts";
import { type Expression, isComparison } from "./expression.ts";
import { refuseExtremes } from "./magnitude.ts";
import { type PolicyError, type Span, attempt } from "./policy-error.ts";
import { type RuleUnit, type Scene, at, checkTogether, hintOf, report } from "./scene.ts";
import type { Checked, ValueType } from "./tree.ts";
import { isOrdered, listIdOf } from "./value-type.ts";

export type CheckResult = { ok: true; tree: Checked } | { ok: false; errors: PolicyError[] };

/** Checks a condition: its result is a truth value. A household rule reads household facts, a member rule both units. */
export function checkExpression(
  expression: Expression,
  catalogue: FactCatalogue,
  unit: RuleUnit,
): CheckResult {
  const scene: Scene = { catalogue, unit, errors: [], check: (part, hint) => checkValue(part, scene, hint) };
  const tree = checkTruth(expression, scene);
  if (!tree || scene.errors.length > 0) return { ok: false, errors: scene.errors };
  const bounded = attempt(() => refuseExtremes(tree));
  return bounded.ok ? { ok: true, tree } : { ok: false, errors: [bounded.error] };
}

function checkTruth(expression: Expression, scene: Scene): Checked | undefined {
  const checked = checkValue(expression, scene);
  if (!checked || checked.type === "boolean") return checked;
  return report(scene, problem.notATruth(expression, checked.type));
}

function checkValue(expression: Expression, scene: Scene, hint?: Hint): Checked | undefined {
  if (isLiteral(expression)) {
    const literal = attempt(() => checkLiteral(expression, hint));
    return literal.ok ? literal.value : report(scene, literal.error);
  }
  switch (expression.kind) {
    case "term":
      return checkTerm(expression, expression.name, scene);
    case "unary": {
      if (expression.operator === "-") return checkNegation(expression, expression.operand, scene, hint);
      const operand = checkTruth(expression.operand, scene);
      return operand && at(expression, { kind: "not", operand, type: "boolean" });
    }
    case "binary":
      return checkBinary(expression, scene, hint);
    case "in": {
      const [operand, ...items] = checkTogether([expression.operand, ...expression.items], scene) ?? [];
      if (!operand) return undefined;
      return at(expression, { kind: "in", negated: expression.negated, operand, items, type: "boolean" });
    }
    case "between":
      return checkBetween(expression, scene);
    case "is": {
      const read = expression.what === "null" ? checkValue : checkTruth;
      const operand = read(expression.operand, scene);
      const { negated, what } = expression;
      return operand && at(expression, { kind: "is", negated, operand, what, type: "boolean" });
    }
    case "call":
      return checkCall(expression, scene, hint);
    default:
      return report(scene, problem.misplacedList(expression));
  }
}

function checkTerm(span: Span, name: string, scene: Scene): Checked | undefined {
  const fact = scene.catalogue.facts.get(name);
  if (!fact) return report(scene, problem.unknownTerm(span, name, [...scene.catalogue.facts.keys()]));
  if (scene.unit === "household" && fact.unit === "member")
    return report(scene, problem.memberTerm(span, name));
  return at(span, { kind: "fact", fact, type: factType(fact) });
}

function factType(fact: Fact): ValueType {
  return fact.type === "moneyPerHead" ? "ratio" : fact.type;
}

function checkBinary(
  expression: Extract<Expression, { kind: "binary" }>,
  scene: Scene,
  hint: Hint | undefined,
): Checked | undefined {
  const { operator } = expression;
  if (operator === "and" || operator === "or") {
    const [left, right] = [checkTruth(expression.left, scene), checkTruth(expression.right, scene)];
    return left && right && at(expression, { kind: "logic", operator, left, right, type: "boolean" });
  }
  if (operator === "contains" || operator === "overlaps") return checkMembership(expression, operator, scene);
  if (!isComparison(operator)) return checkArithmetic(expression, operator, scene, hint);
  const [left, right] = checkTogether([expression.left, expression.right], scene) ?? [];
  if (!left || !right) return undefined;
  if (operator !== "=" && operator !== "<>" && !isOrdered(left.type)) {
    return report(scene, problem.notComparable(right, left.type, right.type, operator));
  }
  return at(expression, { kind: "compare", operator, left, right, type: "boolean" });
}

function checkBetween(
  expression: Extract<Expression, { kind: "between" }>,
  scene: Scene,
): Checked | undefined {
  const { negated } = expression;
  const [operand, low, high] =
    checkTogether([expression.operand, expression.low, expression.high], scene) ?? [];
  if (!operand || !low || !high) return undefined;
  if (!isOrdered(operand.type)) {
    return report(scene, problem.notComparable(low, operand.type, low.type, "between"));
  }
  return at(expression, { kind: "between", negated, operand, low, high, type: "boolean" });
}

function checkMembership(
  expression: Extract<Expression, { kind: "binary" }>,
  operator: "contains" | "overlaps",
  scene: Scene,
): Checked | undefined {
  const left = checkValue(expression.left, scene);
  if (!left) return undefined;
  const list = listIdOf(left);
  if (left.type !== "codes" || list === undefined) return report(scene, problem.notCodes(expression.left));
  const written = expression.right.kind === "list" ? expression.right.items : [expression.right];
  const items = written.map((item) =>
    item.kind === "text"
      ? checkValue(item, scene, hintOf(left, scene))
      : report(scene, problem.literalNeeded(item)),
  );
  const codes = items.flatMap((item) => (item?.kind === "constant" ? [String(item.value)] : []));
  if (codes.length < written.length) return undefined;
  return at(expression, { kind: "membership", operator, left, items: codes, list, type: "boolean" });
}
