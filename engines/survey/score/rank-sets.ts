/** Which ranks an estimate leaves possible, and which units it cannot tell apart. */
import { normalCdf } from "../distributions/normal.ts";
import { alphaWrong, errorWrong, estimateWrong } from "./score-errors.ts";

export interface Ranked {
  estimate: number;
  /** 0 where there is no sampling error. */
  standardError: number;
}

export interface RankSet {
  /** 1 for the largest estimate; equal estimates share it. */
  rank: number;
  /** The best rank that is possible. */
  low: number;
  /** The worst. */
  high: number;
}

export interface RankSets {
  sets: RankSet[];
  /** Pairs of units whose difference is not proven, by their places in the input, first < second. */
  notTold: [number, number][];
}

/**
 * All pairs are tested, z = (a − b)/√(se_a² + se_b²), two-sided, by S. Holm's step-down procedure (1979, Scand. J. Statist. 6, 65): the
 * chance that any two equal units are called different is at most alpha over all pairs together. A unit's set runs from 1 + the units
 * proven better to n − those proven worse (cf. Mogstad, Romano, Shaikh & Wilhelm 2024, Rev. Econ. Stud. 91, 476). The estimates of two
 * units must be independent, as they are from samples drawn apart.
 *
 * @param alpha above 0 and below 1
 * @throws InputError rank.estimate-wrong, rank.se-wrong, rank.alpha-wrong
 */
export function rankSets(units: readonly Ranked[], alpha: number): RankSets {
  requireRankable(units, alpha);
  const better = new Int32Array(units.length);
  const worse = new Int32Array(units.length);
  const notTold: [number, number][] = [];
  const pairs = comparePairs(units);
  let open = true;
  for (const [step, { first, second, z }] of pairs.entries()) {
    open &&= 2 * normalCdf(-z) <= alpha / (pairs.length - step);
    if (!open) {
      notTold.push([first, second]);
      continue;
    }
    const firstWins = (units[first]?.estimate ?? 0) > (units[second]?.estimate ?? 0);
    const [winner, loser] = firstWins ? [first, second] : [second, first];
    better[loser] = (better[loser] ?? 0) + 1;
    worse[winner] = (worse[winner] ?? 0) + 1;
  }
  const sets = units.map(({ estimate }, unit) => ({
    rank: 1 + units.filter((other) => other.estimate > estimate).length,
    low: 1 + (better[unit] ?? 0),
    high: units.length - (worse[unit] ?? 0),
  }));
  return { sets, notTold: notTold.sort(([a, b], [c, d]) => a - c || b - d) };
}

interface Pair {
  first: number;
  second: number;
  /** The difference in units of its standard error. */
  z: number;
}

/** All pairs, the clearest first. */
function comparePairs(units: readonly Ranked[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [second, other] of units.entries()) {
    for (let first = 0; first < second; first++) {
      const one = units[first];
      if (one) pairs.push({ first, second, z: distance(one, other) });
    }
  }
  // Differences without any sampling error are all infinite: no order among them.
  return pairs.sort((a, b) => (a.z === b.z ? 0 : b.z - a.z));
}

function distance(one: Ranked, other: Ranked): number {
  const difference = Math.abs(one.estimate - other.estimate);
  // Without any sampling error a difference is certain, and none is none.
  return difference === 0 ? 0 : difference / Math.hypot(one.standardError, other.standardError);
}

function requireRankable(units: readonly Ranked[], alpha: number): void {
  if (!(alpha > 0 && alpha < 1)) throw alphaWrong(alpha);
  for (const [unit, { estimate, standardError }] of units.entries()) {
    if (!Number.isFinite(estimate)) throw estimateWrong(unit, estimate);
    if (!(standardError >= 0 && standardError < Infinity)) throw errorWrong(unit, standardError);
  }
}
