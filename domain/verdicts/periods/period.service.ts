/** What is due in an area by the calendar of monitoring. */
import { type Work, requireArea, scopeOf } from "../../access/work.ts";
import type { PeriodCount } from "./period.contract.ts";
import { type Period, findPeriod, periodMonth, periodsOf, startingMonth } from "./period.ts";
import { type PeriodAsked, countPeriods } from "./period.sql.ts";
import { verdictProblems } from "../verdict.problems.ts";

/** Periods in force in the book of a year, with the households that have come to their end. */
export async function listPeriods(work: Work, areaCode: string, year: number): Promise<PeriodCount[]> {
  requireArea(work.actor, areaCode);
  const periods = periodsOf(year);
  const asked = periods.map((period) => askedOf(work, period, year));
  const rows = await countPeriods(work.tx, scopeOf(areaCode), year, asked);
  return periods.map((period) => {
    const row = rows.find(({ id }) => id === period.id);
    const { id, kind, title, advice, months, source } = period;
    return {
      id,
      kind,
      title,
      advice,
      months,
      asOfMonth: periodMonth(work.now, year),
      over: row?.over ?? 0,
      now: row?.now ?? 0,
      unknown: row?.unknown ?? 0,
      source: {
        document: source.document,
        number: source.number ?? null,
        article: source.article,
        mark: source.mark ?? null,
      },
    };
  });
}

/** @throws Problem verdict.unknown-period */
export function askedPeriod(work: Work, id: string, year: number): PeriodAsked {
  const period = findPeriod(id);
  if (!period) throw verdictProblems["verdict.unknown-period"]({ id });
  return askedOf(work, period, year);
}

function askedOf(work: Work, period: Period, year: number): PeriodAsked {
  return { period, month: startingMonth(period, work.now, year) };
}
