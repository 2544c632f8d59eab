/** Expression → checked tree, or every type error with its place in the text. */
import type { Fact, FactCatalogue } from "./catalogue.ts";
import { type Hint, checkLiteral, isLiteral } from "./check-literal.ts";
import * as problem from "./check-problem.ts";
import type { Arithmetic, Comparison, Expression } from "./expression.ts";
import { type PolicyError, attempt } from "./policy-error.ts";
import type { Checked, ValueType } from "./tree.ts";

export type RuleUnit = "household" | "member";
export type CheckResult = { ok: true; tree: Checked } | { ok: false; errors: PolicyError[] };

/** Checks a condition: its result is a truth value. A household rule reads household facts, a member rule both units. */
export function checkExpression(
  expression: Expression,
  catalogue: FactCatalogue,
  unit: RuleUnit,
): CheckResult {
  const errors: PolicyError[] = [];
  const tree = checkTruth(expression, { catalogue, unit, errors });
  return tree && errors.length === 0 ? { ok: true, tree } : { ok: false, errors };
}

export interface Scene {
  readonly catalogue: FactCatalogue;
  readonly unit: RuleUnit;
  readonly errors: PolicyError[];
}

/** Logic is walked here, so that an error on one side does not hide those on the other. */
function checkTruth(expression: Expression, scene: Scene): Checked | undefined {
  const { position, length } = expression;
  if (expression.kind === "unary" && expression.operator === "not") {
    const operand = checkTruth(expression.operand, scene);
    return operand && { position, length, kind: "not", operand, type: "boolean" };
  }
  if (expression.kind === "binary" && (expression.operator === "and" || expression.operator === "or")) {
    const left = checkTruth(expression.left, scene);
    const right = checkTruth(expression.right, scene);
    return (
      left &&
      right && {
        position,
        length,
        kind: "logic",
        operator: expression.operator,
        left,
        right,
        type: "boolean",
      }
    );
  }
  const result = attempt(() => {
    const checked = checkValue(expression, scene);
    if (checked.type !== "boolean") throw problem.notATruth(expression, checked.type);
    return checked;
  });
  if (result.ok) return result.value;
  scene.errors.push(result.error);
  return undefined;
}

/** @throws PolicyError type.* at the first error inside one comparison */
export function checkValue(expression: Expression, scene: Scene, hint?: Hint): Checked {
  if (isLiteral(expression)) return checkLiteral(expression, hint);
  const { position, length } = expression;
  switch (expression.kind) {
    case "term":
      return checkTerm(expression, expression.name, scene);
    case "unary":
      return checkUnary(expression, expression.operand, scene, hint);
    case "binary":
      return checkBinary(expression, scene, hint);
    case "in": {
      const operand = checkValue(expression.operand, scene);
      const items = expression.items.map((item) => checkListed(item, operand, scene));
      return { position, length, kind: "in", negated: expression.negated, operand, items, type: "boolean" };
    }
    case "between": {
      const operand = checkValue(expression.operand, scene);
      const [low, high] = [expression.low, expression.high].map((side) =>
        checkValue(side, scene, hintOf(operand, scene)),
      );
      if (!low || !high) throw problem.notATruth(expression, operand.type);
      comparable(">=", operand, low);
      comparable("<=", operand, high);
      return {
        position,
        length,
        kind: "between",
        negated: expression.negated,
        operand,
        low,
        high,
        type: "boolean",
      };
    }
    case "is": {
      const operand = checkValue(expression.operand, scene);
      if (expression.what !== "null" && operand.type !== "boolean")
        throw problem.notATruth(expression.operand, operand.type);
      return {
        position,
        length,
        kind: "is",
        negated: expression.negated,
        operand,
        what: expression.what,
        type: "boolean",
      };
    }
    case "call":
      return checkCall(expression, scene, hint);
    default:
      throw problem.misplacedList(expression);
  }
}

