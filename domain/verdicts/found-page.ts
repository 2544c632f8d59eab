/** A page of the households that a search by text found: the likeliest first, then in the order of the list. */
import type { Work } from "../access/work.ts";
import type { SearchMatch } from "../registry/household-search.contract.ts";
import { matchesOf } from "../registry/household-search.service.ts";
import { rankOf } from "../registry/search-rank.ts";
import { type HouseholdFilter, type HouseholdListRow, pageOfCounty } from "./household-list.sql.ts";
import { type ListPage, type PagePlace, goneProblem } from "./list-page.ts";

export interface FoundPage extends ListPage {
  /** Why each household was found. */
  matches: ReadonlyMap<string, SearchMatch[]>;
}

/**
 * All that was found is read, since the likeliest one may have the last number; the search itself ends at its cap.
 * @throws Problem verdict.page-gone
 */
export async function pageOfFound(
  work: Work,
  filter: HouseholdFilter & { households: NonNullable<HouseholdFilter["households"]> },
  counties: readonly string[],
  text: string,
  { after, before, limit }: PagePlace,
): Promise<FoundPage> {
  const rows: HouseholdListRow[] = [];
  for (const county of counties)
    rows.push(...(await pageOfCounty(work.tx, filter, county, undefined, filter.households.length)));
  const refs = rows.map((row) => ({ countyCode: row.county_code, householdId: row.household_id }));
  const matches = await matchesOf(work, text, refs, filter.year);
  const ranked = rows
    .map((row) => ({ row, rank: rankOf(matches.get(row.household_id) ?? []) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
  const [start, end] = boundsOf(ranked, { after, before, limit });
  return {
    rows: ranked.slice(start, end),
    matches,
    hasPrevious: start > 0,
    hasNext: end < ranked.length,
    total: ranked.length,
    isLeast: false,
  };
}

/** From where to where, the end not included. */
function boundsOf(rows: readonly HouseholdListRow[], { after, before, limit }: PagePlace): [number, number] {
  const cursor = after ?? before;
  if (!cursor) return [0, limit];
  const at = rows.findIndex((row) => row.household_id === cursor.id && row.county_code === cursor.countyCode);
  if (at < 0) throw goneProblem();
  return after ? [at + 1, at + 1 + limit] : [Math.max(at - limit, 0), at];
}
