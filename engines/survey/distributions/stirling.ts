/**
 * The binomial density at real arguments without the loss of digits that differences of large log-gammas bring. Method:
 * C. Loader, Fast and accurate computation of binomial probabilities (2000): Stirling's error and the deviance part.
 */

const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];

/** ln Γ(z+1) − (z+½) ln z + z − ½ ln 2π for z > 0: Stirling's series from 16 on, below by the recurrence of Γ. */
export function stirlingError(z: number): number {
  let argument = z;
  let shift = 0;
  while (argument < 16) {
    shift += (argument + 0.5) * Math.log1p(1 / argument) - 1;
    argument += 1;
  }
  const square = argument * argument;
  let power = argument;
  let sum = 0;
  for (const coefficient of coefficients) {
    sum += coefficient / power;
    power *= square;
  }
  return sum + shift;
}

/** x ln(x/m) + m − x for x ≥ 0, m > 0, exact also where x is near m and the parts cancel. */
export function deviancePart(x: number, m: number): number {
  if (x === 0) return m;
  const gap = x - m;
  if (Math.abs(gap) > 0.1 * (x + m)) return x * Math.log(x / m) - gap;
  // With v = (x−m)/(x+m): ln(x/m) = 2 artanh v, and the first terms cancel by hand.
  const v = gap / (x + m);
  let sum = gap * v;
  let term = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Γ(s+f+1)/(Γ(s+1)Γ(f+1)) · p^s · q^f for real s, f ≥ 0: the binomial probability of s successes and f failures.
 * p and q = 1 − p are both given so that neither loses digits near 1.
 */
export function binomialDensity(s: number, f: number, p: number, q: number): number {
  const n = s + f;
  if (p === 0) return s === 0 ? 1 : 0;
  if (q === 0) return f === 0 ? 1 : 0;
  if (s === 0) return Math.exp(f * (p < 0.5 ? Math.log1p(-p) : Math.log(q)));
  if (f === 0) return Math.exp(s * (q < 0.5 ? Math.log1p(-q) : Math.log(p)));
  const exponent =
    stirlingError(n) - stirlingError(s) - stirlingError(f) - deviancePart(s, n * p) - deviancePart(f, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * s * f));
}
