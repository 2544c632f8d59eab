/** A node of type integer as SQL. */
import { type Exact, chooseExact, combine, int4Limit, literal, negative } from "./sql-exact.ts";
import type { ColumnOf } from "./sql-text.ts";
import type { Checked } from "./tree.ts";

export function integerSql(node: Checked, column: ColumnOf): Exact {
  switch (node.kind) {
    case "fact":
      return { sql: `${column(node.fact)}::int8`, limit: int4Limit };
    case "constant":
      return literal(BigInt(Number(node.value)));
    case "negate":
      return negative(integerSql(node.operand, column));
    case "arithmetic": {
      const operator = node.operator === "/" ? "*" : node.operator;
      return combine(operator, integerSql(node.left, column), integerSql(node.right, column));
    }
    case "call":
      if (node.name === "count") {
        const [codes] = node.items;
        const counted = codes?.kind === "fact" ? column(codes.fact) : "null::text[]";
        return { sql: `cardinality(${counted})::int8`, limit: int4Limit };
      }
      return chooseExact(
        node.name,
        node.items.map((item) => integerSql(item, column)),
      );
    default:
      return literal(0n);
  }
}
