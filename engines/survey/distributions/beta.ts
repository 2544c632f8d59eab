/** The beta distribution: regularised incomplete beta function and its inverse. */
import { requirePositive, requireProbability } from "./domain.ts";
import { binomialDensity } from "./stirling.ts";
import type { Tails } from "./tails.ts";

/** I_x(a, b) = P(B ≤ x) for x in 0..1, a, b > 0. @throws RangeError */
export function betaCdf(x: number, a: number, b: number): number {
  requireProbability(x);
  return betaTails({ x, y: 1 - x }, a, b).atMost;
}

/** A point of the unit interval and its distance from 1, so that neither loses digits. */
export interface UnitPoint {
  x: number;
  y: number;
}

/**
 * Both tails of Beta(a, b) at x. The continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8) on the
 * side where it converges, in about √max(a, b) steps.
 */
export function betaTails({ x, y }: UnitPoint, a: number, b: number): Tails {
  requirePositive(a, b);
  if (x === 0) return { atMost: 0, above: 1 };
  if (y === 0) return { atMost: 1, above: 0 };
  if (x > (a + 1) / (a + b + 2)) {
    const { atMost, above } = betaTails({ x: y, y: x }, b, a);
    return { atMost: above, above: atMost };
  }
  const atMost = Math.min(1, (powerPart({ x, y }, a, b) / a) * continuedFraction(x, a, b));
  return { atMost, above: 1 - atMost };
}

/** x^a (1−x)^b / B(a, b). */
function powerPart({ x, y }: UnitPoint, a: number, b: number): number {
  return ((a * b) / (a + b)) * binomialDensity(a, b, x, y);
}

const tiny = 1e-300;

/** The fraction of I_x(a, b) · a · B(a, b) / (x^a (1−x)^b), by Lentz's method as modified by Thompson and Barnett (1986). */
function continuedFraction(x: number, a: number, b: number): number {
  let upper = 1;
  let lower = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = lower;
  const limit = 1_000 + 20 * Math.sqrt(Math.max(a, b));
  for (let m = 1; m < limit; m += 1) {
    let change = 1;
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      lower = 1 / away(1 + term * lower);
      upper = away(1 + term / upper);
      change = upper * lower;
      value *= change;
    }
    if (Math.abs(change - 1) < 1e-16) return value;
  }
  return value;
}

function away(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/**
 * The x with I_x(a, b) = p; a, b > 0.
 * @param p probability 0..1
 * @throws RangeError
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability(p);
  return betaPoint({ atMost: p, above: 1 - p }, a, b).x;
}

/** The point where Beta(a, b) has these tails; the smaller tail is the one that is met. */
export function betaPoint(target: Tails, a: number, b: number): UnitPoint {
  requirePositive(a, b);
  if (target.atMost <= 0) return { x: 0, y: 1 };
  if (target.above <= 0) return { x: 1, y: 0 };
  if (target.atMost > betaTails({ x: 0.5, y: 0.5 }, a, b).atMost) {
    const x = pointBelowHalf({ atMost: target.above, above: target.atMost }, b, a);
    return { x: 1 - x, y: x };
  }
  const x = pointBelowHalf(target, a, b);
  return { x, y: 1 - x };
}

/** Newton's method for ln P over ln x, where the lower tail is nearly straight; halving where a step would leave the bracket. */
function pointBelowHalf(target: Tails, a: number, b: number): number {
  const side = target.atMost <= target.above ? "atMost" : "above";
  const rise = side === "atMost" ? 1 : -1;
  let [low, high] = [Math.log(Number.MIN_VALUE), Math.log(0.5)];
  let logarithm = Math.min(high, Math.log(a / (a + b)));
  for (let round = 0; round < 200; round += 1) {
    const x = Math.exp(logarithm);
    const tail = betaTails({ x, y: 1 - x }, a, b)[side];
    const excess = rise * Math.log(tail / target[side]);
    if (excess > 0) high = logarithm;
    else low = logarithm;
    const slope = powerPart({ x, y: 1 - x }, a, b) / ((1 - x) * tail);
    let next = logarithm - excess / slope;
    if (!(next >= low && next <= high)) next = (low + high) / 2;
    const step = Math.abs(next - logarithm);
    logarithm = next;
    if (step < 1e-10 || high - low < 1e-15) break;
  }
  return Math.exp(logarithm);
}
