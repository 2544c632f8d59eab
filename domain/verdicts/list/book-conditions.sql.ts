/** Conditions on a household of the list that the books answer as they are now; h is a row of registry.household_year. */
import { type RawBuilder, sql } from "kysely";
import type { HouseholdFilter } from "./household-list.sql.ts";

type AskedOfBooks = Pick<HouseholdFilter, "year" | "helped" | "monitored" | "poorVillage" | "exited">;

/** Counts as the fact `helpers` does, from the books as they are now. */
export function helpedCondition({ helped, year }: AskedOfBooks, county: string): RawBuilder<unknown> {
  if (helped === undefined) return sql``;
  const yearEnd = `${year}-12-31`;
  return sql`and ${isThere(helped)} (select from registry.helper_assignment a where a.county_code = ${county}
    and a.household_id = h.household_id and a.started_on <= ${yearEnd}
    and (a.ended_on is null or a.ended_on > ${yearEnd}))`;
}

/** Counts as the rollup's `poor_villages` does. */
export function poorVillageCondition(
  { poorVillage, year }: AskedOfBooks,
  county: string,
): RawBuilder<unknown> {
  if (poorVillage === undefined) return sql``;
  return sql`and ${isThere(poorVillage)} (select from registry.poor_village p where p.county_code = ${county}
    and p.area_code = h.area_code and p.designated_year <= ${year})`;
}

/** Counts as the rollup's `exited_households` does. */
export function exitedCondition({ exited, year }: AskedOfBooks): RawBuilder<unknown> {
  if (exited === undefined) return sql``;
  return sql`and (h.exit_status = '1' and h.exit_year = ${year}) is ${exited ? sql`true` : sql`not true`}`;
}

/** Counts as the rollup's `monitored_households` does, from the books as they are now. */
export function monitoredCondition({ monitored, year }: AskedOfBooks, county: string): RawBuilder<unknown> {
  if (monitored === undefined) return sql``;
  return sql`and ${isThere(monitored)} (select from registry.monitoring o where o.county_code = ${county}
    and o.household_id = h.household_id and o.year = ${year} and o.category is not null
    and o.eliminated is not true)`;
}

function isThere(wanted: boolean): RawBuilder<unknown> {
  return wanted ? sql`exists` : sql`not exists`;
}
