/** Names under which the outcomes of rules and the months of periods stand among the bits of the list. */
import { createHash } from "node:crypto";
import type { PeriodState } from "./household-list.contract.ts";
import type { Period } from "../periods/period.ts";
import type { PeriodAsked } from "../periods/period.sql.ts";
import { type OutcomeByColumn, ruleColumn } from "../verdict.sql.ts";

/** Codes of one filter: a household has to have one of them. */
export interface AskedCodes {
  filter: string;
  codes: readonly string[];
}

/** Codes of one household by filter; an empty list where it has none. */
export type CodesByFilter = Record<string, string[]>;

export function ruleFilterName(unit: string, ordinal: number): string {
  return `${unit}.${ruleColumn(ordinal)}`;
}

/** The code of an outcome among the bits. */
export function outcomeBits(value: number | null): string {
  return value === null ? "unknown" : String(value);
}

/** Codes of a household under each rule. @param members what the verdict row of each of its members holds */
export function codesOfRules(
  rules: readonly { unit: string; ordinal: number }[],
  own: OutcomeByColumn,
  members: readonly OutcomeByColumn[],
): CodesByFilter {
  return Object.fromEntries(
    rules.map(({ unit, ordinal }) => {
      const rows = unit === "member" ? members : [own];
      const codes = rows.map((row) => outcomeBits(row.get(ordinal) ?? null));
      return [ruleFilterName(unit, ordinal), [...new Set(codes)]];
    }),
  );
}

/** What the database needs to know of a period; names of columns are those of the facts. */
export interface PeriodBits {
  filter: string;
  start: string;
  among: readonly string[];
  lacks: readonly string[];
}

/** A period that is defined otherwise by now has another filter, so that old bits never answer for it. */
export function periodBits({ id, start, among, lacks }: Period): PeriodBits {
  const digest = createHash("sha256")
    .update(JSON.stringify([start, among, lacks]))
    .digest("hex");
  return { filter: `${id}.${digest.slice(0, 12)}`, start, among, lacks };
}

/** Counts as `rebuild_period_bits` does. @param facts the household's row of facts */
export function codesOfPeriods(periods: readonly Period[], facts: Record<string, unknown>): CodesByFilter {
  const isMonitored = facts.monitor_category !== null && facts.eliminated !== true;
  return Object.fromEntries(
    periods.map(periodBits).map((period) => {
      const isOpen = isMonitored && period.lacks.every((column) => facts[column] !== true);
      return [period.filter, isOpen ? codesOfOpen(period, facts) : []];
    }),
  );
}

function codesOfOpen({ start, among }: PeriodBits, facts: Record<string, unknown>): string[] {
  const month = facts[start];
  if (typeof month !== "number" || among.some((column) => facts[column] === null)) return ["unknown"];
  if (!among.every((column) => Number(facts[column]) > 0)) return [];
  return [yearCode(Math.trunc(month / 100)), monthCode(month % 100)];
}

const firstYear = 1900;
const yearCode = (year: number): string => `y${year}`;
const monthCode = (month: number): string => `m${String(month).padStart(2, "0")}`;

/** Before a month is: in a year before, or in a month before; and in no later year. */
export function askedPeriodCodes({ period, month }: PeriodAsked, state: PeriodState): AskedCodes[] {
  const { filter } = periodBits(period);
  if (state === "unknown") return [{ filter, codes: ["unknown"] }];
  const [year, ofYear] = [Math.trunc(month / 100), month % 100];
  if (state === "now")
    return [
      { filter, codes: [yearCode(year)] },
      { filter, codes: [monthCode(ofYear)] },
    ];
  const before = Array.from({ length: year - firstYear }, (_, at) => yearCode(firstYear + at));
  const monthsBefore = Array.from({ length: ofYear }, (_, at) => monthCode(at));
  return [
    { filter, codes: [...before, ...monthsBefore] },
    { filter, codes: [...before, yearCode(year)] },
  ];
}
