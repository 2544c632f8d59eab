/** What an area page and the command `indicator` show: counts, ratios with both parts, rules, places below. */
import { type Work, areaPrefix, can, requireArea, scopeOf } from "../access/work.ts";
import { getDivisionTree } from "../registry/division.service.ts";
import { isEvaluating } from "./evaluation-run.service.ts";
import { listCountyYears } from "./evaluation.service.ts";
import type { AreaFigures, Counts, Figure, Provenance, PublishedFigure } from "./figure.contract.ts";
import {
  type AreaRow,
  type CountRow,
  countCounties,
  findAreaRow,
  findEarliestYear,
  findRuralPopulation,
  listChildCounts,
} from "./figure.sql.ts";
import { type CountName, type Indicator, indicators } from "./indicator-files.ts";
import { readStandardRows } from "./applied-rule.ts";
import { countRules } from "./rule-count.ts";
import { findAppliedPolicyVersion, listRules } from "./policy.sql.ts";
import { presentPublished } from "./published-figure.service.ts";
import { listPublished } from "./published-figure.sql.ts";
import { verdictProblems } from "./verdict.problems.ts";

const levelOfDigits: Record<number, number> = { 0: 0, 2: 1, 4: 2, 6: 3, 9: 4, 12: 5 };

/** All figures of an area in the book of `year` (the newest when absent). */
export async function getAreaFigures(work: Work, areaCode: string, year?: number): Promise<AreaFigures> {
  requireArea(work.actor, areaCode);
  const years = [...new Set((await listCountyYears(work, areaCode)).map((book) => book.year))];
  const shown = year ?? years[0] ?? work.now.getFullYear();
  const area = rangeOf(areaCode);
  const row = await findAreaRow(work.tx, area, shown);
  const policy = { rules: await listRules(work.tx), standards: await readStandardRows(work.tx) };
  const tree = await getDivisionTree(work, areaCode);
  const children = area.level < 5 ? await listChildCounts(work.tx, area, shown) : new Map<string, CountRow>();
  return {
    area: areaCode,
    year: shown,
    years,
    evaluated: row !== undefined,
    evaluating: await isEvaluating(work, areaCode, shown),
    ...(row ? await provenanceOf(work, areaCode, row) : noProvenance),
    counts: row ? presentCounts(row) : null,
    figures: row ? await Promise.all(indicators.map((one) => measure(work, one, areaCode, shown, row))) : [],
    published: await listPublishedFigures(work, areaCode),
    rules: row ? countRules(policy, row, areaCode, shown) : [],
    children: tree.children.map((child) => {
      const counts = children.get(child.code);
      return { code: child.code, name: child.name, counts: counts ? presentCounts(counts) : null };
    }),
    can: { evaluate: can(work.actor, "verdict.evaluate") },
  };
}

/** What was published about a place, newest first, each with what the register says of the same year. */
async function listPublishedFigures(work: Work, areaCode: string): Promise<PublishedFigure[]> {
  const published: PublishedFigure[] = [];
  for (const row of await listPublished(work.tx, areaCode)) {
    const indicator = indicators.find((one) => one.id === row.indicator);
    if (!indicator) continue;
    const counts = await findWholeCounts(work, areaCode, row.year);
    const system = counts ? await partsOf(work, indicator, areaCode, row.year, counts) : null;
    published.push(presentPublished(row, indicator, system));
  }
  return published;
}

/** Counts of an area in the book of a year; undefined as long as one of its counties was not evaluated. */
export async function findWholeCounts(
  work: Work,
  areaCode: string,
  year: number,
): Promise<AreaRow | undefined> {
  const range = rangeOf(areaCode);
  const row = await findAreaRow(work.tx, range, year);
  return row && row.counties.length >= (await countCounties(work.tx, range)) ? row : undefined;
}

export interface IndicatorValue
  extends Omit<Figure, "numerator">, Omit<Provenance, "asOf" | "snapshot" | "counties"> {
  area: string;
  year: number;
  /** Null where the place has no register here and nothing was published. */
  numerator: number | null;
  households: number | null;
  poorVillages: number | null;
  asOf: string | null;
  snapshot: string | null;
  counties: Provenance["counties"] | null;
  published: PublishedFigure | null;
}

/**
 * One indicator of a place: what the register says, and what was published beside it. `year` is the newest book when
 * absent, or the newest year with a published figure in a place without books.
 * @throws Problem verdict.unknown-indicator, verdict.no-book, verdict.not-evaluated
 */
