/** Who wants to know of changes in the register. The registry knows no other module: apps wire them together. */
import type { Work } from "../access/work.ts";

export interface HouseholdKey {
  county: string;
  id: string;
}

/** Ids of rules: those that a change of a household mended, and those that it newly fails. */
export interface HouseholdEffect {
  mended: string[];
  failing: string[];
}

/** Called in the transaction of the change, after the last write unless it says otherwise. */
export interface RegisterListener {
  /**
   * Called before the first write, whether the household is there or not; what it answers is called after the last one, if
   * anything was written.
   */
  householdChanges(work: Work, key: HouseholdKey, year: number): Promise<() => Promise<HouseholdEffect>>;
  countyChanged(work: Work, county: string, year: number): Promise<void>;
  /** Villages of the county came on the list of poor villages, or stand there otherwise. */
  villagesListed(work: Work, county: string): Promise<void>;
}
