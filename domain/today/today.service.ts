/** What a person has to do today in his area, from what the other rooms know. Nothing is kept here. */
import { type Work, can } from "../access/work.ts";
import { listImportsToApply, listImportsToFix } from "../registry/import-to-do.service.ts";
import { listFailedRules } from "../verdicts/failed-rule.service.ts";
import type { AreaFigures, RuleCount } from "../verdicts/figures/figure.contract.ts";
import { getAreaFigures } from "../verdicts/figures/figure.service.ts";
import { compareFindings, isFinding } from "../verdicts/finding-order.ts";
import { searchHouseholds } from "../verdicts/list/household-list.service.ts";
import { listPeriods } from "../verdicts/periods/period.service.ts";
import { compareNeed, withNeed } from "./own-need.ts";
import type { Today } from "./today.contract.ts";

/** The state of the area in four figures: the base, and the rates that officials are asked for. */
const shownFigures = ["headcount", "incidence", "exit-rate", "helper-coverage"];
const shownBeside = ["households", "poor-villages"];

/** A helper has a handful of households; more than this nobody reads as cards. */
const mostOwn = 60;

/** Nobody helps as many: who is neediest is told among all. */
const mostRead = 500;

export async function getToday(work: Work): Promise<Today> {
  const area = await getAreaFigures(work, work.actor.areaCode);
  const list = can(work.actor, "household.list");
  const imports = can(work.actor, "import.list");
  const { helperId } = work.actor;
  // A helper's work is his households: what is to be mended in the whole village is not his.
  const ofArea = list && helperId === null && area.evaluated;
  return {
    ...placeOf(area),
    findings: ofArea ? findingsOf(area.rules) : [],
    importsToFix: imports ? await listImportsToFix(work) : [],
    importsToApply: imports ? await listImportsToApply(work) : [],
    periods: ofArea ? await listEndedPeriods(work, area) : [],
    withoutHelper: ofArea ? withoutHelperOf(area) : null,
    figures: figuresOf(area, shownFigures),
    beside: figuresOf(area, shownBeside),
    own: helperId === null ? null : await listOwn(work, area),
    can: {
      evaluate: can(work.actor, "verdict.evaluate"),
      import: imports,
      update: can(work.actor, "household.update"),
      list,
    },
  };
}

function placeOf(area: AreaFigures) {
  const { year, evaluated, evaluating, asOf, snapshot, counties, stale, staleReason } = area;
  const hasBook = area.years.length > 0;
  return {
    area: area.area,
    year,
    hasBook,
    evaluated,
    evaluating,
    asOf,
    snapshot,
    counties,
    stale,
    staleReason,
  };
}

function findingsOf(rules: readonly RuleCount[]): RuleCount[] {
  return rules
    .filter((rule) => isFinding(rule) && rule.fail > 0)
    .sort((a, b) => compareFindings(a, b) || b.fail - a.fail);
}

async function listEndedPeriods(work: Work, { area, year }: AreaFigures): Promise<Today["periods"]> {
  const periods = await listPeriods(work, area, year);
  return periods.filter(({ over, now, unknown }) => over + now + unknown > 0);
}

function withoutHelperOf({ counts }: AreaFigures): Today["withoutHelper"] {
  if (!counts) return null;
  const { households, unhelpedHouseholds } = counts;
  return { count: unhelpedHouseholds, households };
}

function figuresOf({ figures }: AreaFigures, wanted: readonly string[]): Today["figures"] {
  return wanted.flatMap((id) => figures.filter((figure) => figure.id === id));
}

/** The households assigned to a helper: the list shows him no others. */
async function listOwn(work: Work, { area, year, years }: AreaFigures): Promise<NonNullable<Today["own"]>> {
  if (years.length === 0) return { households: [], total: 0 };
  const { rows, total } = await searchHouseholds(work, area, { year, limit: mostRead });
  const failed = await listFailedRules(work, year, rows);
  const households = rows.map((row) => withNeed(row, failed.get(row.id) ?? [])).toSorted(compareNeed);
  return { households: households.slice(0, mostOwn), total };
}
