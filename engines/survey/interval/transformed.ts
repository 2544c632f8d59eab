/**
 * Other intervals of a proportion from a complex sample, for comparison with publications that use them (R survey, `svyciprop`).
 * For rare events none of them holds its level as Korn-Graubard does.
 */
import { InputError } from "../../input-error.ts";
import { studentQuantile } from "../distributions/student-t.ts";
import type { Interval } from "./interval.ts";
import {
  requireDegreesOfFreedom,
  requireEstimate,
  requireLevel,
  requireProportion,
} from "./interval-input.ts";

export interface TransformedInput {
  /** Share 0..1, neither 0 nor 1: the transformations have no slope there. */
  proportion: number;
  standardError: number;
  degreesOfFreedom: number;
  /** Two-sided, 0.95 for 95 %. */
  level: number;
}

/** logit p ± t · SE/(p(1−p)), transformed back (R: `logit`, `xlogit`). @throws InputError interval.* */
export function logitInterval(given: TransformedInput): Interval {
  const { p, t } = read(given);
  const reach = (t * given.standardError) / (p * (1 - p));
  const back = (side: number) => 1 / (1 + ((1 - p) / p) * Math.exp(-side * reach));
  return { low: back(-1), high: back(1) };
}

/**
 * arcsin √p ± t · SE/(2√(p(1−p))), transformed back. The angle stays between 0 and π/2; R (`asin`) lets it pass, and then gives
 * the limit of the mirrored angle.
 *
 * @throws InputError interval.*
 */
export function arcsineInterval(given: TransformedInput): Interval {
  const { p, t } = read(given);
  const angle = Math.asin(Math.sqrt(p));
  const reach = (t * given.standardError) / (2 * Math.sqrt(p * (1 - p)));
  return {
    low: Math.sin(Math.max(0, angle - reach)) ** 2,
    high: Math.sin(Math.min(Math.PI / 2, angle + reach)) ** 2,
  };
}

/**
 * The proportions q with 2m (p ln(p/q) + (1−p) ln((1−p)/(1−q))) ≤ t², m = p(1−p)/SE² · (n−1)/n: the likelihood ratio over its
 * design effect (J. N. K. Rao & A. J. Scott, Annals of Statistics 12 (1984) 46; R: `likelihood`).
 *
 * @param given `rows` of the design
 * @throws InputError interval.*
 */
export function likelihoodInterval(given: TransformedInput & { rows: number }): Interval {
  const { p, t } = read(given);
  const size = (((p * (1 - p)) / given.standardError ** 2) * (given.rows - 1)) / given.rows;
  const isInside = (q: number) =>
    2 * size * (p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q))) <= t * t;
  return { low: edge(p, 0, isInside), high: edge(p, 1, isInside) };
}

/** The last number between two that is inside, by halving. */
function edge(inside: number, outside: number, isInside: (q: number) => boolean): number {
  for (let step = 0; step < 100; step++) {
    const middle = (inside + outside) / 2;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function read({ proportion, standardError, degreesOfFreedom, level }: TransformedInput): {
  p: number;
  t: number;
} {
  const p = requireProportion(proportion);
  requireEstimate(p, standardError);
  if (!(p > 0 && p < 1 && standardError > 0)) {
    throw new InputError("interval.no-variance", {
      zh: "比例为0或100%时这种区间没有定义：请用 kg。",
      en: "This interval is not defined for a proportion of 0 or 100 %: use kg.",
    });
  }
  return { p, t: studentQuantile((1 + requireLevel(level)) / 2, requireDegreesOfFreedom(degreesOfFreedom)) };
}
