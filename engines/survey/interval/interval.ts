/** Confidence intervals. Shares and probabilities are 0..1; `level` is two-sided, 0.95 for 95 %. */
import { betaQuantile } from "../distributions/beta.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { studentQuantile } from "../distributions/student-t.ts";
import { requireCount, requireDegreesOfFreedom, requireEstimate, requireLevel } from "./interval-input.ts";

export interface Interval {
  low: number;
  high: number;
}

/** So many of so many, drawn by simple random sampling or decided unit by unit. */
export interface Count {
  events: number;
  n: number;
  level: number;
}

/**
 * estimate ± z · SE, with z the normal quantile. For totals and means of many clusters; not kept inside 0..1.
 * @throws InputError interval.bad-level, interval.bad-estimate
 */
export function normalInterval(given: { estimate: number; standardError: number; level: number }): Interval {
  return around(given, normalQuantile((1 + requireLevel(given.level)) / 2));
}

/**
 * estimate ± t · SE, with t of the design's degrees of freedom (clusters − strata). Not kept inside 0..1.
 * @throws InputError interval.bad-level, interval.bad-estimate, interval.no-degrees-of-freedom
 */
export function studentInterval(given: {
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
  level: number;
}): Interval {
  const df = requireDegreesOfFreedom(given.degreesOfFreedom);
  return around(given, studentQuantile((1 + requireLevel(given.level)) / 2, df));
}

function around(given: { estimate: number; standardError: number }, quantile: number): Interval {
  requireEstimate(given.estimate, given.standardError);
  const reach = quantile * given.standardError;
  return { low: given.estimate - reach, high: given.estimate + reach };
}

/**
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n): E. B. Wilson, JASA 22 (1927) 209. Each end is also the one-sided limit
 * at (1 + level)/2.
 * @throws InputError interval.bad-level, interval.bad-count
 */
export function wilson({ events, n, level }: Count): Interval {
  requireCount(events, n);
  const z = normalQuantile((1 + requireLevel(level)) / 2);
  const p = events / n;
  const square = (z * z) / n;
  const reach = z * Math.sqrt((p * (1 - p)) / n + square / (4 * n));
  const end = (side: number): number => (p + square / 2 + side * reach) / (1 + square);
  // At none and at all the formula gives 0 and 1 exactly; rounding must not.
  return { low: events === 0 ? 0 : end(-1), high: events === n ? 1 : end(1) };
}

/**
 * The exact interval of C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404: beta quantiles of (x, n−x+1) and
 * (x+1, n−x). Events and n may be fractions, as effective sizes are.
 * @throws InputError interval.bad-level, interval.bad-count
 */
export function clopperPearson({ events, n, level }: Count): Interval {
  const alpha = (1 - requireLevel(level)) / 2;
  return { low: clopperPearsonLower(events, n, alpha), high: clopperPearsonUpper(events, n, alpha) };
}

/** The p at which so many or fewer events still have probability alpha: one-sided upper limit at 1 − alpha. */
export function clopperPearsonUpper(events: number, n: number, alpha: number): number {
  requireCount(events, n);
  return events === n ? 1 : betaQuantile(1 - alpha, events + 1, n - events);
}

/** The p at which so many or more events have probability alpha: one-sided lower limit at 1 − alpha. */
export function clopperPearsonLower(events: number, n: number, alpha: number): number {
  requireCount(events, n);
  return events === 0 ? 0 : betaQuantile(alpha, events, n - events + 1);
}

/**
 * Beta quantiles of (x+½, n−x+½), closed at 0 when there is no event and at 1 when all are: L. D. Brown, T. T. Cai,
 * A. DasGupta, Statistical Science 16 (2001) 101.
 * @throws InputError interval.bad-level, interval.bad-count
 */
export function jeffreys({ events, n, level }: Count): Interval {
  requireCount(events, n);
  const alpha = (1 - requireLevel(level)) / 2;
  const end = (p: number): number => betaQuantile(p, events + 0.5, n - events + 0.5);
  return { low: events === 0 ? 0 : end(alpha), high: events === n ? 1 : end(1 - alpha) };
}

/**
 * p̃ ± z √(p̃(1−p̃)/ñ) with ñ = n + z², p̃ = (x + z²/2)/ñ: A. Agresti, B. A. Coull, American Statistician 52 (1998) 119. Not kept
 * inside 0..1.
 * @throws InputError interval.bad-level, interval.bad-count
 */
export function agrestiCoull({ events, n, level }: Count): Interval {
  requireCount(events, n);
  const z = normalQuantile((1 + requireLevel(level)) / 2);
  const size = n + z * z;
  const p = (events + (z * z) / 2) / size;
  const reach = z * Math.sqrt((p * (1 - p)) / size);
  return { low: p - reach, high: p + reach };
}