function checkTerm(at: Expression, name: string, scene: Scene): Checked {
  const fact = scene.catalogue.facts.get(name);
  if (!fact) throw problem.unknownTerm(at, name, [...scene.catalogue.facts.keys()]);
  if (scene.unit === "household" && fact.unit === "member") throw problem.memberTerm(at, name);
  return { position: at.position, length: at.length, kind: "fact", fact, type: factType(fact) };
}

function factType(fact: Fact): ValueType {
  return fact.type === "moneyPerHead" ? "ratio" : fact.type;
}

function checkUnary(at: Expression, inner: Expression, scene: Scene, hint: Hint | undefined): Checked {
  if (at.kind === "unary" && at.operator === "not") {
    const operand = checkValue(inner, scene);
    if (operand.type !== "boolean") throw problem.notATruth(inner, operand.type);
    return { position: at.position, length: at.length, kind: "not", operand, type: "boolean" };
  }
  const operand = checkValue(inner, scene, hint);
  const type = operand.type === "ratio" ? "amount" : operand.type;
  if (!isNumber(type)) throw problem.notANumber(inner, operand.type);
  return { position: at.position, length: at.length, kind: "negate", operand, type };
}

function checkBinary(
  at: Extract<Expression, { kind: "binary" }>,
  scene: Scene,
  hint: Hint | undefined,
): Checked {
  const { position, length, operator } = at;
  if (operator === "and" || operator === "or") {
    const [left, right] = [at.left, at.right].map((side) => checkValue(side, scene));
    if (left?.type !== "boolean" || right?.type !== "boolean")
      throw problem.notATruth(at, left?.type ?? "text");
    return { position, length, kind: "logic", operator, left, right, type: "boolean" };
  }
  if (operator === "contains" || operator === "overlaps") return checkMembership(at, operator, scene);
  if (operator === "+" || operator === "-" || operator === "*" || operator === "/") {
    const sides = checkSides(
      at,
      scene,
      operator === "+" || operator === "-" ? hint : undefined,
      operator === "+" || operator === "-",
    );
    return {
      position,
      length,
      kind: "arithmetic",
      operator,
      ...sides,
      type: arithmeticType(at, operator, sides),
    };
  }
  const sides = checkSides(at, scene, undefined, true);
  comparable(operator, sides.left, sides.right);
  return { position, length, kind: "compare", operator, ...sides, type: "boolean" };
}

/** `share`: a literal takes the unit of the other side (元 beside money, a label beside a code). */
function checkSides(
  at: Extract<Expression, { kind: "binary" }>,
  scene: Scene,
  hint: Hint | undefined,
  share: boolean,
): Sides {
  if (share && isLiteral(at.left) && !isLiteral(at.right)) {
    const right = checkValue(at.right, scene, hint);
    return { left: checkValue(at.left, scene, hintOf(right, scene)), right };
  }
  const left = checkValue(at.left, scene, hint);
  return { left, right: checkValue(at.right, scene, share ? hintOf(left, scene) : undefined) };
}

interface Sides {
  left: Checked;
  right: Checked;
}

function arithmeticType(at: Expression, operator: Arithmetic, sides: Sides): ValueType {
  const [left, right] = [sides.left, sides.right].map((side) =>
    side.type === "ratio" ? "amount" : side.type,
  );
  if (!left || !right || !isNumber(left) || !isNumber(right))
    throw problem.notANumber(at, left && isNumber(left) ? sides.right.type : sides.left.type);
  const [leftMoney, rightMoney] = [isMoney(left), isMoney(right)];
  if (operator === "+" || operator === "-") {
    if (leftMoney !== rightMoney) throw problem.unitsDiffer(at);
    return left === right ? left : leftMoney ? "amount" : "decimal";
  }
  if (leftMoney && rightMoney) {
    if (operator === "*") throw problem.unitsDiffer(at);
    return "decimal";
  }
  if (operator === "/") {
    if (rightMoney) throw problem.unitsDiffer(at);
    return leftMoney ? "amount" : "decimal";
  }
  const exact = (left === "money" && right === "integer") || (left === "integer" && right === "money");
  return exact ? "money" : leftMoney || rightMoney ? "amount" : "decimal";
}

