/**
 * Integer expressions of SQL that never overflow: int8, and numeric where a result could leave int8. Integer facts are
 * int4, money facts are fen within JavaScript's safe integers.
 */
import type { Comparison } from "./expression.ts";

/** An integer expression and the largest absolute value it can have. */
export interface Exact {
  readonly sql: string;
  readonly limit: bigint;
}

export const int8Limit = 2n ** 63n - 1n;
export const int4Limit = 2n ** 31n - 1n;
export const fenLimit = BigInt(Number.MAX_SAFE_INTEGER);

export function chooseExact(name: string, items: readonly Exact[]): Exact {
  const limit = largest(items.map((item) => item.limit));
  return {
    sql: choose(
      name,
      items.map((item) => fit(item, limit)),
    ),
    limit,
  };
}

/** SQL's least and greatest skip nulls; here an unknown part makes the whole unknown. */
export function choose(name: string, items: readonly string[]): string {
  const call = `${name}(${items.join(", ")})`;
  if (name === "coalesce" || name === "abs") return call;
  return `(case when ${items.map((item) => `${item} is not null`).join(" and ")} then ${call} end)`;
}

export function compareExact(operator: Comparison, left: Exact, right: Exact): string {
  const limit = largest([left.limit, right.limit]);
  return `(${fit(left, limit)} ${operator} ${fit(right, limit)})`;
}

export function combine(operator: "+" | "-" | "*", left: Exact, right: Exact): Exact {
  const limit = operator === "*" ? left.limit * right.limit : left.limit + right.limit;
  const needed = largest([limit, left.limit, right.limit]);
  return { sql: `(${fit(left, needed)} ${operator} ${fit(right, needed)})`, limit: needed };
}

export function times(value: Exact, factor: Exact | undefined): Exact {
  return factor ? combine("*", value, factor) : value;
}

export function product(left: Exact | undefined, right: Exact | undefined): Exact | undefined {
  return left ? times(left, right) : right;
}

export function negative(value: Exact): Exact {
  return { sql: `(- ${value.sql})`, limit: value.limit };
}

export function positive({ sql, limit }: Exact): Exact {
  return { sql: `(case when ${sql} > 0 then ${sql} end)`, limit };
}

export function literal(value: bigint): Exact {
  const limit = value < 0n ? -value : value;
  return { sql: limit > int8Limit ? `'${value}'::numeric` : `'${value}'::int8`, limit };
}

/** The expression in the type that values up to `limit` need. */
export function fit({ sql, limit: own }: Exact, limit: bigint): string {
  return limit > int8Limit && own <= int8Limit ? `${sql}::numeric` : sql;
}

export function largest(limits: readonly bigint[]): bigint {
  return limits.reduce((a, b) => (b > a ? b : a), 0n);
}
