/** The checked tree as SQL, written again from the tree with every bracket: no text of a rule reaches the database. */
import type { Comparison } from "./expression.ts";
import { amountKnownSql, compareAmounts } from "./sql-amount.ts";
import { compareNumbers, numberSql } from "./sql-number.ts";
import { type ColumnOf, quote } from "./sql-text.ts";
import type { Checked } from "./tree.ts";
import { isMoney, isNumber } from "./value-type.ts";

/** A three-valued condition: true, false or null for unknown. Never divides by zero, never overflows. */
export function toSql(node: Checked, column: ColumnOf): string {
  switch (node.kind) {
    case "logic":
      return `(${toSql(node.left, column)} ${node.operator} ${toSql(node.right, column)})`;
    case "not":
      return `(not ${toSql(node.operand, column)})`;
    case "compare":
      return compareSql(node.operator, node.left, node.right, column);
    case "between": {
      const low = compareSql(">=", node.operand, node.low, column);
      const high = compareSql("<=", node.operand, node.high, column);
      return `(${negation(node)}(${low} and ${high}))`;
    }
    case "in": {
      const found = node.items.map((item) => compareSql("=", node.operand, item, column)).join(" or ");
      return `(${negation(node)}(${listed(node, column) ?? found}))`;
    }
    case "is":
      return isSql(node, column);
    case "membership": {
      const items = `array[${node.items.map(quote).join(", ")}]::text[]`;
      return `(${plainSql(node.left, column)} ${node.operator === "contains" ? "@>" : "&&"} ${items})`;
    }
    default:
      return plainSql(node, column);
  }
}

function negation(node: { negated: boolean }): string {
  return node.negated ? "not " : "";
}

/** Codes and texts need no unit arithmetic: the short form of SQL's own `in`. */
function listed(node: Extract<Checked, { kind: "in" }>, column: ColumnOf): string | undefined {
  if (node.operand.type !== "code" && node.operand.type !== "text") return undefined;
  return `${plainSql(node.operand, column)} in (${node.items.map((item) => plainSql(item, column)).join(", ")})`;
}

function isSql(node: Extract<Checked, { kind: "is" }>, column: ColumnOf): string {
  const { operand, what } = node;
  if (what !== "null") return `(${toSql(operand, column)} is ${negation(node)}${what})`;
  if (isMoney(operand.type)) return `(${node.negated ? "" : "not "}${amountKnownSql(operand, column)})`;
  const value = isNumber(operand.type) ? numberSql(operand, column) : toSql(operand, column);
  return `(${value} is ${negation(node)}null)`;
}

function compareSql(operator: Comparison, left: Checked, right: Checked, column: ColumnOf): string {
  if (isMoney(left.type)) return compareAmounts(operator, left, right, column);
  if (isNumber(left.type)) return compareNumbers(operator, left, right, column);
  return `(${toSql(left, column)} ${operator} ${toSql(right, column)})`;
}

/** Texts, codes, dates, months and facts that are truths. */
function plainSql(node: Checked, column: ColumnOf): string {
  switch (node.kind) {
    case "fact":
      return node.type === "month" ? `${column(node.fact)}::int8` : column(node.fact);
    case "constant":
      if (typeof node.value === "string")
        return node.type === "date" ? `date ${quote(node.value)}` : `${quote(node.value)}::text`;
      return typeof node.value === "number" ? `${node.value}::int8` : String(node.value);
    case "call":
      return `coalesce(${node.items.map((item) => toSql(item, column)).join(", ")})`;
    default:
      return toSql(node, column);
  }
}
