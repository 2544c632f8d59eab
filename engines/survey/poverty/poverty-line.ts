/** The line below which a person or household counts as poor, and how far below it an income lies. */
import { InputError } from "../../input-error.ts";

/**
 * Whether an income that is just the line is poor. The national practice is `below`; statistics of the European Union and R convey
 * take `at-or-below`. A published figure says which.
 */
export const poorRules = ["below", "at-or-below"] as const;
export type PoorRule = (typeof poorRules)[number];

export interface PovertyLine {
  /** In the unit of the incomes, as 元 a person and year; above 0. */
  line: number;
  poor: PoorRule;
}

export function isPoor(income: number, { line, poor }: PovertyLine): boolean {
  return income < line || (poor === "at-or-below" && income === line);
}

/** (z − y)/z for the poor, 0 for others; above 1 where the income is negative. NaN stays missing. */
export function relativeGap(income: number, line: PovertyLine): number {
  if (Number.isNaN(income)) return Number.NaN;
  return isPoor(income, line) ? (line.line - income) / line.line : 0;
}

/** @throws InputError poverty.line-wrong */
export function requireLine({ line }: PovertyLine): void {
  if (line > 0 && line < Infinity) return;
  throw new InputError("poverty.line-wrong", {
    zh: `标准线是${line}：须是大于0的数，单位与收入相同。`,
    en: `The line is ${line}: it must be a number above 0, in the unit of the incomes.`,
  });
}