function checkMembership(
  at: Extract<Expression, { kind: "binary" }>,
  operator: "contains" | "overlaps",
  scene: Scene,
): Checked {
  const left = checkValue(at.left, scene);
  if (left.kind !== "fact" || left.fact.type !== "codes") throw problem.notCodes(at.left);
  const { list } = left.fact;
  const written = at.right.kind === "list" ? at.right.items : [at.right];
  const items = written.map((item) =>
    String(constantOf(checkLiteral(item, { type: "code", list: scene.catalogue.lists.get(list) }), item)),
  );
  return {
    position: at.position,
    length: at.length,
    kind: "membership",
    operator,
    left,
    items,
    list,
    type: "boolean",
  };
}

function constantOf(checked: Checked, at: Expression) {
  if (checked.kind !== "constant") throw problem.literalNeeded(at);
  return checked.value;
}

function checkListed(item: Expression, operand: Checked, scene: Scene): Checked {
  if (!isLiteral(item)) throw problem.literalNeeded(item);
  const checked = checkLiteral(item, hintOf(operand, scene));
  comparable("=", operand, checked);
  return checked;
}

function checkCall(at: Extract<Expression, { kind: "call" }>, scene: Scene, hint: Hint | undefined): Checked {
  const { position, length, name } = at;
  const first = at.items[0];
  if (!first || ((name === "abs" || name === "count") && at.items.length !== 1))
    throw problem.argumentCount(at, name);
  if (name === "count") {
    const only = checkValue(first, scene);
    if (only.type !== "codes") throw problem.notCodes(first);
    return { position, length, kind: "call", name, items: [only], type: "integer" };
  }
  const lead = at.items.find((item) => !isLiteral(item)) ?? first;
  const shared = isLiteral(lead) ? hint : hintOf(checkValue(lead, scene), scene);
  const items = at.items.map((item) => checkValue(item, scene, shared));
  const type = items
    .map((item): ValueType => (item.type === "ratio" ? "amount" : item.type))
    .reduce((left, right) => commonType(at, left, right));
  if (name !== "coalesce" && !isNumber(type)) throw problem.notANumber(at, type);
  if (name === "coalesce" && type === "codes") throw problem.notANumber(at, type);
  return { position, length, kind: "call", name, items, type };
}

function commonType(at: Expression, left: ValueType, right: ValueType): ValueType {
  if (left === right) return left;
  if (isMoney(left) && isMoney(right)) return "amount";
  if (isNumber(left) && isNumber(right) && !isMoney(left) && !isMoney(right)) return "decimal";
  throw problem.unitsDiffer(at);
}

function hintOf(checked: Checked, scene: Scene): Hint {
  const isCoded = checked.kind === "fact" && (checked.fact.type === "code" || checked.fact.type === "codes");
  return { type: checked.type, list: isCoded ? scene.catalogue.lists.get(checked.fact.list) : undefined };
}

export function isMoney(type: ValueType): boolean {
  return type === "money" || type === "amount" || type === "ratio";
}

export function isNumber(type: ValueType): boolean {
  return type === "integer" || type === "decimal" || isMoney(type);
}

function comparable(operator: Comparison, left: Checked, right: Checked): void {
  const bothNumbers =
    isNumber(left.type) && isNumber(right.type) && isMoney(left.type) === isMoney(right.type);
  const ordered = left.type === right.type && (left.type === "date" || left.type === "month");
  const isEquality = operator === "=" || operator === "<>";
  const same =
    left.type === right.type && ["boolean", "code", "text"].includes(left.type) && sameList(left, right);
  if (bothNumbers || ordered || (isEquality && same)) return;
  throw problem.notComparable(right, left.type, right.type, operator);
}

function sameList(left: Checked, right: Checked): boolean {
  const listOf = (side: Checked) =>
    side.kind === "fact" && side.fact.type === "code"
      ? side.fact.list
      : side.kind === "constant"
        ? side.list
        : undefined;
  return left.type !== "code" || listOf(left) === listOf(right);
}
