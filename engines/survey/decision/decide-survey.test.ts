/** From a sample to a decision: what is assumed where nobody is wrong, a census, a sample without an answer. */
import { expect, test } from "vitest";
import { isCensus } from "../design/census.ts";
import { type Design, buildDesign, degreesOfFreedom } from "../design/design.ts";
import { decideSurvey, plannedDesignEffectOf } from "./decide-survey.ts";

const inVillages = (villages: number, each: number): Design =>
  buildDesign({
    clusters: [Array.from({ length: villages * each }, (_, row) => String(Math.floor(row / each)))],
  });

const decide = (design: Design, wrong: number[]) =>
  decideSurvey(design, {
    wrong: Float64Array.from(wrong),
    limit: 0.02,
    alpha: 0.05,
    degreesOfFreedom: degreesOfFreedom(design),
  });

test("without a plan: 2 for villages, more for many households in few, the weights' own for households", () => {
  expect(plannedDesignEffectOf(inVillages(30, 20))).toBeCloseTo(2, 12);
  expect(plannedDesignEffectOf(inVillages(2, 200))).toBeCloseTo(1 + 199 * 0.05, 12);
  expect(plannedDesignEffectOf(buildDesign({ rowCount: 100 }))).toBeCloseTo(1, 12);
  const uneven = buildDesign({ weight: Float64Array.from({ length: 100 }, (_, row) => (row % 2 ? 1 : 3)) });
  expect(plannedDesignEffectOf(uneven)).toBeCloseTo(1.25, 12);
});

test("villages do not hide what unequal weights cost", () => {
  const clusters = [Array.from({ length: 400 }, (_, row) => String(row % 40))];
  const uneven = buildDesign({
    clusters,
    weight: Float64Array.from({ length: 400 }, (_, row) => (row < 4 ? 1_000 : 1)),
  });
  const cost = (400 * (4 * 1e6 + 396)) / (4 * 1_000 + 396) ** 2;
  expect(plannedDesignEffectOf(uneven)).toBeCloseTo(2 * cost, 10);
  expect(decide(uneven, Array(400).fill(0)).decision).toBe("inconclusive");
});

test("400 households of two villages prove nothing, of thirty they do", () => {
  expect(decide(inVillages(2, 200), Array(400).fill(0)).decision).toBe("inconclusive");
  expect(decide(inVillages(20, 20), Array(400).fill(0)).decision).toBe("certified");
});

test("a census decides by the share itself, unless somebody was not reached", () => {
  const design = buildDesign({ populations: [new Float64Array(80).fill(80)] });
  expect(isCensus(design)).toBe(true);
  const one = [1, ...Array(79).fill(0)];
  expect(decide(design, one)).toMatchObject({ decision: "certified", upper: 1 / 80, lower: 1 / 80 });
  expect(decide(design, [...one.slice(1), Number.NaN]).upper).toBeGreaterThan(0.02);
  expect(isCensus(inVillages(4, 5))).toBe(false);
});

test("all villages visited is not everybody asked", () => {
  const all = { clusters: [Array.from({ length: 200 }, (_, row) => String(row % 10))] };
  const villages = new Float64Array(200).fill(10);
  const weight = new Float64Array(200).fill(10);
  // Villages alone: the weight says that others stand behind each household.
  expect(() => buildDesign({ ...all, weight, populations: [villages] })).toThrow("design.weight-contradicts");
  const both = buildDesign({ ...all, weight, populations: [villages, new Float64Array(200).fill(200)] });
  expect(isCensus(both)).toBe(false);
  expect(decide(both, [1, ...Array(199).fill(0)]).decision).toBe("inconclusive");
  // Whole villages: those in them were all asked.
  expect(isCensus(buildDesign({ ...all, populations: [villages] }))).toBe(true);
  expect(isCensus(buildDesign({ ...all, populations: [villages, new Float64Array(200).fill(20)] }))).toBe(
    true,
  );
});

test("rows of weight 0 were not asked", () => {
  const villages = inVillages(20, 6);
  const idle = 800;
  const padded = buildDesign({
    weight: Float64Array.from({ length: 120 + idle }, (_, row) => Number(row < 120)),
    clusters: [Array.from({ length: 120 + idle }, (_, row) => String(row % 20))],
  });
  const own = decide(villages, Array(120).fill(0));
  expect(own).toMatchObject({ decision: "inconclusive", effectiveSize: 60 });
  expect(decide(padded, Array(120 + idle).fill(0))).toEqual(own);
  const some = Array.from({ length: 120 }, (_, row) => Number(row % 50 === 0));
  const first = decide(buildDesign({ clusters: [Array.from(some, (_, row) => String(row % 20))] }), some);
  expect(decide(padded, [...some, ...Array(idle).fill(0)])).toEqual(first);
});

test("answers from one village decide nothing", () => {
  const oneAnswers = Array.from({ length: 400 }, (_, row) => (row < 20 ? 0 : Number.NaN));
  expect(() => decide(inVillages(20, 20), oneAnswers)).toThrow("decision.one-village");
});

test("a sample without an answer is said", () => {
  expect(() => decide(inVillages(4, 5), Array(20).fill(Number.NaN))).toThrow("decision.nobody-asked");
});
