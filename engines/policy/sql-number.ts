/** Numbers as SQL: integers exact, decimals float8. */
import type { Comparison } from "./expression.ts";
import { quotientParts } from "./sql-amount.ts";
import { choose, compareExact } from "./sql-exact.ts";
import { integerSql } from "./sql-integer.ts";
import type { ColumnOf } from "./sql-text.ts";
import type { Checked } from "./tree.ts";
import { isMoney } from "./value-type.ts";

export function compareNumbers(
  operator: Comparison,
  left: Checked,
  right: Checked,
  column: ColumnOf,
): string {
  if (left.type === "integer" && right.type === "integer") {
    return compareExact(operator, integerSql(left, column), integerSql(right, column));
  }
  return `(${decimalSql(left, column)} ${operator} ${decimalSql(right, column)})`;
}

/** A node of type integer or decimal. */
export function numberSql(node: Checked, column: ColumnOf): string {
  return node.type === "integer" ? integerSql(node, column).sql : decimalSql(node, column);
}

function decimalSql(node: Checked, column: ColumnOf): string {
  if (node.type === "integer") return `${integerSql(node, column).sql}::float8`;
  switch (node.kind) {
    case "fact":
      return `${column(node.fact)}::float8`;
    case "constant":
      return `'${String(node.value)}'::float8`;
    case "negate":
      return `(- ${decimalSql(node.operand, column)})`;
    case "arithmetic": {
      if (isMoney(node.left.type)) {
        const [dividend, divisor] = quotientParts(node.left, node.right, column);
        return divide(`${dividend.sql}::float8`, `${divisor.sql}::float8`);
      }
      const [left, right] = [decimalSql(node.left, column), decimalSql(node.right, column)];
      return node.operator === "/" ? divide(left, right) : `(${left} ${node.operator} ${right})`;
    }
    case "call":
      return choose(
        node.name,
        node.items.map((item) => decimalSql(item, column)),
      );
    default:
      return "null::float8";
  }
}

function divide(left: string, right: string): string {
  return `(${left} / nullif(${right}, 0::float8))`;
}
