/** Which rows of the household list stand behind a figure; figures that no filter can express open to all rows. */
import type { HouseholdFilters } from "./household-filters.ts";

const filters: Record<string, HouseholdFilters> = {
  incidence: { status: ["0", "3"] },
  "exit-rate": { status: ["1"] },
  "helper-coverage": { helped: "yes" },
  "poor-villages": { poorVillage: "yes" },
  "finding-share": { finding: "yes" },
};

/** What a rate is taken of; the published rural population has no rows in the register. */
const bases: Record<string, HouseholdFilters> = {
  "exit-rate": { status: ["0", "1", "2", "3"] },
  "helper-coverage": {},
  "finding-share": {},
};

export function rowsBehindFigure(id: string): HouseholdFilters {
  return filters[id] ?? {};
}

/** Null where what stands below the line was not counted in the register. */
export function rowsBehindBase(id: string): HouseholdFilters | null {
  return bases[id] ?? null;
}

/** Behind the count of the register (系统数) beside a target of this kind; null where the register has none. */
export function rowsBehindSystem(kind: string): HouseholdFilters | null {
  return kind === "exit-households" || kind === "exit-persons" ? { exited: "yes" } : null;
}
