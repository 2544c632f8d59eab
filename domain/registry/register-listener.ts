/** Who wants to know of changes in the register. The registry knows no other module: apps wire them together. */
import type { Work } from "../access/work.ts";

export interface HouseholdKey {
  county: string;
  id: string;
}

/** Called in the transaction of the change, after the last write. */
export interface RegisterListener {
  householdChanged(work: Work, key: HouseholdKey, year: number): Promise<void>;
  countyChanged(work: Work, county: string, year: number): Promise<void>;
  /** Villages of the county came on the list of poor villages, or stand there otherwise. */
  villagesListed(work: Work, county: string): Promise<void>;
}
