/** Small cases that anyone can check by hand, and what is refused. */
import { describe, expect, test } from "vitest";
import { buildDesign } from "../design/design.ts";
import { estimateStatistic } from "../estimate/estimate.ts";
import { fgt, watts } from "./fgt.ts";
import { gini } from "./gini.ts";
import { estimateLinearised } from "./linearised.ts";
import { weightedQuantile } from "./quantile.ts";
import { relativeFgt, relativeMedianGap } from "./relative-poverty.ts";
import { sen, senShorrocksThon } from "./sen.ts";

const incomes = Float64Array.of(50, 80, 100, 120, 150, 30);
const design = buildDesign({ rowCount: 6 });
const below = { line: 100, poor: "below" } as const;
const atOrBelow = { line: 100, poor: "at-or-below" } as const;

const valueOf = (statistic: Parameters<typeof estimateStatistic>[1]) =>
  estimateStatistic(design, statistic).estimate;

test("an income that is just the line is poor only at-or-below it", () => {
  expect(valueOf(fgt(incomes, below, 0))).toBeCloseTo(0.5, 14);
  expect(valueOf(fgt(incomes, below, 1))).toBeCloseTo(0.7 / 3, 14);
  expect(valueOf(fgt(incomes, below, 2))).toBeCloseTo(0.13, 14);
  expect(valueOf(fgt(incomes, atOrBelow, 0))).toBeCloseTo(2 / 3, 14);
  expect(valueOf(fgt(incomes, atOrBelow, 1))).toBeCloseTo(0.7 / 3, 14);
});

test("the Gini coefficient of equal incomes is 0, of one who has all (n − 1)/n", () => {
  expect(gini(design, new Float64Array(6).fill(7)).estimate).toBeCloseTo(0, 14);
  expect(gini(design, Float64Array.of(0, 0, 0, 0, 0, 9)).estimate).toBeCloseTo(5 / 6, 14);
});

test("Sen of poor who all have the same is share times gap", () => {
  const income = Float64Array.of(60, 60, 60, 200, 200, 200);
  expect(sen(design, income, below).estimate).toBeCloseTo(0.5 * 0.4, 14);
  expect(senShorrocksThon(design, income, below).estimate).toBeCloseTo(0.2 * 1.5, 14);
});

test("where nobody is poor all measures are 0 without error", () => {
  const rich = Float64Array.of(200, 300, 400, 500, 600, 700);
  for (const measure of [sen, senShorrocksThon]) {
    const found = estimateLinearised(design, measure(design, rich, below));
    expect([found.estimate, found.standardError]).toEqual([0, 0]);
  }
});

test("who has nothing is the poorest for FGT and outside Watts; missing incomes are outside all", () => {
  const income = Float64Array.of(0, Number.NaN, 50, 200, 200, 200);
  expect(valueOf(fgt(income, below, 1))).toBeCloseTo(1.5 / 5, 14);
  const found = estimateStatistic(design, watts(income, below));
  expect(found.rows).toBe(4);
  expect(found.estimate).toBeCloseTo(Math.log(2) / 4, 14);
  const withMissing = estimateLinearised(design, sen(design, income, below));
  expect(withMissing.rows).toBe(5);
  expect(withMissing.estimate).toBeCloseTo(0.3 + (0.4 - 0.3) * 0.5, 14);
});

test("the median of an even number with equal weights is the lower one", () => {
  expect(weightedQuantile(incomes, new Float64Array(6).fill(0.1), 0.5)).toBe(80);
  expect(weightedQuantile(incomes, new Float64Array(6), 0.5)).toBeNaN();
});

test("an empty group has no estimate and no error", () => {
  const nobody = new Uint8Array(6);
  for (const measure of [
    gini(design, incomes, "population", nobody),
    sen(design, incomes, below, nobody),
    senShorrocksThon(design, incomes, below, nobody),
    relativeMedianGap(design, new Float64Array(6).fill(9), { share: 0.6, poor: "below" }),
  ]) {
    const found = estimateLinearised(design, measure);
    expect([found.estimate, found.standardError]).toEqual([Number.NaN, Number.NaN]);
  }
});

describe("refused", () => {
  test.each([0, -1, Number.NaN, Infinity])("a line of %d", (line) => {
    expect(() => fgt(incomes, { line, poor: "below" }, 0)).toThrow("poverty.line-wrong");
  });

  test("a relative line where half have nothing", () => {
    const income = Float64Array.of(0, 0, 0, 0, 5, 5);
    const asked = { share: 0.6, poor: "below" } as const;
    expect(() => relativeFgt(design, income, asked, 0)).toThrow("poverty.line-wrong");
  });

  test("columns of other lengths than the design", () => {
    expect(() => gini(design, Float64Array.of(1, 2))).toThrow("design.columns-unequal");
    expect(() => sen(design, Float64Array.of(1, 2), below)).toThrow("design.columns-unequal");
  });
});
