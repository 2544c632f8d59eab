/** One line an indicator: a point of the register for each year that was evaluated whole, a published point beside it. */
import { type Work, requireArea } from "../../access/work.ts";
import { listCountyYears } from "../evaluation/evaluation.service.ts";
import { findWholeCounts } from "./figure.service.ts";
import type { AreaRow } from "./figure.sql.ts";
import { type Indicator, indicators } from "./indicator-files.ts";
import { findDenominatorNote, partsOf } from "./measure.ts";
import { presentPublished } from "./published-figure.service.ts";
import { listPublished } from "./published-figure.sql.ts";
import type { SeriesOfArea, SeriesPoint } from "./series.contract.ts";

/** @throws Problem access.outside-area */
export async function listSeries(work: Work, areaCode: string): Promise<SeriesOfArea> {
  requireArea(work.actor, areaCode);
  const years = [...new Set((await listCountyYears(work, areaCode)).map(({ year }) => year))];
  const books = new Map<number, AreaRow>();
  for (const year of years) {
    const counts = await findWholeCounts(work, areaCode, year);
    if (counts) books.set(year, counts);
  }
  const published = await listPublished(work.tx, areaCode);
  const series: SeriesOfArea["series"] = [];
  for (const indicator of indicators) {
    const points = [
      ...(await registerPoints(work, areaCode, indicator, books)),
      ...published
        .filter((row) => row.indicator === indicator.id)
        .map((row) => publishedPoint(presentPublished(row, indicator, null))),
    ];
    if (points.length === 0) continue;
    const { id, title, unit, partUnit, formula } = indicator;
    const byYear = points.toSorted((a, b) => a.year - b.year || b.origin.localeCompare(a.origin));
    series.push({ indicator: id, title, unit, partUnit, formula, points: byYear });
  }
  return { area: areaCode, series, partly: years.filter((year) => !books.has(year)) };
}

/** A rate without its denominator is no point. */
async function registerPoints(
  work: Work,
  areaCode: string,
  indicator: Indicator,
  books: ReadonlyMap<number, AreaRow>,
): Promise<SeriesPoint[]> {
  const points: SeriesPoint[] = [];
  for (const [year, row] of books) {
    const parts = await partsOf(work, indicator, areaCode, year, row);
    if (indicator.unit === "ratio" && !parts.denominator) continue;
    const madeUp = await findDenominatorNote(work, indicator, areaCode, year);
    points.push({ year, origin: "register", ...parts, madeUp });
  }
  return points;
}

function publishedPoint({
  year,
  numerator,
  denominator,
  derived,
}: ReturnType<typeof presentPublished>): SeriesPoint {
  return { year, origin: "published", numerator, denominator, madeUp: numerator === null ? null : derived };
}
