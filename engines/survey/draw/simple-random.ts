/** A simple random sample by ordered hash: the n smallest tickets; those that follow are the reserves, in this order. */
import { type Chance, inTicketOrder } from "./chance.ts";
import type { Probability } from "./probability.ts";
import { tooFew } from "./selection.ts";

export interface SimpleRandomSample<Unit> {
  selected: { unit: Unit; probability: Probability }[];
  reserves: Unit[];
}

/** @returns units in the order of their tickets, each drawn with n/N @throws InputError draw.too-few */
export function drawSimpleRandom<Unit extends { id: string }>(
  chance: Chance,
  stage: string,
  units: readonly Unit[],
  count: number,
): SimpleRandomSample<Unit> {
  if (count > units.length) throw tooFew(stage, units.length, count);
  const ordered = inTicketOrder(chance, stage, units);
  const probability = { numerator: BigInt(count), denominator: BigInt(units.length) };
  return {
    selected: ordered.slice(0, count).map((unit) => ({ unit, probability })),
    reserves: ordered.slice(count),
  };
}
