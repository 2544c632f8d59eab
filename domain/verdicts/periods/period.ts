/** Periods of monitoring: what is due so many months after identification, read from policies/periods.yaml once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import type { FactCatalogue } from "../../../engines/policy/catalogue.ts";
import { RuleSource } from "../../../engines/policy/rule.ts";
import { dayInChina } from "../../../platform/clock.ts";
import { policiesFolder, readFactCatalogue } from "../policy/policy-files.ts";

const PeriodFile = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(["deadline", "earliest"]),
    title: BothLanguages,
    advice: BothLanguages,
    start: z.string(),
    months: z.number().int().positive(),
    among: z.array(z.string()).default([]),
    lacks: z.array(z.string()).default([]),
    source: RuleSource,
    valid: z.strictObject({ from: z.iso.date(), to: z.iso.date().optional() }),
  }),
);

/** A period; its facts are columns of verdicts.fact. */
export type Period = z.infer<typeof PeriodFile>[number];

/** @throws ZodError, or Error when a period names a fact that does not exist or has another type */
export function readPeriods(value: unknown, catalogue: FactCatalogue): Period[] {
  const column = (term: string, type: string): string => {
    const fact = catalogue.facts.get(term);
    if (fact?.unit !== "household" || fact.type !== type)
      throw new Error(`${term} is not a household fact of type ${type}`);
    return fact.code;
  };
  return PeriodFile.parse(value).map((period) => ({
    ...period,
    start: column(period.start, "month"),
    among: period.among.map((term) => column(term, "integer")),
    lacks: period.lacks.map((term) => column(term, "boolean")),
  }));
}

let known: Period[] | undefined;

/** Of every year, in the order of the file. */
export function allPeriods(): Period[] {
  known ??= readPeriods(
    parse(readFileSync(join(policiesFolder, "periods.yaml"), "utf8")),
    readFactCatalogue(),
  );
  return known;
}

/** Those that hold on 31 December of the book's year, in the order of the file. */
export function periodsOf(year: number): Period[] {
  const day = `${year}-12-31`;
  return allPeriods().filter(({ valid }) => valid.from <= day && (valid.to === undefined || valid.to >= day));
}

export function findPeriod(id: string): Period | undefined {
  return allPeriods().find((period) => period.id === id);
}

/** `yyyymm`: what began in this month ends in the month up to which the book of the year can speak. */
export function startingMonth({ months }: Period, now: Date, year: number): number {
  const asOf = periodMonth(now, year);
  const count = Math.trunc(asOf / 100) * 12 + (asOf % 100) - 1 - months;
  return Math.trunc(count / 12) * 100 + (count % 12) + 1;
}

/** `yyyymm`: this month; December for the book of a year that is over. */
export function periodMonth(now: Date, year: number): number {
  const month = Number(dayInChina(now).slice(0, 7).replace("-", ""));
  return Math.min(month, year * 100 + 12);
}
