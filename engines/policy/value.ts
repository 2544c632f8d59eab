/** Values of facts in JavaScript, read with their types. Unknown is null (or an absent key). */
import { isIsoDate, isMonth } from "./calendar.ts";
import type { Fact } from "./catalogue.ts";
import { PolicyError, nowhere } from "./policy-error.ts";

export type FactValue = string | number | boolean | readonly string[] | null;

/**
 * Facts of a household, or of a member together with its household, by catalogue code: `household.persons`,
 * `member.age`. Money is integer fen, dates are yyyy-mm-dd, months are yyyymm, codes are code texts.
 */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** What a rule says of a household or member. */
export type Outcome = "pass" | "fail" | "unknown" | "notApplicable";

/** Three-valued truth: null is unknown. */
export type Truth = boolean | null;

export function not(value: Truth): Truth {
  return value === null ? null : !value;
}

export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

export function or(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}

/** The key of a fact among the facts of a household or member. */
export function keyOf(fact: Pick<Fact, "unit" | "code">): string {
  return `${fact.unit}.${fact.code}`;
}

/** The value of a fact that has a column. @throws PolicyError fact.misfit when the value is not of its type */
export function readFact(fact: Fact, facts: Facts): FactValue {
  const value = facts[keyOf(fact)] ?? null;
  if (value === null || fits(fact.type, value)) return value;
  throw new PolicyError("fact.misfit", nowhere, {
    zh: `指标“${fact.term}”的值类型不对：请按指标目录填写。`,
    en: `The value of "${fact.term}" is not of its type: fill it in as the fact catalogue says.`,
  });
}

/** The whole number in a money or integer column of the same unit, null when unknown. */
export function readWhole(unit: Fact["unit"], code: string, facts: Facts): bigint | null {
  const value = facts[`${unit}.${code}`] ?? null;
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : null;
}

function fits(type: Fact["type"], value: Exclude<FactValue, null>): boolean {
  switch (type) {
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 2 ** 31;
    case "money":
      return Number.isSafeInteger(value);
    case "decimal":
      return typeof value === "number" && Number.isFinite(value);
    case "boolean":
      return typeof value === "boolean";
    case "codes":
      return Array.isArray(value);
    case "date":
      return typeof value === "string" && isIsoDate(value);
    case "month":
      return typeof value === "number" && isMonth(value);
    default:
      return typeof value === "string";
  }
}
