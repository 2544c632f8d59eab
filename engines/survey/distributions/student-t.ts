/** Student's t distribution; the degrees of freedom may be a fraction, or ∞ for the normal distribution. */
import { betaPoint, betaTails } from "./beta.ts";
import { requirePositive, requireProbability } from "./domain.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

/** P(T ≤ t) = ½ I(df/2, ½) at df/(df+t²) in the lower tail (Abramowitz & Stegun 26.7.1). @throws RangeError */
export function studentCdf(t: number, df: number): number {
  requirePositive(df);
  if (df === Infinity) return normalCdf(t);
  const square = t * t;
  if (square === Infinity) return t < 0 ? 0 : 1;
  const beyond = betaTails({ x: df / (df + square), y: square / (df + square) }, df / 2, 0.5).atMost / 2;
  return t <= 0 ? beyond : 1 - beyond;
}

/**
 * The t with P(T ≤ t) = p.
 * @param p probability 0..1; 0 gives −∞, 1 gives ∞
 * @throws RangeError
 */
export function studentQuantile(p: number, df: number): number {
  requireProbability(p);
  requirePositive(df);
  if (df === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const { x, y } = betaPoint({ atMost: 2 * tail, above: 1 - 2 * tail }, df / 2, 0.5);
  const size = Math.sqrt((df * y) / x);
  return p < 0.5 ? -size : size;
}
