/** The hypergeometric distribution: marked units in a simple random sample without replacement. */
import { requireOrderedCounts } from "./domain.ts";
import { binomialDensity } from "./stirling.ts";
import type { Tails } from "./tails.ts";

/** P(X ≤ k) for k marked in a sample of n from a population with so many marked. @throws RangeError */
export function hypergeometricCdf(k: number, population: number, marked: number, n: number): number {
  return hypergeometricTails(k, population, marked, n).atMost;
}

/**
 * Both tails, summed term by term from k outwards on the side away from the mean (so the tail that is small is exact); the
 * first term is a ratio of three binomial probabilities. k may be −1 or beyond what is possible.
 * @throws RangeError
 */
export function hypergeometricTails(k: number, population: number, marked: number, n: number): Tails {
  requireOrderedCounts(marked, population);
  requireOrderedCounts(n, population);
  if (!Number.isSafeInteger(k)) throw new RangeError(`Not a possible count: ${k}`);
  if (k < Math.max(0, n + marked - population)) return { atMost: 0, above: 1 };
  if (k >= Math.min(n, marked)) return { atMost: 1, above: 0 };
  const mode = ((n + 1) * (marked + 1)) / (population + 2);
  if (k < mode) {
    const atMost = Math.min(1, outwards(k, -1, population, marked, n));
    return { atMost, above: 1 - atMost };
  }
  const above = Math.min(1, outwards(k + 1, 1, population, marked, n));
  return { atMost: 1 - above, above };
}

function density(k: number, population: number, marked: number, n: number): number {
  const [p, q] = [n / population, (population - n) / population];
  const inMarked = binomialDensity(k, marked - k, p, q);
  const inOthers = binomialDensity(n - k, population - marked - n + k, p, q);
  return (inMarked / binomialDensity(n, population - n, p, q)) * inOthers;
}

function outwards(from: number, step: 1 | -1, population: number, marked: number, n: number): number {
  let k = from;
  let term = density(from, population, marked, n);
  let sum = 0;
  while (term > 0 && sum + term !== sum) {
    sum += term;
    const grow = ((marked - k) * (n - k)) / ((k + 1) * (population - marked - n + k + 1));
    const shrink = (k * (population - marked - n + k)) / ((marked - k + 1) * (n - k + 1));
    term *= step === 1 ? grow : shrink;
    k += step;
  }
  return sum;
}
