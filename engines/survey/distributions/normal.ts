/** The standard normal distribution. */
import { requireProbability } from "./domain.ts";

const rootOfTwoPi = Math.sqrt(2 * Math.PI);

/** φ(x) = exp(−x²/2)/√(2π). */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / rootOfTwoPi;
}

/**
 * P(Z ≤ x), relative error near 1e-14 in both tails. Series and continued fraction: Abramowitz & Stegun 26.2.11, 26.2.14.
 */
export function normalCdf(x: number): number {
  if (x < -1) return normalDensity(x) * millsRatio(-x);
  if (x > 1) return 1 - normalDensity(x) * millsRatio(x);
  let term = x;
  let sum = 0;
  for (let odd = 1; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (x * x) / (odd + 2);
  }
  return 0.5 + normalDensity(x) * sum;
}

/** P(Z > x)/φ(x) for x > 0: 1/(x+ 1/(x+ 2/(x+ 3/(x+ …, from the inside out. */
function millsRatio(x: number): number {
  let fraction = x;
  for (let step = Math.ceil(40 + 600 / (x * x)); step >= 1; step -= 1) fraction = x + step / fraction;
  return 1 / fraction;
}

/**
 * The x with P(Z ≤ x) = p, by Newton's method on ln P, which is concave: it converges from the left of the root.
 * @param p probability 0..1; 0 gives −∞, 1 gives ∞
 * @throws RangeError for anything else
 */
export function normalQuantile(p: number): number {
  requireProbability(p);
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  if (p === 0.5) return 0;
  // P(Z ≤ −√(−2 ln p)) < p: left of the root.
  let x = -Math.sqrt(-2 * Math.log(p));
  for (let round = 0; round < 100; round += 1) {
    const tail = normalCdf(x);
    const step = (Math.log(tail / p) * tail) / normalDensity(x);
    x -= step;
    if (Math.abs(step) < 1e-9 * Math.max(1e-3, Math.abs(x))) break;
  }
  return x;
}
