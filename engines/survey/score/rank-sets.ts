/** Which ranks an estimate leaves possible, and which units it cannot tell apart. */
import { normalCdf } from "../distributions/normal.ts";
import { ranks } from "./sample-statistics.ts";
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
  const isTold = holm(pairs.z, alpha);
  for (const [at, told] of isTold.entries()) {
    const [first, second] = [pairs.first[at] ?? 0, pairs.second[at] ?? 0];
    if (told === 0) {
      notTold.push([first, second]);
      continue;
    }
    const firstWins = (units[first]?.estimate ?? 0) > (units[second]?.estimate ?? 0);
    const [winner, loser] = firstWins ? [first, second] : [second, first];
    better[loser] = (better[loser] ?? 0) + 1;
    worse[winner] = (worse[winner] ?? 0) + 1;
  }
  const places = ranks(Float64Array.from(units, ({ estimate }) => estimate));
  const sets = units.map((_, unit) => ({
    rank: places[unit] ?? 0,
    low: 1 + (better[unit] ?? 0),
    high: units.length - (worse[unit] ?? 0),
  }));
  return { sets, notTold };
}

/** 1 for each difference that is proven: from the largest z on while p ≤ alpha/(tests that are left). */
function holm(z: Float64Array, alpha: number): Uint8Array {
  const isProven = new Uint8Array(z.length);
  // Differences without any sampling error are all infinite: no order among them.
  const order = Uint32Array.from(z.keys()).sort((a, b) => (z[a] === z[b] ? 0 : (z[b] ?? 0) - (z[a] ?? 0)));
  for (const [step, at] of order.entries()) {
    if (!(2 * normalCdf(-(z[at] ?? 0)) <= alpha / (z.length - step))) break;
    isProven[at] = 1;
  }
  return isProven;
}

/** All pairs, first < second, and their differences in units of the standard error. */
function comparePairs(units: readonly Ranked[]): {
  first: Uint32Array;
  second: Uint32Array;
  z: Float64Array;
} {
  const count = (units.length * (units.length - 1)) / 2;
  const [first, second, z] = [new Uint32Array(count), new Uint32Array(count), new Float64Array(count)];
  let at = 0;
  for (const [i, one] of units.entries()) {
    for (let j = i + 1; j < units.length; j++, at++) {
      first[at] = i;
      second[at] = j;
      z[at] = distance(one, units[j] ?? one);
    }
  }
  return { first, second, z };
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
