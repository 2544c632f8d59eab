/** A made-up county of 120 villages with about 2,000 exited households, and a two-stage sample from it. */
import { betaQuantile } from "../engines/survey/distributions/beta.ts";

export interface Village {
  households: number;
  wrong: number;
}

export interface ClusterSample {
  village: string[];
  weight: Float64Array;
  /** 1 wrong, 0 right. */
  wrong: Float64Array;
}

export type Random = () => number;

/** The same numbers in every run: xorshift of 32 bits (G. Marsaglia 2003). Uniform in 0..1. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

const villages = 120;
const propensities = 4_096;

/**
 * Counties whose realised rate is within 0.06 points of `rate`: each village has a chance of its own, Beta with mean `rate`
 * and intra-class correlation `rho`; 5 to 28 households a village.
 */
export function countyMaker(rate: number, rho: number, random: Random): () => Village[] {
  const strength = 1 / rho - 1;
  const chances = Float64Array.from({ length: propensities }, (_, at) =>
    betaQuantile((at + 0.5) / propensities, rate * strength, (1 - rate) * strength),
  );
  const makeVillage = (): Village => {
    const households = 5 + Math.floor(random() * 24);
    const chance = chances[Math.floor(random() * propensities)] ?? rate;
    let wrong = 0;
    for (let household = 0; household < households; household += 1) if (random() < chance) wrong += 1;
    return { households, wrong };
  };
  return () => {
    for (;;) {
      const county = Array.from({ length: villages }, makeVillage);
      const households = county.reduce((sum, village) => sum + village.households, 0);
      const wrong = county.reduce((sum, village) => sum + village.wrong, 0);
      if (Math.abs(wrong / households - rate) <= 0.000_6) return county;
    }
  };
}

/** Villages by systematic sampling with probability proportional to households, then `take` of each, or all if fewer. */
export function drawSample(county: Village[], clusters: number, take: number, random: Random): ClusterSample {
  const all = county.reduce((sum, village) => sum + village.households, 0);
  const step = all / clusters;
  const start = random() * step;
  const village: string[] = [];
  const weight: number[] = [];
  const wrong: number[] = [];
  let passed = 0;
  for (const [at, { households, wrong: bad }] of county.entries()) {
    const hits = Math.ceil((passed + households - start) / step) - Math.ceil((passed - start) / step);
    passed += households;
    if (hits === 0) continue;
    const asked = Math.min(take, households);
    const own = (all / (clusters * households)) * (households / asked);
    for (const isWrong of drawHouseholds(households, bad, asked, random)) {
      village.push(String(at));
      weight.push(own);
      wrong.push(isWrong);
    }
  }
  return { village, weight: Float64Array.from(weight), wrong: Float64Array.from(wrong) };
}

/** A simple random sample without replacement: 1 for each wrong household in it. */
function drawHouseholds(households: number, bad: number, asked: number, random: Random): number[] {
  let [left, leftBad] = [households, bad];
  return Array.from({ length: asked }, () => {
    const isWrong = random() * left < leftBad ? 1 : 0;
    left -= 1;
    leftBad -= isWrong;
    return isWrong;
  });
}
