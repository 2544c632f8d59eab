/** The binomial distribution: marked units in n draws with the same chance each. */
import { betaTails } from "./beta.ts";
import { requireOrderedCounts, requireProbability } from "./domain.ts";
import type { Tails } from "./tails.ts";

/** P(X ≤ k) for k of n draws that are marked with probability p. @throws RangeError */
export function binomialCdf(k: number, n: number, p: number): number {
  return binomialTails(k, n, p).atMost;
}

/** P(X ≤ k) = I_{1−p}(n−k, k+1) and P(X > k) (Abramowitz & Stegun 6.6.4); k may be −1 or n. @throws RangeError */
export function binomialTails(k: number, n: number, p: number): Tails {
  requireOrderedCounts(k + 1, n + 1);
  requireProbability(p);
  if (k < 0) return { atMost: 0, above: 1 };
  if (k >= n) return { atMost: 1, above: 0 };
  return betaTails({ x: 1 - p, y: p }, n - k, k + 1);
}
