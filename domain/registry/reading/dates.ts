/** Years, months and days as people and Excel write them. Undefined means: not readable. */
import type { Cell } from "./cell.ts";
import { compactText } from "./text.ts";

interface Day {
  year: number;
  month: number | undefined;
  day: number | undefined;
}

// 2018 · 201805 · 20180512 · 2018.5 · 2018-05-12 · 2018/5/12 · 2018年5月12日 · 2018-05-12T00:00:00
const separated =
  /^(\d{4})(?:[-./年](\d{1,2})?(?:[-./月](\d{1,2})?)?)?(?:年|年度|月|日|号)?(?:T?[\d:.]{5,}Z?)?$/u;
const packed = /^(\d{4})(\d{2})(\d{2})?$/;

const firstSerial = 18_264; // 1950-01-01
const lastSerial = 73_050; // 2099-12-31
const dayLength = 86_400_000;

export function yearOf(cell: Cell): number | undefined {
  const day = parseDay(cell);
  return day && day.year >= 1990 && day.year <= 2099 ? day.year : undefined;
}

/** yyyymm. A numeric cell 2018.1 may be January or, with its zero lost, October: that is `"ambiguous"`. */
export function monthOf(cell: Cell): number | "ambiguous" | undefined {
  if (typeof cell === "number" && /^\d{4}\.1$/.test(String(cell))) return "ambiguous";
  const day = parseDay(cell);
  return day?.month === undefined ? undefined : day.year * 100 + day.month;
}

/** yyyy-mm-dd */
export function dateOf(cell: Cell): string | undefined {
  const day = parseDay(cell);
  if (day?.month === undefined || day.day === undefined) return undefined;
  return isoDate(day.year, day.month, day.day);
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Undefined when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (daysOfMonths[month - 1] ?? 0);
  if (day < 1 || day > days) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function parseDay(cell: Cell): Day | undefined {
  if (cell instanceof Date) return dayOfTime(cell.getTime());
  if (typeof cell === "number" && Number.isInteger(cell) && cell >= firstSerial && cell <= lastSerial)
    return dayOfTime(Date.UTC(1899, 11, 30) + cell * dayLength);
  if (typeof cell !== "number" && typeof cell !== "string") return undefined;
  const text = compactText(String(cell));
  const match = packed.exec(text) ?? separated.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [1, 2, 3].map((part) => (match[part] ? Number(match[part]) : undefined));
  if (year === undefined || year < 1850 || year > 2100) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  return { year, month, day };
}

function dayOfTime(time: number): Day | undefined {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return undefined;
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
