/** Ranks of ratios, compared by both parts: equal ratios share a rank, and the next one counts all before it. */
export interface RatioParts {
  numerator: number;
  denominator: number;
}

/** Negative when the first ratio is smaller; exact, because nothing is divided. */
export function compareRatios(one: RatioParts, other: RatioParts): number {
  const difference =
    BigInt(one.numerator) * BigInt(other.denominator) - BigInt(other.numerator) * BigInt(one.denominator);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The rank of each ratio in the order given; 1 is the best. */
export function ranksOf(ratios: readonly RatioParts[], better: "low" | "high"): number[] {
  const sign = better === "low" ? 1 : -1;
  return ratios.map((one) => 1 + ratios.filter((other) => sign * compareRatios(other, one) < 0).length);
}
