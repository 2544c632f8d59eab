/** Points, scores, ranks and grades on cases that can be checked by hand, properties, and what is refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aggregate } from "./aggregate.ts";
import { type ScorePlan, compositeScore } from "./composite-score.ts";
import { hundred, pointsInterval, pointsOf } from "./goalpost.ts";
import { gradeOf } from "./grade.ts";
import { normalise } from "./normalise.ts";
import { type Ranked, rankSets } from "./rank-sets.ts";
import { rankBands, variantsOf } from "./sensitivity.ts";

const wrongExits = { worst: 0.04, best: 0 };

describe("points by goalposts", () => {
  test("a rate of errors falls from all points to none, without a step at 2 %", () => {
    expect([0, 0.01, 0.02, 0.04, 0.5].map((rate) => pointsOf(rate, wrongExits))).toEqual([100, 75, 50, 0, 0]);
    expect(Math.abs(pointsOf(0.0199999, wrongExits) - pointsOf(0.0200001, wrongExits))).toBeLessThan(0.001);
    expect(pointsInterval({ low: 0.01, high: 0.02 }, wrongExits)).toEqual({ low: 50, high: 75 });
    expect(pointsInterval({ low: 0, high: 0.3 }, wrongExits)).toEqual({ low: 0, high: 100 });
  });

  test("another unit's value changes nothing", () => {
    const indicator = (other: number) => ({
      name: "wrong exits",
      values: Float64Array.of(0.01, other),
      goalpost: wrongExits,
    });
    const choice = {
      name: "plan",
      weights: [1],
      normalisation: "goalposts",
      aggregation: "arithmetic",
    } as const;
    const own = [0, 0.9].map((other) => variantsOf([indicator(other)], [choice])[0]?.scores[0]);
    expect(own).toEqual([75, 75]);
  });

  test("two goalposts at one place are refused", () => {
    expect(() => pointsOf(1, { worst: 2, best: 2 })).toThrow("score.goalpost-wrong");
  });
});

describe("aggregation", () => {
  test("a zero hurts in the geometric mean, and its weight must count", () => {
    expect(aggregate([100, 0], [1, 1], "arithmetic")).toBe(50);
    expect(aggregate([100, 0], [1, 1], "geometric")).toBe(0);
    expect(aggregate([100, 0], [1, 0], "geometric")).toBeCloseTo(100, 12);
    expect(aggregate([100, 25], [1, 1], "geometric")).toBeCloseTo(50, 12);
  });

  test.each([[[1, -1]], [[0, 0]], [[Number.NaN, 1]]])("weights %j are refused", (weights) => {
    expect(() => aggregate([1, 2], weights, "arithmetic")).toThrow("score.weights-wrong");
  });
});

describe("a county's score", () => {
  const plan: ScorePlan = {
    scale: { low: 1, high: 100 },
    dimensions: [
      {
        name: "identification",
        weight: 0.6,
        indicators: [
          { name: "wrong exits", weight: 2, goalpost: wrongExits },
          { name: "missed", weight: 1, goalpost: wrongExits },
        ],
      },
      {
        name: "results",
        weight: 0.4,
        indicators: [{ name: "approval", weight: 1, goalpost: { worst: 0.6, best: 1 } }],
      },
    ],
  };
  const values = [0.01, 0.02, 0.8];
  const covariance = [
    [4e-6, 1e-6, -2e-6],
    [1e-6, 9e-6, 0],
    [-2e-6, 0, 1e-4],
  ];

  test("arithmetic inside dimensions, geometric across", () => {
    const found = compositeScore(plan, values, covariance);
    expect(found.indicators.map((own) => Number(own.toFixed(10)))).toEqual([75.25, 50.5, 50.5]);
    expect(found.dimensions[0]).toBeCloseTo((2 * 75.25 + 50.5) / 3, 12);
    expect(found.score).toBeCloseTo(((2 * 75.25 + 50.5) / 3) ** 0.6 * 50.5 ** 0.4, 12);
  });

  test("its standard error is that of small changes", () => {
    const step = 1e-7;
    const slopes = values.map((_, at) => {
      const shifted = (by: number) =>
        compositeScore(
          plan,
          values.map((own, other) => own + (other === at ? by : 0)),
          covariance,
        ).score;
      return (shifted(step) - shifted(-step)) / (2 * step);
    });
    let variance = 0;
    for (const [i, line] of covariance.entries()) {
      for (const [j, own] of line.entries()) variance += own * (slopes[i] ?? 0) * (slopes[j] ?? 0);
    }
    expect(compositeScore(plan, values, covariance).standardError).toBeCloseTo(Math.sqrt(variance), 6);
  });

  test("a missing value, too few values and too few covariances are refused", () => {
    expect(() => compositeScore(plan, [0.01, Number.NaN, 0.8], covariance)).toThrow("score.value-missing");
    expect(() => compositeScore(plan, [0.01, 0.8], covariance)).toThrow("score.lengths-unequal");
    expect(() => compositeScore(plan, values, [])).toThrow("score.lengths-unequal");
    expect(() => compositeScore(plan, values, [[1], [1], [1]])).toThrow("score.lengths-unequal");
  });
});

describe("ranks", () => {
  const units: Ranked[] = [
    { estimate: 90, standardError: 1 },
    { estimate: 89, standardError: 1 },
    { estimate: 60, standardError: 1 },
  ];

  test("two that cannot be told apart share their ranks, the third is third", () => {
    expect(rankSets(units, 0.05)).toEqual({
      sets: [
        { rank: 1, low: 1, high: 2 },
        { rank: 2, low: 1, high: 2 },
        { rank: 3, low: 3, high: 3 },
      ],
      notTold: [[0, 1]],
    });
  });

  test("without sampling error only equal units are not told apart", () => {
    const exact = [3, 2, 2].map((estimate) => ({ estimate, standardError: 0 }));
    expect(rankSets(exact, 0.05)).toEqual({
      sets: [
        { rank: 1, low: 1, high: 1 },
        { rank: 2, low: 2, high: 3 },
        { rank: 2, low: 2, high: 3 },
      ],
      notTold: [[1, 2]],
    });
  });

  test("sets hold the rank, do not depend on order, and widen as alpha falls", () => {
    const unit = fc.record({
      estimate: fc.integer({ min: 0, max: 40 }),
      standardError: fc.integer({ min: 0, max: 20 }).map((own) => own / 4),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 15 }), (some) => {
        const { sets } = rankSets(some, 0.05);
        const turned = rankSets(some.toReversed(), 0.05).sets.toReversed();
        expect(turned).toEqual(sets);
        const strict = rankSets(some, 0.001).sets;
        for (const [at, { rank, low, high }] of sets.entries()) {
          expect(low <= rank && rank <= high).toBe(true);
          expect((strict[at]?.low ?? 0) <= low && (strict[at]?.high ?? 0) >= high).toBe(true);
        }
      }),
    );
  });

  test.each<[string, Ranked[], number]>([
    ["rank.estimate-wrong", [{ estimate: Number.NaN, standardError: 1 }], 0.05],
    ["rank.se-wrong", [{ estimate: 1, standardError: -1 }], 0.05],
    ["rank.alpha-wrong", units, 1],
  ])("%s", (code, some, alpha) => {
    expect(() => rankSets(some, alpha)).toThrow(code);
  });

  test("the band of a unit over variants", () => {
    const variants = [1, 2, 3, 4, 15].map((rank) => ({ ranks: Int32Array.of(rank) }));
    const [band] = rankBands(variants);
    expect(band).toMatchObject({ median: 3, best: 1, worst: 15 });
    expect(band?.low).toBeCloseTo(1.2, 12);
    expect(band?.high).toBeCloseTo(12.8, 12);
  });
});

describe("grades", () => {
  const cuts = { good: 90, middle: 75, poor: 60 };
  test.each([
    [{ score: 95, low: 91, high: 99, veto: "none" }, "good", false],
    [{ score: 95, low: 89, high: 99, veto: "none" }, "fairly-good", true],
    [{ score: 95, low: 91, high: 99, veto: "claimed" }, "fairly-good", true],
    [{ score: 95, low: 91, high: 99, veto: "proven" }, "poor", false],
    [{ score: 58, low: 55, high: 61, veto: "none" }, "average", true],
    [{ score: 58, low: 57, high: 59, veto: "none" }, "poor", false],
    [{ score: 75, low: 70, high: 80, veto: "none" }, "fairly-good", true],
  ] as const)("%j is %s", (grading, grade, isProvisional) => {
    expect(gradeOf(grading, cuts)).toEqual({ grade, isProvisional });
  });

  test("cuts that do not rise are refused", () => {
    const grading = { score: 95, low: 91, high: 99, veto: "none" } as const;
    expect(() => gradeOf(grading, { ...cuts, poor: 80 })).toThrow("score.cuts-wrong");
  });
});

test("a column of equal values gets the low end, or 0", () => {
  const flat = Float64Array.of(5, 5);
  expect([...normalise(flat, "min-max", hundred)]).toEqual([0, 0]);
  expect([...normalise(flat, "z-score")]).toEqual([0, 0]);
});
