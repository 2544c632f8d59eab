/**
 * How many to examine, and how many errors still pass: single sampling plans by attributes (E. G. Schilling, D. V. Neubauer,
 * Acceptance Sampling in Quality Control, ch. 5), found exactly and not by a normal approximation.
 */
import { InputError } from "../../input-error.ts";
import { binomialCdf } from "../distributions/binomial.ts";
import { hypergeometricCdf } from "../distributions/hypergeometric.ts";
import { requireAlpha } from "../interval/interval-input.ts";

export interface PlanRequest {
  /** Error share 0..1 that should pass; a place that good is turned away with probability alpha at most. */
  good: number;
  /**
   * Error share 0..1 that should not pass: without a population a place so bad or worse passes with probability beta at most, in
   * a finite one a place that is worse. One exactly so bad is there within the bound, and passes more often.
   */
  bad: number;
  alpha: number;
  beta: number;
  /** Units in all, drawn without replacement; absent: so many that it does not matter. */
  population?: number;
}

export interface AcceptancePlan {
  /** Units to draw by simple random sampling. */
  n: number;
  /** Accepted with so many errors or fewer. */
  c: number;
  acceptAtGood: number;
  /** Without a population at exactly p1; in a finite one at the fewest errors above N·p1. */
  acceptAtBad: number;
  /** In a finite population: errors at the bound, ⌊N·p1⌋, and the chance to pass with just so many. */
  atBound?: { errors: number; accept: number };
}

const largestSize = 1_000_000;

/** 100 × 0.07 is a hair above 7: a product that close to a whole number is that number. */
const roundingOfShares = 4 * Number.EPSILON;

/**
 * The plan with the smallest n. Every c from 0 is tried with its smallest n that holds beta; since that n grows with c, and
 * acceptance falls with n, the first c that also holds alpha has the smallest n of all plans. In a finite population "good"
 * is ⌊N·good⌋ marked units and "bad" the fewest that exceed N·bad.
 * @throws InputError decision.bad-shares, decision.bad-population, decision.no-plan, interval.bad-alpha
 */
export function acceptancePlan(request: PlanRequest): AcceptancePlan {
  requireRequest(request);
  const { acceptAtGood, acceptAtBad, atBound } = chances(request);
  const most = request.population ?? largestSize;
  let [n, gap] = [0, 1];
  for (let c = 0; ; c += 1) {
    const previous = n;
    n = smallestSize(previous, gap, most, (size) => acceptAtBad(c, size) > request.beta);
    if (n > most) throw noPlan();
    if (acceptAtGood(c, n) >= 1 - request.alpha) {
      const bound = atBound && { atBound: { errors: atBound.errors, accept: atBound.accept(c, n) } };
      return { n, c, acceptAtGood: acceptAtGood(c, n), acceptAtBad: acceptAtBad(c, n), ...bound };
    }
    gap = n - previous;
  }
}

type Chance = (c: number, n: number) => number;

interface Chances {
  acceptAtGood: Chance;
  acceptAtBad: Chance;
  atBound?: { errors: number; accept: Chance };
}

function chances({ good, bad, population }: PlanRequest): Chances {
  if (population === undefined) {
    const at =
      (share: number): Chance =>
      (c, n) =>
        binomialCdf(Math.min(c, n), n, share);
    return { acceptAtGood: at(good), acceptAtBad: at(bad) };
  }
  const at =
    (marked: number): Chance =>
    (c, n) =>
      hypergeometricCdf(c, population, marked, n);
  const wholeUnits = (share: number): number => Math.floor(share * population * (1 + roundingOfShares));
  const errors = wholeUnits(bad);
  return {
    acceptAtGood: at(wholeUnits(good)),
    acceptAtBad: at(errors + 1),
    atBound: { errors, accept: at(errors) },
  };
}

/** The smallest size above `from` that passes no more; most + 1 when even the largest passes. Steps of `stride` bracket it. */
function smallestSize(from: number, stride: number, most: number, passes: (size: number) => boolean): number {
  let low = from;
  let high = Math.min(most, from + stride);
  for (let step = stride; passes(high); step *= 2) {
    if (high === most) return most + 1;
    low = high;
    high = Math.min(most, high + step);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The most errors among n that still certify "below the limit": the largest c with P(X ≤ c | n, limit) ≤ beta. Undefined
 * when not even an errorless sample of that size proves anything.
 * @throws InputError decision.bad-size, decision.bad-shares, interval.bad-alpha
 */
export function largestCertifying(n: number, limit: number, beta: number): number | undefined {
  requireSize(n);
  requireShares(0, limit);
  requireAlpha(beta);
  let [holds, fails] = [-1, n];
  while (fails - holds > 1) {
    const middle = Math.floor((holds + fails) / 2);
    if (binomialCdf(middle, n, limit) <= beta) holds = middle;
    else fails = middle;
  }
  return holds === -1 ? undefined : holds;
}

/**
 * What the rule in use accepts, "the share in the sample is below the limit": the largest c with c/n < limit.
 * @throws InputError decision.bad-size, decision.bad-shares
 */
export function naiveAcceptance(n: number, limit: number): number {
  requireSize(n);
  requireShares(0, limit);
  return Math.ceil(n * limit * (1 - roundingOfShares)) - 1;
}

/** The chance that at most c errors are found among n (simple random, large population) where so many err in truth. */
export function passShare(c: number, n: number, trueShare: number): number {
  requireSize(n);
  return binomialCdf(Math.min(c, n), n, trueShare);
}

function requireRequest({ good, bad, alpha, beta, population }: PlanRequest): void {
  requireShares(good, bad);
  requireAlpha(alpha);
  requireAlpha(beta);
  if (population === undefined || (Number.isSafeInteger(population) && population >= 1)) return;
  throw new InputError("decision.bad-population", {
    zh: `总体应为不小于1的整数；给出的是${population}。`,
    en: `The population should be a whole number of at least 1; given: ${population}.`,
  });
}

function requireShares(good: number, bad: number): void {
  if (good >= 0 && good < bad && bad < 1) return;
  throw new InputError("decision.bad-shares", {
    zh: `好的比例（p0）应不小于0并小于坏的比例（p1），p1应小于1；给出的是p0=${good}、p1=${bad}。`,
    en: `The good share (p0) should be at least 0 and below the bad one (p1), and p1 below 1; given: p0 ${good}, p1 ${bad}.`,
  });
}

function requireSize(n: number): void {
  if (Number.isSafeInteger(n) && n >= 1) return;
  throw new InputError("decision.bad-size", {
    zh: `样本数应为不小于1的整数；给出的是${n}。`,
    en: `The sample should be a whole number of at least 1; given: ${n}.`,
  });
}

function noPlan(): InputError {
  return new InputError("decision.no-plan", {
    zh: `样本在${largestSize}户以内没有满足要求的方案：请拉开p0和p1，或放宽alpha、beta。`,
    en: `No plan of up to ${largestSize} units holds: draw p0 and p1 apart, or allow a larger alpha or beta.`,
  });
}
