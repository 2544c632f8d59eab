/** Names of strata, units and groups as small integers, in an order that does not depend on the order of the rows. */
import { labelMissing } from "./design-errors.ts";

/** One name a row; undefined where it is missing. */
export type Labels = ArrayLike<string | number | undefined>;

export interface Coding {
  /** The number of each row's name, 0 … names.length − 1. */
  code: Int32Array;
  /** The names, sorted by their UTF-8 bytes. */
  names: string[];
}

/** Numbers the names of a column. @throws InputError design.label-missing: every row must have one */
export function codeLabels(labels: Labels, column: string): Coding {
  const texts = Array.from(labels, (label, row) => {
    if (label === undefined || label === "") throw labelMissing(column, row);
    return String(label);
  });
  const names = [...new Set(texts)].sort(compareBytes);
  const codeOf = new Map(names.map((name, code) => [name, code]));
  return { code: Int32Array.from(texts, (text) => codeOf.get(text) ?? 0), names };
}

export interface Nested {
  /** The number of each row's unit, counted over all parents. */
  code: Int32Array;
  count: number;
  /** The parent of each unit. */
  parent: Int32Array;
}

/** Numbers the units of a column inside their parents: the same name under two parents is two units. */
export function nestUnits(parent: Int32Array, { code, names }: Coding): Nested {
  const width = names.length;
  const keys = Float64Array.from(code, (own, row) => (parent[row] ?? 0) * width + own);
  const distinct = Float64Array.from(new Set(keys)).sort();
  const codeOf = new Map(Array.from(distinct, (key, at) => [key, at]));
  return {
    code: Int32Array.from(keys, (key) => codeOf.get(key) ?? 0),
    count: distinct.length,
    parent: Int32Array.from(distinct, (key) => Math.floor(key / width)),
  };
}

/** Order by UTF-8 bytes, which is the order of code points; `<` on strings would order by UTF-16 units. */
export function compareBytes(a: string, b: string): number {
  const [left, right] = [a[Symbol.iterator](), b[Symbol.iterator]()];
  for (;;) {
    const [one, other] = [left.next(), right.next()];
    if (one.done || other.done) return Number(one.done !== true) - Number(other.done !== true);
    const difference = (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}
