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

/** From here the incomplete beta loses digits, its parameters are so far apart, and the expansion below is good to 1e-13. */
const nearlyNormal = 1e6;

/** t from the normal z at the same probability: Cornish and Fisher's expansion in 1/df (Abramowitz & Stegun 26.7.5). */
function nearNormalQuantile(z: number, df: number): number {
  if (!Number.isFinite(z)) return z;
  const square = z * z;
  const first = (square + 1) / 4;
  const second = ((5 * square + 16) * square + 3) / 96;
  const third = (((3 * square + 19) * square + 17) * square - 15) / 384;
  return z * (1 + (first + (second + third / df) / df) / df);
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
  if (df >= nearlyNormal) return nearNormalQuantile(normalQuantile(p), df);
  const tail = Math.min(p, 1 - p);
  const { x, y } = betaPoint({ atMost: 2 * tail, above: 1 - 2 * tail }, df / 2, 0.5);
  const size = Math.sqrt((df * y) / x);
  return p < 0.5 ? -size : size;
}
