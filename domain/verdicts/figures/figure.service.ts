/** What an area page and the command `indicator` show: counts, ratios with both parts, rules, places below. */
import { yearInChina } from "../../../platform/clock.ts";
import { type Work, can, requireArea } from "../../access/work.ts";
import { getDivisionTree } from "../../registry/division.service.ts";
import { isEvaluating } from "../evaluation/evaluation-run.service.ts";
import { listCountyYears } from "../evaluation/evaluation.service.ts";
import type { AreaFigures, Counts, Figure, Provenance, PublishedFigure } from "./figure.contract.ts";
import { type AreaRow, type CountRow, countCounties, findAreaRow, listChildCounts } from "./figure.sql.ts";
import { type Indicator, indicators } from "./indicator-files.ts";
import { readStandardRows } from "../policy/applied-rule.ts";
import { isBelowCounty, measure, partsOf, rangeOf } from "./measure.ts";
import { noProvenance, provenanceOf } from "./provenance.ts";
import { countRules } from "./rule-count.ts";
import { listRules } from "../policy/policy.sql.ts";
import { presentPublished } from "./published-figure.service.ts";
import { listPublished } from "./published-figure.sql.ts";
import { verdictProblems } from "../verdict.problems.ts";

/** All figures of an area in the book of `year` (the newest when absent). */
export async function getAreaFigures(work: Work, areaCode: string, year?: number): Promise<AreaFigures> {
  requireArea(work.actor, areaCode);
  const years = [...new Set((await listCountyYears(work, areaCode)).map((book) => book.year))];
  const shown = year ?? years[0] ?? yearInChina(work.now);
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
    ...(row ? await provenanceOf(work, areaCode, shown, row) : noProvenance),
    counts: row ? presentCounts(row) : null,
    figures: row ? await measureShown(work, areaCode, shown, row) : [],
    published: await listPublishedFigures(work, areaCode),
    rules: row ? countRules(policy, row, areaCode, shown) : [],
    children: tree.children.map((child) => {
      const counts = children.get(child.code);
      return { code: child.code, name: child.name, counts: counts ? presentCounts(counts) : null };
    }),
    can: { evaluate: can(work.actor, "verdict.evaluate") },
  };
}

/** All indicators that can have a value at such a place. */
async function measureShown(work: Work, areaCode: string, year: number, row: AreaRow): Promise<Figure[]> {
  const shown = indicators.filter(
    ({ denominator }) => denominator !== "ruralPopulation" || !isBelowCounty(areaCode),
  );
  const figures: Figure[] = [];
  for (const one of shown) figures.push(await measure(work, one, areaCode, year, row));
  return figures;
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
    ...(await provenanceOf(work, areaCode, year, row)),
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
    notOnRecord: null,
    missing,
    adjustment: null,
    denominatorNote: null,
    published,
  };
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
    unmonitoredHouseholds: row.unmonitored_households,
    helpedHouseholds: row.helped_households,
    unhelpedHouseholds: row.unhelped_households,
    exitedHouseholds: row.exited_households,
    exitedPersons: row.exited_persons,
    exitPass: row.exit_pass,
    exitFail: row.exit_fail,
    exitFailOne: row.exit_fail_one,
    exitUnknown: row.exit_unknown,
    exitNoStandard: row.exit_no_standard,
    findingHouseholds: row.finding_households,
  };
}
