/**
 * A page of the household list and how many households there are: from bits where the counties have them, else by reading
 * the books county by county.
 */
import type { Work } from "../../access/work.ts";
import type { HouseholdSearch } from "./household-list.contract.ts";
import { verdictProblems } from "../verdict.problems.ts";
import {
  type HouseholdFilter,
  type HouseholdListRow,
  type ListPlace,
  countInCounty,
  findRegisterNo,
  listAtPlaces,
  pageOfCounty,
} from "./household-list.sql.ts";
import { type CountyHits, findHits, findPlace, isAskedByCodes } from "./list-bits.sql.ts";
import { placesOf } from "./set-bits.ts";

/** Behind or in front of a household; the first page without one. */
export type PagePlace = Pick<HouseholdSearch, "after" | "before" | "limit">;

export interface ListPage {
  rows: HouseholdListRow[];
  hasPrevious: boolean;
  hasNext: boolean;
  /** Number of all matches, or the least of it. */
  total: number;
  isLeast: boolean;
}

/**
 * A page in front of a household is read from it backwards.
 * @param counties those of the filter's range that have books, in the order of the list
 * @throws Problem verdict.page-gone
 */
export async function pageOfList(
  work: Work,
  filter: HouseholdFilter,
  counties: readonly string[],
  { after, before, limit }: PagePlace,
): Promise<ListPage> {
  const isBackwards = after === undefined && before !== undefined;
  const edge = await edgeOf(work, filter.year, after ?? before);
  const turned = isBackwards ? turnRound(filter) : filter;
  const ordered = isBackwards ? counties.toReversed() : counties;
  const read = await readPage(work, turned, ordered, { after: edge, limit: limit + 1 });
  const goesOn = read.rows.length > limit;
  const rows = read.rows.slice(0, limit);
  return {
    rows: isBackwards ? rows.toReversed() : rows,
    hasPrevious: isBackwards ? goesOn : edge !== undefined,
    hasNext: isBackwards || goesOn,
    total: read.total,
    isLeast: read.isLeast,
  };
}

function turnRound(filter: HouseholdFilter): HouseholdFilter {
  return { ...filter, order: filter.order === "descending" ? "ascending" : "descending" };
}

/** Where the list is to be read on: a county and a number in it. */
interface Edge {
  countyCode: string;
  registerNo: string;
}

async function edgeOf(work: Work, year: number, cursor: PagePlace["after"]): Promise<Edge | undefined> {
  if (!cursor) return undefined;
  const registerNo = await findRegisterNo(work.tx, cursor.countyCode, cursor.id, year);
  if (registerNo === undefined) throw goneProblem();
  return { countyCode: cursor.countyCode, registerNo };
}

/** The household at the page's edge is not in the book of the year, or out of the reader's sight. */
export function goneProblem(): Error {
  return verdictProblems["verdict.page-gone"]();
}

interface PageAsked {
  after: Edge | undefined;
  limit: number;
}

interface RowsRead {
  rows: HouseholdListRow[];
  total: number;
  isLeast: boolean;
}

type KnownHits = ReadonlyMap<string, CountyHits>;

async function readPage(
  work: Work,
  filter: HouseholdFilter,
  counties: readonly string[],
  asked: PageAsked,
): Promise<RowsRead> {
  const window = { county: asked.after?.countyCode, limit: asked.limit };
  const hits: KnownHits =
    isAskedByCodes(filter) && coversCounties(filter)
      ? await findHits(work.tx, filter, counties, window)
      : new Map();
  const rows = await rowsOf(work, filter, counties, asked, hits);
  // A first page that holds everything has been counted by reading it.
  if (rows.length < asked.limit && asked.after === undefined)
    return { rows, total: rows.length, isLeast: false };
  return { rows, ...(await countMatches(work, filter, counties, hits)) };
}

/** Bits are of whole counties: whoever sees or asks for a part of one reads its books. */
function coversCounties({ areaLow, areaHigh }: HouseholdFilter): boolean {
  return areaLow.endsWith("000000") && areaHigh.endsWith("999999");
}

/** Rows of the page in order; where an evaluation has moved the places meanwhile, the books are read instead. */
async function rowsOf(
  work: Work,
  filter: HouseholdFilter,
  counties: readonly string[],
  asked: PageAsked,
  hits: KnownHits,
): Promise<HouseholdListRow[]> {
  const page = await fillPage(work, filter, counties, asked, hits);
  const places = page.flatMap((one) => ("place" in one ? [one] : []));
  const found = await listAtPlaces(work.tx, filter.year, places);
  if (found.length < places.length) return rowsOf(work, filter, counties, asked, new Map());
  let at = 0;
  return page.flatMap((one) => ("place" in one ? found.slice(at, ++at) : [one]));
}

/** County by county until the page is full: places where bits are known, else rows. */
async function fillPage(
  work: Work,
  filter: HouseholdFilter,
  counties: readonly string[],
  { after, limit }: PageAsked,
  hits: KnownHits,
): Promise<(HouseholdListRow | ListPlace)[]> {
  const page: (HouseholdListRow | ListPlace)[] = [];
  for (const county of counties) {
    if (page.length >= limit) break;
    if (after && isPassed(filter, county, after.countyCode)) continue;
    const cursor = after?.countyCode === county ? after.registerNo : undefined;
    const rest = limit - page.length;
    const places = await placesIn(work, filter, county, cursor, rest, hits.get(county));
    page.push(...(places ?? (await pageOfCounty(work.tx, filter, county, cursor, rest))));
  }
  return page;
}

/** Undefined when the books have to be read. */
async function placesIn(
  work: Work,
  filter: HouseholdFilter,
  county: string,
  cursor: string | undefined,
  limit: number,
  known: CountyHits | undefined,
): Promise<ListPlace[] | undefined> {
  if (known?.total === 0) return [];
  if (!known?.hits) return undefined;
  const after = cursor === undefined ? undefined : await findPlace(work.tx, county, filter.year, cursor);
  if (cursor !== undefined && after === undefined) return undefined;
  const { version } = known;
  const places = placesOf(known.hits, { after, limit, isBackwards: filter.order === "descending" });
  return places.map((place) => ({ county, place, version }));
}

function isPassed({ order }: HouseholdFilter, county: string, last: string): boolean {
  return order === "descending" ? county > last : county < last;
}

/** More than a township has: what an area page counts, its list counts too. */
const totalCap = 10_000;

/** Rare households of many counties are counted no longer than this: nobody should wait for a number to see the rows. */
const countingMilliseconds = 50;

/**
 * Bits count themselves. A county without them is always counted to its end or to the cap; among several, counting may stop
 * for its time.
 */
async function countMatches(
  work: Work,
  filter: HouseholdFilter,
  counties: readonly string[],
  hits: KnownHits,
): Promise<{ total: number; isLeast: boolean }> {
  const total = [...hits.values()].reduce((sum, one) => sum + one.total, 0);
  const end = performance.now() + countingMilliseconds;
  let read = 0;
  for (const [at, county] of counties.filter((one) => !hits.has(one)).entries()) {
    if (read >= totalCap || (at > 0 && performance.now() > end))
      return { total: total + read, isLeast: true };
    read += await countInCounty(work.tx, filter, county, totalCap - read);
  }
  return { total: total + read, isLeast: read >= totalCap };
}
