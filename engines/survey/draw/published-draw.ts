/** A draw in the form in which it is printed and published: hashes in hex, probabilities as fractions that are not reduced. */
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Draw } from "./draw.ts";
import { formatProbability } from "./probability.ts";

export type PublishedUnit = { id: string; stratum: string };

export type PublishedDraw = {
  root: string;
  planHash: string;
  seed: string;
  countySeed: string;
  /** `pi` is k·size/M, null where the method has no exact probability. */
  selected: (PublishedUnit & { pi: string | null })[];
  /** In the order in which they may be opened. */
  reserves: PublishedUnit[];
  householdRoot?: string;
  /** `pi` is n/N within the village; the weight is of both stages. */
  households?: {
    id: string;
    village: string;
    group: string;
    order: number;
    pi: string;
    weight: number | null;
  }[];
  householdReserves?: { id: string; village: string; group: string }[];
};

export function publishedDraw(draw: Draw): PublishedDraw {
  const { second } = draw;
  return {
    root: bytesToHex(draw.frameRoot),
    planHash: bytesToHex(draw.planHash),
    seed: bytesToHex(draw.seed),
    countySeed: bytesToHex(draw.countySeed),
    selected: draw.selected.map(({ unit, probability }) => ({
      id: unit.id,
      stratum: unit.stratum,
      pi: probability && formatProbability(probability),
    })),
    reserves: draw.reserves.map(({ id, stratum }) => ({ id, stratum })),
    ...(second && {
      householdRoot: bytesToHex(second.root),
      households: second.households.map(({ household, order, probability, weight }) => ({
        id: household.id,
        village: household.village,
        group: household.group,
        order,
        pi: formatProbability(probability),
        weight,
      })),
      householdReserves: second.reserves.map(({ id, village, group }) => ({ id, village, group })),
    }),
  };
}
