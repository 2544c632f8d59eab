/** The checked tree as SQL, written again from the tree with every bracket: no text of a rule reaches the database. */
import type { Fact } from "./catalogue.ts";
import type { Comparison } from "./expression.ts";
import type { Checked } from "./tree.ts";

/** Where a fact's column stands, e.g. `f.persons`. Never called for a ratio, which has no column. */
export type ColumnOf = (fact: Pick<Fact, "unit" | "code">) => string;

/** A three-valued condition: true, false or null for unknown. */
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
      return `(${node.negated ? "not " : ""}(${low} and ${high}))`;
    }
    case "in": {
      const found = node.items.map((item) => compareSql("=", node.operand, item, column)).join(" or ");
      return `(${node.negated ? "not " : ""}(${listed(node, column) ?? found}))`;
    }
    case "is":
      return isSql(node, column);
    case "membership": {
      const items = `array[${node.items.map(quote).join(", ")}]::text[]`;
      return `(${valueSql(node.left, column)} ${node.operator === "contains" ? "@>" : "&&"} ${items})`;
    }
    default:
      return valueSql(node, column);
  }
}

/** Codes and texts need no unit arithmetic: the short form of SQL's own `in`. */
function listed(node: Extract<Checked, { kind: "in" }>, column: ColumnOf): string | undefined {
  if (node.operand.type !== "code" && node.operand.type !== "text") return undefined;
  return `${valueSql(node.operand, column)} in (${node.items.map((item) => valueSql(item, column)).join(", ")})`;
}

function isSql(node: Extract<Checked, { kind: "is" }>, column: ColumnOf): string {
  const negation = node.negated ? "not " : "";
  if (node.what !== "null") return `(${toSql(node.operand, column)} is ${negation}${node.what})`;
  const value =
    node.operand.type === "boolean" ? toSql(node.operand, column) : valueSql(node.operand, column);
  return `(${value} is ${negation}null)`;
}

function compareSql(operator: Comparison, left: Checked, right: Checked, column: ColumnOf): string {
  const [first, second] = [partsOf(left, right, column), partsOf(right, left, column)];
  const counts = [first.count, second.count].filter((count) => count !== undefined);
  const a = second.count === undefined ? first.value : `(${first.value} * ${second.count})`;
  const b = first.count === undefined ? second.value : `(${second.value} * ${first.count})`;
  const comparison = `(${a} ${operator} ${b})`;
  if (counts.length === 0) return comparison;
  // No division: money per head is compared as money against bound times persons, exact in fen.
  return `(case when ${counts.map((count) => `${count} > 0`).join(" and ")} then ${comparison} end)`;
}

function partsOf(node: Checked, beside: Checked, column: ColumnOf): { value: string; count?: string } {
  if (node.kind === "fact" && node.fact.type === "moneyPerHead") {
    const { unit, numerator, denominator } = node.fact;
    const cast = isDecimal(beside) ? "float8" : "int8";
    return {
      value: `${column({ unit, code: numerator })}::${cast}`,
      count: `${column({ unit, code: denominator })}::${cast}`,
    };
  }
  const value = node.type === "boolean" ? toSql(node, column) : valueSql(node, column);
  return { value: isExact(node) && isDecimal(beside) ? `${value}::float8` : value };
}

function isExact(node: Checked): boolean {
  return node.type === "integer" || node.type === "money";
}

function isDecimal(node: Checked): boolean {
  return node.type === "decimal" || node.type === "amount";
}

function valueSql(node: Checked, column: ColumnOf): string {
  switch (node.kind) {
    case "fact":
      return factSql(node.fact, column);
    case "constant":
      return constantSql(node);
    case "negate":
      return `(- ${valueSql(node.operand, column)})`;
    case "arithmetic":
      return arithmeticSql(node, column);
    case "call":
      return callSql(node, column);
    default:
      return toSql(node, column);
  }
}

function factSql(fact: Fact, column: ColumnOf): string {
  if (fact.type !== "moneyPerHead") return fact.type === "integer" ? `${column(fact)}::int8` : column(fact);
  const [money, count] = [fact.numerator, fact.denominator].map((code) => column({ unit: fact.unit, code }));
  return `(case when ${count} > 0 then ${money}::float8 / ${count}::float8 end)`;
}

function constantSql(node: Extract<Checked, { kind: "constant" }>): string {
  const { value, type } = node;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return type === "date" ? `date ${quote(value)}` : quote(value);
  if (type === "month") return `${value}::int4`;
  return value < 0
    ? `(${value})::${isExact(node) ? "int8" : "float8"}`
    : `${value}::${isExact(node) ? "int8" : "float8"}`;
}

function arithmeticSql(node: Extract<Checked, { kind: "arithmetic" }>, column: ColumnOf): string {
  const [left, right] = [node.left, node.right].map((side) => fitted(side, isExact(node), column));
  return node.operator === "/"
    ? `(${left} / nullif(${right}, 0::float8))`
    : `(${left} ${node.operator} ${right})`;
}

function fitted(node: Checked, exact: boolean, column: ColumnOf): string {
  const value = node.type === "boolean" ? toSql(node, column) : valueSql(node, column);
  return !exact && isExact(node) ? `${value}::float8` : value;
}

function callSql(node: Extract<Checked, { kind: "call" }>, column: ColumnOf): string {
  const first = node.items[0];
  if (node.name === "count") return first ? `cardinality(${valueSql(first, column)})::int8` : "null";
  const isNumber = isExact(node) || isDecimal(node);
  const items = node.items.map((item) => fitted(item, !isNumber || isExact(node), column));
  if (node.name === "coalesce" || node.name === "abs") return `${node.name}(${items.join(", ")})`;
  // SQL's least and greatest skip nulls; an unknown part must make the whole unknown.
  return `(case when ${items.map((item) => `${item} is not null`).join(" and ")} then ${node.name}(${items.join(", ")}) end)`;
}

function quote(text: string): string {
  const escaped = text.replaceAll("'", "''");
  return text.includes("\\") ? `E'${escaped.replaceAll("\\", "\\\\")}'` : `'${escaped}'`;
}
