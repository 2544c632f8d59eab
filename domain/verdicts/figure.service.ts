/** What an area page and the command `indicator` show: counts, ratios with both parts, rules, places below. */
import { type Work, areaPrefix, can, requireArea, scopeOf } from "../access/work.ts";
import { getDivisionTree } from "../registry/division.service.ts";
import { listCountyYears } from "./evaluation.service.ts";
import type { AreaFigures, Counts, Figure } from "./figure.contract.ts";
import {
  type AreaRow,
  type CountRow,
  countCounties,
  findAreaRow,
  findRuralPopulation,
  listChildCounts,
} from "./figure.sql.ts";
import { type CountName, type Indicator, indicators, partsUnit } from "./indicator-files.ts";
import { countRules } from "./rule-count.ts";
import { listRules } from "./policy.sql.ts";
import { verdictProblems } from "./verdict.problems.ts";

const levelOfDigits: Record<number, number> = { 0: 0, 2: 1, 4: 2, 6: 3, 9: 4, 12: 5 };

/** All figures of an area in the book of `year` (the newest when absent). */
export async function getAreaFigures(work: Work, areaCode: string, year?: number): Promise<AreaFigures> {
  requireArea(work.actor, areaCode);
  const years = [...new Set((await listCountyYears(work, areaCode)).map((book) => book.year))];
  const shown = year ?? years[0] ?? work.now.getFullYear();
  const area = rangeOf(areaCode);
  const row = await findAreaRow(work.tx, area, shown);
  const tree = await getDivisionTree(work, areaCode);
  const children = area.level < 5 ? await listChildCounts(work.tx, area, shown) : new Map<string, CountRow>();
  return {
    area: areaCode,
    year: shown,
    years,
    evaluated: row !== undefined,
    asOf: row?.as_of.toISOString() ?? null,
    snapshot: row?.snapshot ?? null,
    counts: row ? presentCounts(row) : null,
    figures: row ? await Promise.all(indicators.map((one) => measure(work, one, areaCode, shown, row))) : [],
    rules: row ? countRules(await listRules(work.tx), row, areaCode, shown) : [],
    children: tree.children.map((child) => {
      const counts = children.get(child.code);
      return { code: child.code, name: child.name, counts: counts ? presentCounts(counts) : null };
    }),
    can: { evaluate: can(work.actor, "verdict.evaluate") },
  };
}

export interface IndicatorValue extends Figure {
  area: string;
  year: number;
  households: number;
  asOf: string;
  snapshot: string;
  /** What numerator and denominator count. */
  partsUnit: "人" | "户";
}

/** @throws Problem verdict.unknown-indicator, verdict.not-evaluated */
export async function getIndicator(
  work: Work,
  id: string,
  areaCode: string,
  year: number,
): Promise<IndicatorValue> {
  const indicator = indicators.find((one) => one.id === id);
  if (!indicator) {
    throw verdictProblems["verdict.unknown-indicator"]({
      id,
      known: indicators.map((one) => one.id).join(", "),
    });
  }
  const row = await findAreaRow(work.tx, rangeOf(areaCode), year);
  if (!row) throw verdictProblems["verdict.not-evaluated"]({ area: areaCode, year });
  const figure = await measure(work, indicator, areaCode, year, row);
  return {
    ...figure,
    area: areaCode,
    year,
    households: row.households,
    asOf: row.as_of.toISOString(),
    snapshot: row.snapshot,
    partsUnit: partsUnit(indicator),
  };
}

function rangeOf(areaCode: string): { low: string; high: string; level: number } {
  const scope = scopeOf(areaCode);
  return { low: scope.areaLow, high: scope.areaHigh, level: levelOfDigits[areaPrefix(areaCode).length] ?? 5 };
}

async function measure(
  work: Work,
  indicator: Indicator,
  area: string,
  year: number,
  row: AreaRow,
): Promise<Figure> {
  const numerator = total(row, indicator.numerator);
  const denominator = await findDenominator(work, indicator, area, year, row);
  const isRatio = indicator.unit === "ratio";
  return {
    id: indicator.id,
    title: indicator.title,
    unit: indicator.unit,
    value: isRatio ? (denominator ? numerator / denominator : null) : numerator,
    numerator,
    denominator,
    formula: indicator.formula,
    missing: isRatio && !denominator ? noDenominator(indicator, year) : null,
  };
}

async function findDenominator(work: Work, indicator: Indicator, area: string, year: number, row: AreaRow) {
  if (indicator.denominator === null) return null;
  if (indicator.denominator !== "ruralPopulation") return total(row, indicator.denominator);
  // A part of the counties over the population of the whole would be a far too small rate.
  if (row.counties < (await countCounties(work.tx, rangeOf(area)))) return null;
  return (await findRuralPopulation(work.tx, area, year)) ?? null;
}

function noDenominator(indicator: Indicator, year: number): { zh: string; en: string } {
  if (indicator.denominator !== "ruralPopulation")
    return { zh: "没有在册户", en: "There is no household on the books" };
  return {
    zh: `没有录入${year}年公布的乡村人口，或有县还没有评估，无法计算`,
    en: `The published rural population of ${year} is not entered, or a county is not evaluated yet: there is no rate`,
  };
}

function total(row: CountRow, names: readonly CountName[]): number {
  return names.reduce((sum, name) => sum + row[name], 0);
}

function presentCounts(row: CountRow): Counts {
  return {
    households: row.households,
    persons: row.persons,
    poorHouseholds: row.poor_households,
    poorPersons: row.poor_persons,
    preExitHouseholds: row.pre_exit_households,
    liftedHouseholds: row.lifted_households,
    liftedPersons: row.lifted_persons,
    returnedHouseholds: row.returned_households,
    monitoredHouseholds: row.monitored_households,
    helpedHouseholds: row.helped_households,
    exitPass: row.exit_pass,
    exitFail: row.exit_fail,
    exitUnknown: row.exit_unknown,
  };
}
