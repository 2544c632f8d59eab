/** One indicator of one place from its counts: both parts, and why there may be no value. */
import { areaPrefix } from "../../../engines/area/area-prefix.ts";
import type { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { type Work, scopeOf } from "../../access/work.ts";
import type { Figure } from "./figure.contract.ts";
import {
  type AreaRow,
  type CountRow,
  countCounties,
  findAreaRow,
  findEarliestYear,
  findPopulationSource,
  findRuralPopulation,
  hasPoorVillageList,
} from "./figure.sql.ts";
import type { CountName, Indicator } from "./indicator-files.ts";

export interface AreaRange {
  low: string;
  high: string;
  level: number;
}

const levelOfDigits: Record<number, number> = { 0: 0, 2: 1, 4: 2, 6: 3, 9: 4, 12: 5 };

/** The range of codes below a place and its level; 0 is the whole country. */
export function rangeOf(areaCode: string): AreaRange {
  const scope = scopeOf(areaCode);
  return { low: scope.areaLow, high: scope.areaHigh, level: levelOfDigits[areaPrefix(areaCode).length] ?? 5 };
}

export async function measure(
  work: Work,
  indicator: Indicator,
  area: string,
  year: number,
  row: AreaRow,
): Promise<Figure> {
  const { numerator, denominator } = await partsOf(work, indicator, area, year, row);
  const isWhole = await isWholeArea(work, area, row);
  const isRatio = indicator.unit === "ratio";
  const isListed = await isListThere(work, indicator, area, numerator);
  return {
    id: indicator.id,
    title: indicator.title,
    unit: indicator.unit,
    partUnit: indicator.partUnit,
    value: isRatio ? (denominator ? numerator / denominator : null) : isListed ? numerator : null,
    numerator,
    denominator,
    formula: indicator.formula,
    notOnRecord: notOnRecord(indicator, row),
    missing:
      isRatio && !denominator ? noDenominator(indicator, area, year, isWhole, row) : isListed ? null : noList,
    adjustment: indicator.adjustment ? await adjustmentOf(work, area, year, row) : null,
    denominatorNote: denominator === null ? null : await findDenominatorNote(work, indicator, area, year),
  };
}

const noList = {
  zh: "没有导入贫困村名单",
  en: "No list of poor villages was imported",
};

/** False where poor villages cannot be counted, because nobody said which ones they are. */
async function isListThere(work: Work, { numerator: counts }: Indicator, area: string, count: number) {
  if (count > 0 || !counts.includes("poor_villages")) return true;
  return hasPoorVillageList(work.tx, rangeOf(area));
}

export async function partsOf(work: Work, indicator: Indicator, area: string, year: number, row: AreaRow) {
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
  if (!(await isWholeArea(work, area, row))) return null;
  return (await findRuralPopulation(work.tx, area, year)) ?? null;
}

/** A denominator that stands in no register: the words of its source, which say so where it was inferred or made up. */
export async function findDenominatorNote(
  work: Work,
  indicator: Indicator,
  area: string,
  year: number,
): Promise<BothLanguages | null> {
  if (indicator.denominator !== "ruralPopulation") return null;
  const source = await findPopulationSource(work.tx, area, year);
  return source === undefined ? null : { zh: `乡村人口：${source}`, en: `Rural population: ${source}` };
}

/** True when every county of the area was evaluated. */
export async function isWholeArea(work: Work, area: string, row: AreaRow): Promise<boolean> {
  return row.counties.length >= (await countCounties(work.tx, rangeOf(area)));
}

/** Rural population is published for counties and above (统计年鉴); a township or village never has a rate over it. */
export function isBelowCounty(area: string): boolean {
  return rangeOf(area).level > countyLevel;
}

const countyLevel = 3;

/** Whom the ratio asks about and nobody said anything of; null where it leaves nobody out. */
function notOnRecord({ among, denominator }: Indicator, row: CountRow): number | null {
  if (!among || !Array.isArray(denominator)) return null;
  return total(row, among) - total(row, denominator);
}

/** Why a ratio has no denominator, and what to do about it. `isWhole`: every county of the area was evaluated. */
export function noDenominator(
  indicator: Indicator,
  area: string,
  year: number,
  isWhole: boolean,
  row: CountRow,
): { zh: string; en: string } {
  if (indicator.unrecorded && total(row, indicator.among ?? []) > 0) return indicator.unrecorded;
  if (indicator.denominator !== "ruralPopulation")
    return { zh: "没有在册户", en: "There is no household on the books" };
  if (isBelowCounty(area))
    return {
      zh: "乡镇和村没有公布的乡村人口，不计算；请看县的数字",
      en: "No rural population is published for townships and villages: see the rate of the county",
    };
  if (!isWhole)
    return {
      zh: "有县还没有评估，全部评估后才计算",
      en: "A county is not evaluated yet: the rate is there once all are",
    };
  return {
    zh: `没有录入${year}年公布的乡村人口，无法计算`,
    en: `The published rural population of ${year} is not entered: there is no rate`,
  };
}

export function total(row: CountRow, names: readonly CountName[]): number {
  return names.reduce((sum, name) => sum + row[name], 0);
}
