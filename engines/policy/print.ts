/** Expression → text that parses to the same tree, with as few brackets as may be: what the tests of the grammar compare. */
import { binaryPower, power, type Expression } from "./expression.ts";
import { isPlainName } from "./token.ts";

export function printExpression(expression: Expression): string {
  return part(expression, 0);
}

function part(expression: Expression, least: number): string {
  const text = printShape(expression);
  return strength(expression) < least ? `(${text})` : text;
}

function printShape(expression: Expression): string {
  const items = (inner: readonly Expression[]): string => inner.map((item) => part(item, 0)).join(", ");
  const not = "negated" in expression && expression.negated ? "not " : "";
  switch (expression.kind) {
    case "unary":
      if (expression.operator === "not") return `not ${part(expression.operand, power.not)}`;
      return `-${part(expression.operand, power.minus + 1)}`;
    case "binary": {
      const own = binaryPower(expression.operator);
      const left = part(expression.left, own === power.compare ? own + 1 : own);
      return `${left} ${expression.operator} ${part(expression.right, own + 1)}`;
    }
    case "in":
      return `${part(expression.operand, power.membership)} ${not}in (${items(expression.items)})`;
    case "between": {
      const [operand, low, high] = [expression.operand, expression.low, expression.high].map((inner) =>
        part(inner, power.membership),
      );
      return `${operand} ${not}between ${low} and ${high}`;
    }
    case "is":
      return `${part(expression.operand, power.sum)} is ${not}${expression.what}`;
    case "list":
      return `(${items(expression.items)})`;
    case "call":
      return `${expression.name}(${items(expression.items)})`;
    default:
      return printLeaf(expression);
  }
}

function printLeaf(leaf: Expression): string {
  switch (leaf.kind) {
    case "number":
      return leaf.text;
    case "text":
      return `'${leaf.value.replaceAll("'", "''")}'`;
    case "boolean":
      return String(leaf.value);
    case "date":
      return `date '${leaf.value}'`;
    case "month": {
      const digits = String(leaf.value).padStart(6, "0");
      return `month '${digits.slice(0, 4)}-${digits.slice(4)}'`;
    }
    case "term":
      return isPlainName(leaf.name) ? leaf.name : `"${leaf.name.replaceAll('"', '""')}"`;
    default:
      return "";
  }
}

function strength(expression: Expression): number {
  switch (expression.kind) {
    case "binary":
      return binaryPower(expression.operator);
    case "unary":
      return expression.operator === "not" ? power.not : power.minus;
    case "in":
    case "between":
      return power.between;
    case "is":
      return power.is;
    default:
      return power.minus + 1;
  }
}
