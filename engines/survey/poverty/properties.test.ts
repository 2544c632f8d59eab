/** What must hold for any incomes: order and splitting of rows change nothing, groups add up, and linearised values are derivatives. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Design, buildDesign } from "../design/design.ts";
import { type Estimate, estimateStatistic } from "../estimate/estimate.ts";
import { fgt, watts } from "./fgt.ts";
import { gini } from "./gini.ts";
import { atkinson, theil } from "./inequality.ts";
import { type Linearised, estimateLinearised, lineariseStatistic } from "./linearised.ts";
import type { PovertyLine } from "./poverty-line.ts";
import { quintileShareRatio } from "./quintile-share.ts";
import { relativeFgt, relativeMedianGap } from "./relative-poverty.ts";
import { sen, senShorrocksThon } from "./sen.ts";

interface Row {
  unit: number;
  weight: number;
  income: number;
  group: number;
}

const aRow: fc.Arbitrary<Row> = fc.record({
  unit: fc.integer({ min: 0, max: 5 }),
  weight: fc.integer({ min: 1, max: 160 }).map((own) => own / 8),
  income: fc.integer({ min: 1, max: 400 }).map((own) => own * 25),
  group: fc.integer({ min: 0, max: 2 }),
});
/** At least two units and two incomes, some below the line and most above it. */
const aSample = fc
  .array(aRow, { minLength: 6, maxLength: 40 })
  .map((rows) => [
    ...rows,
    { unit: 6, weight: 1, income: 1000, group: 0 },
    { unit: 7, weight: 2.5, income: 9000, group: 1 },
  ]);
const line: PovertyLine = { line: 3335, poor: "below" };
const relative = { share: 0.6, poor: "below" } as const;

const incomesOf = (rows: readonly Row[]) => Float64Array.from(rows, ({ income }) => income);
const membersOf = (rows: readonly Row[], name: number) =>
  Uint8Array.from(rows, ({ group }) => Number(group === name));
const designOf = (rows: readonly Row[], weight?: Float64Array): Design =>
  buildDesign({
    weight: weight ?? Float64Array.from(rows, (row) => row.weight),
    clusters: [rows.map(({ unit }) => unit)],
  });

type Measure = (design: Design, income: Float64Array) => Linearised;
/** Measures that are smooth functions of the weights. */
const smooth: Record<string, Measure> = {
  "FGT 0": (design, income) => lineariseStatistic(design, fgt(income, line, 0)),
  "FGT 1": (design, income) => lineariseStatistic(design, fgt(income, line, 1)),
  "FGT 2": (design, income) => lineariseStatistic(design, fgt(income, line, 2)),
  Watts: (design, income) => lineariseStatistic(design, watts(income, line)),
  Gini: (design, income) => gini(design, income),
  Sen: (design, income) => sen(design, income, line),
  SST: (design, income) => senShorrocksThon(design, income, line),
  Atkinson: (design, income) => lineariseStatistic(design, atkinson(income)),
  Theil: (design, income) => lineariseStatistic(design, theil(income)),
};
/** Measures that jump where a quantile passes from one income to the next. */
const byQuantile: Record<string, Measure> = {
  "at risk of poverty": (design, income) => relativeFgt(design, income, relative, 0),
  "relative depth": (design, income) => relativeFgt(design, income, relative, 1),
  "quintile share ratio": quintileShareRatio,
  "relative median gap": (design, income) => relativeMedianGap(design, income, relative),
};
const all = Object.entries({ ...smooth, ...byQuantile });

const found = (measure: Measure, rows: readonly Row[]): Estimate => {
  const design = designOf(rows);
  return estimateLinearised(design, measure(design, incomesOf(rows)));
};
const isClose = (one: number, other: number) =>
  (Number.isNaN(one) && Number.isNaN(other)) || Math.abs(one - other) <= 1e-9 * (1 + Math.abs(other));

describe.each(all)("%s", (_, measure) => {
  test("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(aSample, fc.integer({ min: 1, max: 40 }), (rows, by) => {
        const at = by % rows.length;
        const turned = [...rows.slice(at), ...rows.slice(0, at)].reverse();
        const [one, other] = [found(measure, rows), found(measure, turned)];
        expect(isClose(other.estimate, one.estimate)).toBe(true);
        expect(isClose(other.standardError, one.standardError)).toBe(true);
      }),
    );
  });

  test("does not change when a row is split into two of its weight", () => {
    fc.assert(
      fc.property(aSample, fc.integer({ min: 0, max: 40 }), (rows, which) => {
        const at = which % rows.length;
        const split = rows.flatMap((row, index) =>
          index === at
            ? [
                { ...row, weight: row.weight * 0.25 },
                { ...row, weight: row.weight * 0.75 },
              ]
            : [row],
        );
        const [one, other] = [found(measure, rows), found(measure, split)];
        expect(isClose(other.estimate, one.estimate)).toBe(true);
        expect(isClose(other.standardError, one.standardError)).toBe(true);
      }),
    );
  });
});

test.each(Object.entries(smooth))("%s: linearised values are w · ∂/∂w", (_, measure) => {
  fc.assert(
    fc.property(aSample, fc.integer({ min: 0, max: 40 }), (rows, which) => {
      const at = which % rows.length;
      const income = incomesOf(rows);
      const [weight, step] = [rows[at]?.weight ?? 0, 1e-4];
      const shifted = (by: number) => {
        const weights = Float64Array.from(rows, (row) => row.weight);
        weights[at] = weight + by;
        return measure(designOf(rows, weights), income).estimate;
      };
      const slope = (shifted(step) - shifted(-step)) / (2 * step);
      const { u } = measure(designOf(rows), income);
      expect(Math.abs((u[at] ?? 0) - weight * slope)).toBeLessThan(1e-6);
    }),
  );
});

test("measures of inequality and of relative poverty do not depend on the unit of money", () => {
  const free: Measure[] = [
    ...Object.values(byQuantile),
    (design, income) => gini(design, income),
    (design, income) => gini(design, income, "rank"),
    (design, income) => lineariseStatistic(design, atkinson(income)),
    (design, income) => lineariseStatistic(design, theil(income)),
  ];
  fc.assert(
    fc.property(aSample, (rows) => {
      const inFen = rows.map((row) => ({ ...row, income: row.income * 100 }));
      for (const measure of free) {
        const [one, other] = [found(measure, rows), found(measure, inFen)];
        expect(isClose(other.estimate, one.estimate)).toBe(true);
        expect(isClose(other.standardError, one.standardError)).toBe(true);
      }
    }),
  );
});

test("FGT 0 is the share of the poor; FGT adds up over groups by their shares", () => {
  fc.assert(
    fc.property(aSample, (rows) => {
      const design = designOf(rows);
      const income = incomesOf(rows);
      const population = rows.reduce((sum, { weight }) => sum + weight, 0);
      const poor = rows.reduce((sum, row) => sum + (row.income < line.line ? row.weight : 0), 0);
      expect(isClose(estimateStatistic(design, fgt(income, line, 0)).estimate, poor / population)).toBe(true);
      for (const alpha of [0, 1, 2] as const) {
        const whole = estimateStatistic(design, fgt(income, line, alpha)).estimate;
        let sum = 0;
        for (const name of [0, 1, 2]) {
          const share = rows.reduce((total, row) => total + (row.group === name ? row.weight : 0), 0);
          if (share === 0) continue;
          const own = estimateStatistic(design, fgt(income, line, alpha, membersOf(rows, name))).estimate;
          sum += (share / population) * own;
        }
        expect(isClose(sum, whole)).toBe(true);
      }
    }),
  );
});
