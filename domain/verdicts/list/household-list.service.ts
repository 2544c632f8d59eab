/** The household list: what a search finds, what the filters leave, a page at a time. */
import { type Work, requireArea, scopeOf } from "../../access/work.ts";
import { findHouseholdsByText } from "../../registry/household-search.service.ts";
import { maskName } from "../../registry/masking.ts";
import { labelOf } from "../../registry/code-list.ts";
import { getNewestBookYear } from "../evaluation/evaluation.service.ts";
import type {
  HouseholdCursor,
  HouseholdPageOf,
  HouseholdRow,
  HouseholdSearch,
} from "./household-list.contract.ts";
import {
  type HouseholdFilter,
  type HouseholdListRow,
  listCounties,
  listMembersJudged,
  pageOfCounty,
} from "./household-list.sql.ts";
import { pageOfFound } from "./found-page.ts";
import { pageOfList } from "./list-page.ts";
import { deleteBits } from "./list-bits.sql.ts";
import { exitOutcomeOf, outcomeCode } from "../outcome.ts";
import { askedPeriod } from "../periods/period.service.ts";
import { findRule } from "../policy/policy.sql.ts";
import { verdictProblems } from "../verdict.problems.ts";

/** A search by text looks at no more hits than this: a longer list helps nobody find a household. */
const mostHits = 500;

/** @throws Problem access.outside-area, verdict.no-book, verdict.page-gone, verdict.unknown-rule */
export async function searchHouseholds(
  work: Work,
  areaCode: string,
  search: HouseholdSearch,
): Promise<HouseholdPageOf> {
  requireArea(work.actor, areaCode);
  const year = search.year ?? (await getNewestBookYear(work, areaCode));
  const { filter, isCut } = await filterOf(work, areaCode, year, search);
  const counties = await countiesOf(work, filter);
  const found = search.text ? await pageOfFound(work, filter, counties, search.text, search) : undefined;
  const page = found ?? (await pageOfList(work, filter, counties, search));
  const [first, last] = [page.rows.at(0), page.rows.at(-1)];
  const members = await membersOf(work, filter, page.rows);
  return {
    year,
    period: filter.period?.asked.period.title ?? null,
    rows: page.rows.map((row) =>
      presentRow(row, found?.matches.get(row.household_id) ?? [], members.get(row.household_id) ?? []),
    ),
    previous: page.hasPrevious && first ? cursorOf(first) : null,
    next: page.hasNext && last ? cursorOf(last) : null,
    total: page.total,
    totalIsLeast: isCut || page.isLeast,
  };
}

function cursorOf(row: HouseholdListRow): HouseholdCursor {
  return { countyCode: row.county_code, id: row.household_id };
}

const rowsOfAPage = 1000;

/** All households that the filters leave, a page at a time, in the order of the list. */
export async function* pagesOfHouseholds(
  work: Work,
  areaCode: string,
  search: Omit<HouseholdSearch, "limit">,
): AsyncGenerator<HouseholdRow[]> {
  requireArea(work.actor, areaCode);
  const year = search.year ?? (await getNewestBookYear(work, areaCode));
  const { filter } = await filterOf(work, areaCode, year, search);
  for (const county of await countiesOf(work, filter)) {
    let after: string | undefined;
    do {
      const rows = await pageOfCounty(work.tx, filter, county, after, rowsOfAPage);
      if (rows.length > 0) yield rows.map((row) => presentRow(row, [], []));
      after = rows.length === rowsOfAPage ? rows.at(-1)?.register_no : undefined;
    } while (after !== undefined);
  }
}

/**
 * After an import: the list reads the books of this county and year until they are evaluated again. A helper's time reaches
 * over years.
 */
export function forgetBits(work: Work, county: string, year: number): Promise<void> {
  return deleteBits(work.tx, county, year, ["helped"]);
}

/** After a change of the list of poor villages. */
export function forgetVillageBits(work: Work, county: string): Promise<void> {
  return deleteBits(work.tx, county, null, ["poorVillage"]);
}

/** A search by text needs to look only where it found somebody. */
async function countiesOf(work: Work, filter: HouseholdFilter): Promise<string[]> {
  const all = await listCounties(work.tx, filter);
  const found = filter.households && new Set(filter.households.map((household) => household.countyCode));
  return found ? all.filter((county) => found.has(county)) : all;
}

/** `isCut`: the search by text has more hits than are looked at. */
async function filterOf(
  work: Work,
  areaCode: string,
  year: number,
  search: Omit<HouseholdSearch, "limit">,
): Promise<{ filter: HouseholdFilter; isCut: boolean }> {
  const scope = scopeOf(areaCode);
  const exitOutcome = search.exitOutcome ? { value: outcomeCode(search.exitOutcome) } : undefined;
  const hits = search.text
    ? await findHouseholdsByText(work, { ...scope, text: search.text, limit: mostHits + 1 })
    : undefined;
  const filter = {
    areaLow: scope.areaLow,
    areaHigh: scope.areaHigh,
    year,
    exitStatus: search.exitStatus,
    attribute: search.attribute,
    cause: search.cause,
    helped: search.helped,
    monitored: search.monitored,
    poorVillage: search.poorVillage,
    exited: search.exited,
    exitOutcome,
    exitFailed: search.exitFailed,
    finding: search.finding,
    rule: search.rule ? await ruleFilter(work, search.rule) : undefined,
    period: search.period && {
      asked: askedPeriod(work, search.period.id, year),
      state: search.period.state,
    },
    households: hits?.slice(0, mostHits),
    helperId: work.actor.helperId ?? undefined,
    order: search.order,
  };
  return { filter, isCut: (hits?.length ?? 0) > mostHits };
}

async function ruleFilter(
  work: Work,
  asked: NonNullable<HouseholdSearch["rule"]>,
): Promise<HouseholdFilter["rule"]> {
  const rule = await findRule(work.tx, asked.id);
  if (!rule) throw verdictProblems["verdict.unknown-rule"]({ id: asked.id });
  const unit = rule.unit === "member" ? "member" : "household";
  return { ordinal: rule.ordinal, unit, value: outcomeCode(asked.outcome) };
}

/** Of a rule about members, who of each household came out as asked for; masked. Empty without such a rule. */
async function membersOf(
  work: Work,
  { rule, year }: HouseholdFilter,
  page: readonly HouseholdListRow[],
): Promise<ReadonlyMap<string, HouseholdRow["members"]>> {
  const members = new Map<string, HouseholdRow["members"]>();
  if (rule?.unit !== "member") return members;
  for (const county of new Set(page.map((row) => row.county_code))) {
    const ids = page.filter((row) => row.county_code === county).map((row) => row.household_id);
    for (const { household_id, name } of await listMembersJudged(work.tx, county, year, rule, ids))
      members.set(household_id, [
        ...(members.get(household_id) ?? []),
        name === null ? null : maskName(name),
      ]);
  }
  return members;
}

function presentRow(
  row: HouseholdListRow,
  matches: HouseholdRow["matches"],
  members: HouseholdRow["members"],
): HouseholdRow {
  return {
    countyCode: row.county_code,
    id: row.household_id,
    registerNo: row.register_no,
    areaCode: row.area_code,
    village: row.village,
    maskedHead: row.head_name === null ? null : maskName(row.head_name),
    persons: row.persons,
    exitStatus: labelOf("exitStatus", row.exit_status),
    attribute: labelOf("povertyAttribute", row.attribute),
    mainCause: labelOf("cause", row.main_cause),
    netIncome: row.net_income,
    exitOutcome: row.evaluated ? exitOutcomeOf(row.exit_outcome) : null,
    members,
    matches,
  };
}
