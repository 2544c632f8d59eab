/** The places of the demo beside the demo county, and which of them are not loaded yet. */
import type { CalibratedPlace } from "../../domain/registry/synthetic/calibrated.ts";
import { findWholeCounts } from "../../domain/verdicts/figures/figure.service.ts";
import type { Session } from "./session.ts";

export interface DemoPlace extends Omit<CalibratedPlace, "villages"> {
  area: string;
  name: string;
  poorVillages: number;
}

/**
 * 内乡: 68 poor villages, 14,148 households, 40,498 persons (the year is not published). 肇庆: 3.08 % and 0.32 % of 3.14 million,
 * 83,000 persons out of poverty (14,000 of them in 2018), which is 89.2 % of the base; 42,000 households, 111 villages.
 */
export const demoPlaces: readonly DemoPlace[] = [
  {
    area: "411325000000",
    name: "内乡县",
    seed: 411_325,
    households: 14_148,
    poorVillages: 68,
    base: { year: 2014, persons: 40_498 },
  },
  {
    area: "441200000000",
    name: "肇庆市",
    seed: 4_412,
    households: 42_000,
    poorVillages: 111,
    base: { year: 2015, persons: 96_712 },
    later: { year: 2018, persons: 93_050, lifted: 83_000, liftedInYear: 14_000 },
  },
];

/** Those of the places whose last book is not evaluated here yet: a start that was stopped in between goes on with them. */
export async function listMissingPlaces(session: Session): Promise<DemoPlace[]> {
  const missing: DemoPlace[] = [];
  for (const place of demoPlaces) {
    const { year } = place.later ?? place.base;
    if (!(await session.work((work) => findWholeCounts(work, place.area, year)))) missing.push(place);
  }
  return missing;
}
