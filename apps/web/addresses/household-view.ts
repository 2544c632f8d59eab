/** What of a household is shown, as it stands in the address: year of the book and tab. */
import { readOne, readYear } from "./plain-search.ts";

export const householdTabs = [
  "members",
  "income",
  "living",
  "guarantee",
  "help",
  "monitoring",
  "verdicts",
  "history",
] as const;
export type HouseholdTab = (typeof householdTabs)[number];

export interface HouseholdView {
  year?: number;
  tab?: HouseholdTab;
}

export function readHouseholdView(search: Record<string, unknown>): HouseholdView {
  const year = readYear(search["year"]);
  const tab = readOne(householdTabs, search["tab"]);
  return { ...(year !== undefined && { year }), ...(tab !== undefined && { tab }) };
}
