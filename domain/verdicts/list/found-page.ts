/** A page of the households that a search by text found: the likeliest first, then in the order of the list. */
import type { Work } from "../../access/work.ts";
import type { SearchMatch } from "../../registry/household-search.contract.ts";
import { matchesOf } from "../../registry/household-search.service.ts";
import { rankOf } from "../../registry/search-rank.ts";
import {
  type HouseholdFilter,
  type HouseholdListRow,
  listFound,
  pageOfCounty,
} from "./household-list.sql.ts";
import { type ListPage, type PagePlace, goneProblem } from "./list-page.ts";

export interface FoundPage extends ListPage {
  /** Why each household was found. */
  matches: ReadonlyMap<string, SearchMatch[]>;
}

type FoundHousehold = NonNullable<HouseholdFilter["households"]>[number];

/**
 * All that was found is ranked, since the likeliest one may have the last number; the search itself ends at its cap. Only the
 * page's rows are read.
 * @throws Problem verdict.page-gone
 */
export async function pageOfFound(
  work: Work,
  filter: HouseholdFilter,
  counties: readonly string[],
  text: string,
  place: PagePlace,
): Promise<FoundPage> {
  const found: FoundHousehold[] = [];
  for (const county of counties) found.push(...(await listFound(work.tx, filter, county)));
  const matches = await matchesOf(work, text, found, filter.year);
  const ranked = found
    .map((household) => ({ household, rank: rankOf(matches.get(household.householdId) ?? []) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ household }) => household);
  const [start, end] = boundsOf(ranked, place);
  return {
    rows: await readRows(work, filter, ranked.slice(start, end)),
    matches,
    hasPrevious: start > 0,
    hasNext: end < ranked.length,
    total: ranked.length,
    isLeast: false,
  };
}

/** From where to where, the end not included. */
function boundsOf(found: readonly FoundHousehold[], { after, before, limit }: PagePlace): [number, number] {
  const cursor = after ?? before;
  if (!cursor) return [0, limit];
  const at = found.findIndex((one) => one.householdId === cursor.id && one.countyCode === cursor.countyCode);
  if (at < 0) throw goneProblem();
  return after ? [at + 1, at + 1 + limit] : [Math.max(at - limit, 0), at];
}

/** In the order of the households. */
async function readRows(
  work: Work,
  filter: HouseholdFilter,
  households: readonly FoundHousehold[],
): Promise<HouseholdListRow[]> {
  const rows = new Map<string, HouseholdListRow>();
  const ofPage = { ...filter, households };
  for (const county of new Set(households.map((one) => one.countyCode)))
    for (const row of await pageOfCounty(work.tx, ofPage, county, undefined, households.length))
      rows.set(row.household_id, row);
  return households.flatMap(({ householdId }) => rows.get(householdId) ?? []);
}
