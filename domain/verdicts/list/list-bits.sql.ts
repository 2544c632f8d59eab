/** Which households of each county the filters leave, from one bit a household and code: no household is read. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  type AskedCodes,
  type CodesByFilter,
  askedPeriodCodes,
  outcomeBits,
  ruleFilterName,
} from "./bits-of-rules.ts";
import type { YesNoUnknown } from "./household-list.contract.ts";
import type { HouseholdFilter } from "./household-list.sql.ts";

/** What the filters leave of a county. */
export interface CountyHits {
  total: number;
  /** Of the places: rows are read only where it is still the same. */
  version: string;
  /** The bits of the county in the order of the list; null where the page cannot reach. */
  hits: Buffer | null;
}

/** Where a page starts, and how many households it takes at most. */
export interface PageWindow {
  county: string | undefined;
  limit: number;
}

/**
 * True when bits can answer: the filters ask for codes only. What else they may ask (a search, a helper's own households, an
 * exit in the year) is asked of the households.
 */
export function isAskedByCodes(filter: HouseholdFilter): boolean {
  return !filter.households && !filter.helperId && filter.exited === undefined;
}

/** Hits by county, of those counties whose bits are known. */
export async function findHits(
  tx: Tx,
  filter: HouseholdFilter,
  counties: readonly string[],
  window: PageWindow,
): Promise<Map<string, CountyHits>> {
  const asked = askedCodes(filter);
  const names = [...new Set(["all", ...asked.map((one) => one.filter)])];
  const codes = [...new Set(["", ...asked.flatMap((one) => one.codes)])];
  const isBackwards = filter.order === "descending";
  const order = isBackwards ? sql`desc` : sql`asc`;
  const isBehind = isBackwards ? sql`<` : sql`>`;
  const start = window.county ?? (isBackwards ? "~" : "");
  const result = await sql<CountyHits & { county: string }>`
    select county_code as county, version, total,
      case when reached < ${window.limit} and not ${start} ${isBehind} county_code then bit_send(hits) end as hits
    from (
      select *, coalesce(sum(case when county_code ${isBehind} ${start} then total end) over (
        order by county_code ${order} rows between unbounded preceding and 1 preceding), 0) as reached
      from (
        select *, coalesce(bit_count(hits), 0)::int as total
        from (
          select b.county_code, min(b.version::text) as version, ${allOf(asked)} as hits
          from verdicts.list_bits b
          where b.county_code = any (${counties}) and b.year = ${filter.year}
            and b.filter = any (${names}) and b.code = any (${codes})
            and exists (select from verdicts.rollup r where r.county_code = b.county_code and r.area_code = b.area_code
              and r.year = ${filter.year})
          group by b.county_code having count(*) filter (where b.code = '') = ${names.length}
        ) matched
      ) counted
    ) windowed`.execute(tx);
  return new Map(result.rows.map(({ county, ...hits }) => [county, hits]));
}

/** The bits of all filters together; a code that no household has leaves null. */
function allOf(asked: readonly AskedCodes[]): RawBuilder<unknown> {
  const parts = asked.map(
    ({ filter, codes }) =>
      sql`bit_or(b.bits) filter (where b.filter = ${filter} and b.code = any (${codes}))`,
  );
  return sql.join([sql`bit_or(b.bits) filter (where b.filter = 'all')`, ...parts], sql` & `);
}

/** Filters and codes as the functions that build the bits name them. */
function askedCodes(filter: HouseholdFilter): AskedCodes[] {
  const yesNo = (value: YesNoUnknown | undefined): string[] =>
    value === undefined ? [] : [value === "unknown" ? value : value ? "yes" : "no"];
  const { exitOutcome, exitFailed, rule, period } = filter;
  const asked: Record<string, readonly string[]> = {
    exitStatus: filter.exitStatus ?? [],
    attribute: filter.attribute ?? [],
    cause: filter.cause ?? [],
    helped: yesNo(filter.helped),
    monitored: yesNo(filter.monitored),
    poorVillage: yesNo(filter.poorVillage),
    exitOutcome: exitOutcome ? [outcomeBits(exitOutcome.value)] : [],
    exitFailed: exitFailed ? [exitFailed] : [],
    finding: yesNo(filter.finding),
  };
  return [
    ...Object.entries(asked).flatMap(([name, codes]) =>
      codes.length > 0 ? [{ filter: name, codes: codes.filter((code) => code !== "") }] : [],
    ),
    ...(rule ? [{ filter: ruleFilterName(rule.unit, rule.ordinal), codes: [outcomeBits(rule.value)] }] : []),
    ...(period ? askedPeriodCodes(period.asked, period.state) : []),
  ];
}

/** The place of the household where the page before ended; undefined when it is not there any more. */
export async function findPlace(
  tx: Tx,
  county: string,
  year: number,
  registerNo: string,
): Promise<number | undefined> {
  const result = await sql<{ place: number }>`
    select p.place from registry.household_year h
    join verdicts.list_place p
      on p.county_code = h.county_code and p.household_id = h.household_id and p.year = h.year
    where h.county_code = ${county} and h.year = ${year} and h.register_no = ${registerNo}`.execute(tx);
  return result.rows[0]?.place;
}

/** Sets the bits of a household after an edit. @param had its codes by filter; filters that are not named stay as they are */
export async function saveCodes(
  tx: Tx,
  book: { county: string; householdId: string; year: number },
  had: CodesByFilter,
): Promise<void> {
  await sql`select verdicts.refresh_list(${book.county}, ${book.householdId}, ${book.year}, ${JSON.stringify(had)}::jsonb)`.execute(
    tx,
  );
}

/** Forgets the bits of a year, if one is given, and those of the filters in the books of every year. */
export async function deleteBits(
  tx: Tx,
  county: string,
  year: number | null,
  filters: readonly string[],
): Promise<void> {
  await sql`select verdicts.forget_list(${county}, ${year}, ${filters}::text[])`.execute(tx);
}
