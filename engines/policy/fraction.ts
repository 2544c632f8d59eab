/** Exact fractions of fen: money per head keeps both parts and is compared by cross multiplication, never divided. */
import type { Comparison } from "./expression.ts";

/** The denominator is always above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function whole(fen: bigint): Fraction {
  return { numerator: fen, denominator: 1n };
}

/** A decimal as written, exactly: `0.45` → 45/100. */
export function fractionOf(digits: string): Fraction {
  const [integer = "", decimals = ""] = digits.split(".");
  return { numerator: BigInt(integer + decimals), denominator: 10n ** BigInt(decimals.length) };
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return { ...a, numerator: a.numerator + b.numerator };
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function negateFraction(a: Fraction): Fraction {
  return { ...a, numerator: -a.numerator };
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Undefined unless the divisor is above zero: income per head of nobody is unknown. */
export function divideFractions(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.numerator <= 0n) return undefined;
  return { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator };
}

/** Below, equal, above: negative, zero, positive. */
export function compareFractions(a: Fraction, b: Fraction): bigint {
  return a.numerator * b.denominator - b.numerator * a.denominator;
}

/** Whole fen not above the fraction: a household below a line is never shown as on it. */
export function floorOf({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

export function holds<Value extends bigint | number | string | boolean>(
  operator: Comparison,
  a: Value,
  b: Value,
): boolean {
  switch (operator) {
    case "=":
      return a === b;
    case "<>":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}
