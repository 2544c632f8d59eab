/**
 * A test that may be read after every household and stopped as soon as it proves the point: the ALPHA supermartingale of
 * P. B. Stark, Annals of Applied Statistics 17 (2023) 641, for households drawn one by one without replacement.
 */
import { InputError } from "../../input-error.ts";
import { requireAlpha } from "../interval/interval-input.ts";

export interface AlphaPlan {
  population: number;
  /** Share 0..1 of errors that is to be excluded: the hypothesis is that at least so many err. */
  limit: number;
  /** Risk of certifying a place that does not deserve it, over all looks together. */
  alpha: number;
  /** Share that is expected to be right, above 1 − limit; 0.998 when two in a thousand err. */
  expectedRight: number;
  /** How many households the expectation weighs against what is seen; absent: the expectation stays. */
  expectationWeight?: number;
}

export interface AlphaResult {
  /** T after each household; certified once it reaches 1/alpha. */
  statistics: Float64Array;
  /** The household, counted from 1, after which the point was proven; undefined: not yet. */
  stoppedAt: number | undefined;
}

/**
 * T_j = T_{j−1} (x η/μ + (1−x)(1−η)/(1−μ)), x = 1 for a household that is right, μ = (N(1−limit) − S_{j−1})/(N−j+1), η the
 * expectation or (d·expectation + S_{j−1})/(d + j − 1), never below μ: no bet is laid where the sample speaks against it.
 * Stops at T ≥ 1/alpha (Ville's inequality).
 * @param outcomes in the order of the draw, true = right
 * @throws InputError decision.bad-alpha-plan, decision.sample-beyond-population, interval.bad-alpha
 */
export function alphaTest(plan: AlphaPlan, outcomes: readonly boolean[]): AlphaResult {
  requirePlan(plan, outcomes.length);
  const statistics = new Float64Array(outcomes.length);
  let [statistic, right] = [1, 0];
  let stoppedAt: number | undefined;
  for (const [drawn, isRight] of outcomes.entries()) {
    statistic *= factor(plan, drawn, right, isRight);
    if (isRight) right += 1;
    statistics[drawn] = statistic;
    if (stoppedAt === undefined && statistic >= 1 / plan.alpha) stoppedAt = drawn + 1;
  }
  return { statistics, stoppedAt };
}

function factor(plan: AlphaPlan, drawn: number, right: number, isRight: boolean): number {
  const mean = (rightUnderHypothesis(plan) - right) / (plan.population - drawn);
  // What the hypothesis leaves no choice about is no bet: one household against it settles the matter.
  if (mean <= 0) return isRight || mean < 0 ? Infinity : 1;
  if (mean >= 1) return isRight ? 1 : 0;
  const weight = plan.expectationWeight;
  const guess =
    weight === undefined ? plan.expectedRight : (weight * plan.expectedRight + right) / (weight + drawn);
  const bet = Math.min(1, Math.max(mean, guess));
  return isRight ? bet / mean : (1 - bet) / (1 - mean);
}

/** N(1 − limit), whole where rounding alone keeps it from being whole: the last households are judged by its exact value. */
function rightUnderHypothesis({ population, limit }: AlphaPlan): number {
  const exact = population * (1 - limit);
  const whole = Math.round(exact);
  return Math.abs(exact - whole) < 1e-9 ? whole : exact;
}

function requirePlan(plan: AlphaPlan, drawn: number): void {
  requireAlpha(plan.alpha);
  const { population, limit, expectedRight, expectationWeight = 1 } = plan;
  const isPossible =
    Number.isSafeInteger(population) &&
    population >= 1 &&
    limit > 0 &&
    limit < 1 &&
    expectedRight > 1 - limit &&
    expectedRight < 1 &&
    expectationWeight > 0;
  if (!isPossible) {
    throw new InputError("decision.bad-alpha-plan", {
      zh: "逐户检验的方案有误：总体为正整数，界限在0和1之间，预期正确率大于“1−界限”且小于1，权重大于0。",
      en: "The sequential plan is wrong: a whole population, a limit between 0 and 1, an expected right share between 1 − limit and 1, a weight above 0.",
    });
  }
  if (drawn <= population) return;
  throw new InputError("decision.sample-beyond-population", {
    zh: `抽取的户数（${drawn}）超过总体（${population}）。`,
    en: `More households were drawn (${drawn}) than there are (${population}).`,
  });
}