export async function getIndicator(
  work: Work,
  id: string,
  areaCode: string,
  wantedYear?: number,
): Promise<IndicatorValue> {
  const indicator = indicators.find((one) => one.id === id);
  if (!indicator) {
    throw verdictProblems["verdict.unknown-indicator"]({
      id,
      known: indicators.map((one) => one.id).join(", "),
    });
  }
  const ofPlace = await listPublishedFigures(work, areaCode);
  const [book] = await listCountyYears(work, areaCode);
  const year = wantedYear ?? book?.year ?? ofPlace.find((one) => one.indicator === id)?.year;
  if (year === undefined) throw verdictProblems["verdict.no-book"]({ area: areaCode });
  const published = ofPlace.find((one) => one.indicator === id && one.year === year) ?? null;
  const row = await findAreaRow(work.tx, rangeOf(areaCode), year);
  if (!row) {
    if (published) return notInRegister(indicator, areaCode, year, published);
    throw verdictProblems["verdict.not-evaluated"]({ area: areaCode, year });
  }
  return {
    ...(await measure(work, indicator, areaCode, year, row)),
    area: areaCode,
    year,
    households: row.households,
    poorVillages: row.poor_villages,
    ...(await provenanceOf(work, areaCode, row)),
    published,
  };
}

function notInRegister(
  { id, title, unit, partUnit, formula }: Indicator,
  area: string,
  year: number,
  published: PublishedFigure,
): IndicatorValue {
  const missing =
    published.numerator === null
      ? { zh: "未公布", en: "Not published" }
      : { zh: "这里没有登记数据，只有公布数", en: "There is no register here, only what was published" };
  const nothing = { value: null, numerator: null, denominator: null, households: null, poorVillages: null };
  return {
    id,
    title,
    unit,
    partUnit,
    formula,
    area,
    year,
    ...nothing,
    ...noProvenance,
    missing,
    adjustment: null,
    published,
  };
}

const noProvenance = {
  asOf: null,
  snapshot: null,
  counties: null,
  policyVersion: null,
  stale: false,
  staleReason: null,
};

async function provenanceOf(work: Work, areaCode: string, row: AreaRow): Promise<Provenance> {
  const inForce = await findAppliedPolicyVersion(work.tx);
  const stale = row.policy_versions.some((version) => version !== inForce);
  const [version, ...others] = row.policy_versions;
  return {
    asOf: row.as_of.toISOString(),
    snapshot: row.snapshot,
    counties: { evaluated: row.counties.length, all: await countCounties(work.tx, rangeOf(areaCode)) },
    policyVersion: others.length === 0 ? (version ?? null) : null,
    stale,
    staleReason: stale
      ? { zh: "政策已更新，请重新评估", en: "The policies have changed: evaluate again" }
      : null,
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
  const { numerator, denominator } = await partsOf(work, indicator, area, year, row);
  const isRatio = indicator.unit === "ratio";
  return {
    id: indicator.id,
    title: indicator.title,
    unit: indicator.unit,
    partUnit: indicator.partUnit,
    value: isRatio ? (denominator ? numerator / denominator : null) : numerator,
    numerator,
    denominator,
    formula: indicator.formula,
    missing: isRatio && !denominator ? noDenominator(indicator, year) : null,
    adjustment: indicator.adjustment ? await adjustmentOf(work, area, year, row) : null,
  };
}

async function partsOf(work: Work, indicator: Indicator, area: string, year: number, row: AreaRow) {
  const denominator = await findDenominator(work, indicator, area, year, row);
  return { numerator: total(row, indicator.numerator), denominator };
}

async function adjustmentOf(
  work: Work,
  area: string,
  year: number,
  row: AreaRow,
): Promise<Figure["adjustment"]> {
  const range = rangeOf(area);
  const baseYear = await findEarliestYear(work.tx, range);
  if (baseYear === undefined || baseYear >= year) return null;
  const base = await findAreaRow(work.tx, range, baseYear);
  // Persons of other counties are no movement of persons.
  if (!base || base.counties.join() !== row.counties.join()) return null;
  const { persons } = row;
  return { baseYear, basePersons: base.persons, persons, net: persons - base.persons };
}

async function findDenominator(work: Work, indicator: Indicator, area: string, year: number, row: AreaRow) {
  if (indicator.denominator === null) return null;
  if (indicator.denominator !== "ruralPopulation") return total(row, indicator.denominator);
  // A part of the counties over the population of the whole would be a far too small rate.
  if (row.counties.length < (await countCounties(work.tx, rangeOf(area)))) return null;
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
    exitedHouseholds: row.exited_households,
    exitedPersons: row.exited_persons,
    exitPass: row.exit_pass,
    exitFail: row.exit_fail,
    exitUnknown: row.exit_unknown,
  };
}
