/** Months of identification for the monitored households of the dataset. */
import type { Bench } from "./bench.ts";

/** The files of the dataset do not say since when a household is monitored: over four years, one in twenty without a month. */
export async function identify({ owner }: Bench): Promise<void> {
  await owner.query(`
    with numbered as (select county_code, household_id, year, hashtext(household_id::text) & 1023 as n from registry.monitoring)
    update registry.monitoring m set identified_month = case when n % 20 > 0 then (2015 + n % 4) * 100 + 1 + n % 12 end
    from numbered o where (o.county_code, o.household_id, o.year) = (m.county_code, m.household_id, m.year)`);
}
