/** With a helper or without, monitored or not, or not on record: conditions of the list that read the books. */
import { type RawBuilder, sql } from "kysely";
import type { HouseholdFilter } from "./household-list.sql.ts";

/** Counts as the fact `helpers` does, from the books as they are now: an assignment or a file has to have said so. */
export function helpedCondition({ helped, year }: HouseholdFilter, county: string): RawBuilder<unknown> {
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
export function monitoredCondition(
  { monitored, year }: HouseholdFilter,
  county: string,
): RawBuilder<unknown> {
  if (monitored === undefined) return sql``;
  const isSaid = {
    yes: sql`o.category is not null and o.eliminated is not true`,
    no: sql`(o.category is not null and o.eliminated or o.category is null and o.not_monitored)`,
    any: sql`(o.category is not null or o.not_monitored)`,
  }[monitored === "unknown" ? "any" : monitored ? "yes" : "no"];
  return sql`and ${monitored === "unknown" ? sql`not exists` : sql`exists`} (select from registry.monitoring o
    where o.county_code = ${county} and o.household_id = h.household_id and o.year = ${year} and ${isSaid})`;
}
