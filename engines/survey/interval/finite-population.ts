/** Limits of the number of marked units in a small population, from a simple random sample without replacement. */
import { InputError } from "../../input-error.ts";
import { hypergeometricTails } from "../distributions/hypergeometric.ts";
import { requireAlpha, requireCount, requireLevel } from "./interval-input.ts";

export interface FiniteSample {
  events: number;
  n: number;
  population: number;
}

/**
 * The largest number of marked units D under which so few events, P(X ≤ x | D), are still more likely than alpha: one-sided
 * upper limit at 1 − alpha. Exact; divide by the population for a share.
 * @throws InputError interval.bad-count, interval.bad-population, interval.bad-alpha
 */
export function markedUpper(sample: FiniteSample, alpha: number): number {
  requireAlpha(alpha);
  const { events, n, population } = requireSample(sample);
  const isPossible = (marked: number): boolean =>
    hypergeometricTails(events, population, marked, n).atMost > alpha;
  let [possible, tooMany] = [events, population - n + events + 1];
  while (tooMany - possible > 1) {
    const middle = Math.floor((possible + tooMany) / 2);
    if (isPossible(middle)) possible = middle;
    else tooMany = middle;
  }
  return possible;
}

/**
 * The smallest D under which so many events, P(X ≥ x | D), are more likely than alpha.
 * @throws InputError interval.bad-count, interval.bad-population, interval.bad-alpha
 */
export function markedLower({ events, n, population }: FiniteSample, alpha: number): number {
  return population - markedUpper({ events: n - events, n, population }, alpha);
}

/** Both limits, each at half of 1 − level. @throws InputError as markedUpper, and interval.bad-level */
export function markedInterval(sample: FiniteSample, level: number): { low: number; high: number } {
  const alpha = (1 - requireLevel(level)) / 2;
  return { low: markedLower(sample, alpha), high: markedUpper(sample, alpha) };
}

function requireSample(sample: FiniteSample): FiniteSample {
  const { events, n, population } = sample;
  requireCount(events, n);
  if (
    Number.isInteger(events) &&
    Number.isInteger(n) &&
    Number.isSafeInteger(population) &&
    population >= n
  ) {
    return sample;
  }
  throw new InputError("interval.bad-population", {
    zh: `总体、样本和事件数应为整数，总体不小于样本；给出的是总体${population}、样本${n}、事件${events}。`,
    en: `Population, sample and events are whole numbers and the population holds the sample; given: ${population}, ${n}, ${events}.`,
  });
}
