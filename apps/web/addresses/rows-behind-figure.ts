/** Which rows of the household list stand behind a figure; figures that no filter can express open to all rows. */
import type { HouseholdFilters } from "./household-filters.ts";

const filters: Record<string, HouseholdFilters> = {
  incidence: { status: ["0", "3"] },
  "exit-rate": { status: ["1"] },
  "helper-coverage": { helped: "yes" },
  "poor-villages": { poorVillage: "yes" },
  "finding-share": { finding: "yes" },
};

export function rowsBehindFigure(id: string): HouseholdFilters {
  return filters[id] ?? {};
}
