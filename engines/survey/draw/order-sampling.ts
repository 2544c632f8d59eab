/**
 * Order sampling of fixed size (Rosén 1997): each unit has a ranking number that depends on its own ticket and size only,
 * and the n smallest are drawn; a village can be checked alone, and samples of several years coordinated. Probabilities
 * are near n·size/M but not exactly that, so none is given. All comparisons are of whole numbers.
 */
import type { Chance } from "./chance.ts";
import type { FrameUnit } from "./frame.ts";
import { type Selection, refuseCertainty, requireEnough, totalSize } from "./selection.ts";

/** A ranking number as a fraction; the denominator is positive. */
interface Rank {
  numerator: bigint;
  denominator: bigint;
}

/** Sequential Poisson sampling (Ohlsson 1998): ranked by u/size, u from the first 64 bits of the ticket. @throws InputError */
export function drawSequentialPoisson(
  chance: Chance,
  stage: string,
  units: readonly FrameUnit[],
  count: number,
): Selection<FrameUnit> {
  return drawSmallest(chance, stage, units, count, (u, unit) => ({
    numerator: u,
    denominator: BigInt(unit.size),
  }));
}

/** Pareto sampling (Rosén 1997): ranked by U(1−λ)/((1−U)λ) with λ = n·size/M, U = (2u+1)/2^65. @throws InputError */
export function drawPareto(
  chance: Chance,
  stage: string,
  units: readonly FrameUnit[],
  count: number,
): Selection<FrameUnit> {
  const total = totalSize(units);
  return drawSmallest(chance, stage, units, count, (u, unit) => {
    const odd = 2n * u + 1n;
    const share = BigInt(count) * BigInt(unit.size);
    return { numerator: odd * (total - share), denominator: (2n ** 65n - odd) * share };
  });
}

function drawSmallest(
  chance: Chance,
  stage: string,
  units: readonly FrameUnit[],
  count: number,
  rankOf: (u: bigint, unit: FrameUnit) => Rank,
): Selection<FrameUnit> {
  requireEnough(stage, units, count);
  if (count > 0) refuseCertainty(stage, units, count);
  const ranked = units
    .filter((unit) => unit.size > 0)
    .map((unit) => ({ unit, rank: rankOf(firstBits(chance.ticket(stage, unit.id)), unit) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.unit.id < b.unit.id ? -1 : 1));
  return { selected: ranked.slice(0, count).map(({ unit }) => ({ unit, probability: null })), reserves: [] };
}

/** The first 64 bits of a ticket as a whole number. */
function firstBits(ticket: Uint8Array): bigint {
  return new DataView(ticket.buffer, ticket.byteOffset).getBigUint64(0);
}

function compareRanks(a: Rank, b: Rank): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
