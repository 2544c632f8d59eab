/** Five classes of the ranked places below, with about as many places each; equal ratios are of one class. */
import type { RankedPlace } from "../../../../domain/verdicts/figures/rank.contract.ts";

export const classCount = 5;

export interface MapClass {
  /** 1 is the best end, 5 the one that needs most attention. */
  level: number;
  first: RankedPlace;
  last: RankedPlace;
  places: number;
}

/** The class of each ranked place by its code; places without a rank have none. */
export function classesOf(places: readonly RankedPlace[]): Map<string, number> {
  const ranked = places.filter((place) => place.rank !== null);
  return new Map(
    ranked.map(({ code, rank }) => [code, Math.floor((((rank ?? 1) - 1) * classCount) / ranked.length) + 1]),
  );
}

/** What the legend says of each class that has places. */
export function legendOf(places: readonly RankedPlace[]): MapClass[] {
  const classes = classesOf(places);
  const legend: MapClass[] = [];
  for (let level = 1; level <= classCount; level++) {
    const members = places.filter((place) => classes.get(place.code) === level);
    const [first] = members;
    const last = members.at(-1);
    if (first && last) legend.push({ level, first, last, places: members.length });
  }
  return legend;
}
