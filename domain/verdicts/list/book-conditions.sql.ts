/** Conditions on a household of the list that the books answer as they are now; h is a row of registry.household_year. */
import { type RawBuilder, sql } from "kysely";
import type { HouseholdFilter } from "./household-list.sql.ts";

type AskedOfBooks = Pick<HouseholdFilter, "year" | "helped" | "monitored" | "poorVillage" | "exited">;

/** Counts as the fact `helpers` does, from the books as they are now: an assignment or a file has to have said so. */
export function helpedCondition({ helped, year }: AskedOfBooks, county: string): RawBuilder<unknown> {
  if (helped === undefined) return sql``;
  const yearEnd = `${year}-12-31`;
  const began = sql`(select from registry.helper_assignment a where a.county_code = ${county}
    and a.household_id = h.household_id and a.started_on <= ${yearEnd}`;
  if (helped === "unknown") return sql`and h.no_helper is not true and not exists ${began})`;
  const isNow = sql`${began} and (a.ended_on is null or a.ended_on > ${yearEnd}))`;
  if (helped) return sql`and exists ${isNow}`;
  return sql`and not exists ${isNow} and (h.no_helper or exists ${began}))`;
}

/** Counts as the rollup does, from the books as they are now: not monitored is whom a file or an eliminated risk says so of. */
export function monitoredCondition({ monitored, year }: AskedOfBooks, county: string): RawBuilder<unknown> {
  if (monitored === undefined) return sql``;
  const isSaid = {
    yes: sql`o.category is not null and o.eliminated is not true`,
    no: sql`(o.category is not null and o.eliminated or o.category is null and o.not_monitored)`,
    any: sql`(o.category is not null or o.not_monitored)`,
  }[monitored === "unknown" ? "any" : monitored ? "yes" : "no"];
  return sql`and ${monitored === "unknown" ? sql`not exists` : sql`exists`} (select from registry.monitoring o
    where o.county_code = ${county} and o.household_id = h.household_id and o.year = ${year} and ${isSaid})`;
}

/** Counts as the rollup's `poor_villages` does. */
export function poorVillageCondition(
  { poorVillage, year }: AskedOfBooks,
  county: string,
): RawBuilder<unknown> {
  if (poorVillage === undefined) return sql``;
  return sql`and ${poorVillage ? sql`exists` : sql`not exists`} (select from registry.poor_village p where p.county_code = ${county}
    and p.area_code = h.area_code and p.designated_year <= ${year})`;
}

/** Counts as the rollup's `exited_households` does. */
export function exitedCondition({ exited, year }: AskedOfBooks): RawBuilder<unknown> {
  if (exited === undefined) return sql``;
  return sql`and (h.exit_status = '1' and h.exit_year = ${year}) is ${exited ? sql`true` : sql`not true`}`;
}
