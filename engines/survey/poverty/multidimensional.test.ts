/** Alkire-Foster counting: the example of the paper of 2011, an invented county of 600 households, and what must hold for any data. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readVector, readVectorTable, relativeError } from "../../../test/reference-data.ts";
import { type Design, buildDesign } from "../design/design.ts";
import { estimateStatistic } from "../estimate/estimate.ts";
import type { Statistic } from "../estimate/statistic.ts";
import {
  type Counting,
  type Dimension,
  adjustedGap,
  adjustedHeadcount,
  censoredHeadcount,
  contribution,
  countDeprivations,
  deprivationGap,
  groupContribution,
  headcount,
  intensity,
  populationShare,
  rawHeadcount,
} from "./multidimensional.ts";

interface One {
  est: number;
  se: number;
}
interface Many {
  est: number[];
  se: number[];
}
interface Expected {
  k: number;
  weights: Record<string, number>;
  H: One;
  M0: One;
  A: One;
  raw_headcount: Many;
  censored_headcount: Many;
  contribution: number[];
  region: Record<"pop_share" | "H" | "H_se" | "M0" | "M0_se" | "contribution", number[]> & { name: string[] };
  check_M0_from_censored: number;
}

describe("an invented county", () => {
  const expected: Expected = JSON.parse(readVector("survey/vectors/expected_mpi.json"));
  const table = readVectorTable("survey/vectors/synth_mpi.csv");
  const size = table.numbers("hsize");
  const regions = table.texts("region");
  const design = buildDesign({
    weight: table.numbers("w").map((own, row) => own * (size[row] ?? 0)),
    strata: regions,
    clusters: [table.texts("psu")],
  });
  const counted = countDeprivations({
    dimensions: Object.entries(expected.weights).map(([name, weight]) => ({
      name,
      weight,
      gap: table.numbers(name),
    })),
    cutoff: expected.k,
  });
  const disagreement = (statistic: Statistic, est = Number.NaN, se?: number): number => {
    const found = estimateStatistic(design, statistic);
    const ofError = se === undefined ? 0 : relativeError(found.standardError, se);
    return Math.max(relativeError(found.estimate, est), ofError);
  };

  test("headcount, intensity, adjusted headcount", () => {
    for (const [statistic, { est, se }] of [
      [headcount(counted), expected.H],
      [intensity(counted), expected.A],
      [adjustedHeadcount(counted), expected.M0],
    ] as const) {
      expect(disagreement(statistic, est, se)).toBeLessThan(1e-8);
    }
  });

  test("each dimension, raw and censored, and its contribution", () => {
    let sum = 0;
    for (const [at, dimension] of counted.dimensions.entries()) {
      const { raw_headcount: raw, censored_headcount: censored } = expected;
      expect(disagreement(rawHeadcount(counted, dimension), raw.est[at], raw.se[at])).toBeLessThan(1e-8);
      const own = censoredHeadcount(counted, dimension);
      expect(disagreement(own, censored.est[at], censored.se[at])).toBeLessThan(1e-8);
      expect(disagreement(contribution(counted, dimension), expected.contribution[at])).toBeLessThan(1e-8);
      sum += dimension.weight * estimateStatistic(design, own).estimate;
    }
    expect(relativeError(sum, expected.check_M0_from_censored)).toBeLessThan(1e-8);
  });

  test("each region", () => {
    const { region } = expected;
    for (const [at, name] of region.name.entries()) {
      const group = Uint8Array.from(regions, (own) => Number(own === name));
      expect(disagreement(headcount(counted, group), region.H[at], region.H_se[at])).toBeLessThan(1e-8);
      const adjusted = adjustedHeadcount(counted, group);
      expect(disagreement(adjusted, region.M0[at], region.M0_se[at])).toBeLessThan(1e-8);
      expect(disagreement(populationShare(counted, group), region.pop_share[at])).toBeLessThan(1e-8);
      expect(disagreement(groupContribution(counted, group), region.contribution[at])).toBeLessThan(1e-8);
    }
  });
});

/** Alkire & Foster 2011; values computed from the definition, M1 and M2 too. */
describe("the example of 2011: income, schooling, health, insurance", () => {
  const cutoffs = [13, 12, 3, 1];
  const persons = [
    [13.1, 14, 4, 1],
    [15.2, 7, 5, 0],
    [12.5, 10, 1, 0],
    [20, 11, 3, 1],
  ];
  const dimensions = cutoffs.map((cutoff, at) => ({
    name: String(at),
    weight: 0.25,
    gap: deprivationGap(
      Float64Array.from(persons, (person) => person[at] ?? 0),
      cutoff,
    ),
  }));
  const design = buildDesign({ rowCount: 4 });
  const valueOf = (statistic: Statistic) => estimateStatistic(design, statistic).estimate;

  test.each([
    {
      cutoff: 0.5,
      values: [0.5, 0.75, 0.375, 0.205528846153846, 0.165457038954635],
      poor: [0, 1, 1, 0],
      censored: [0.25, 0.5, 0.25, 0.5],
      parts: [1 / 6, 1 / 3, 1 / 6, 1 / 3],
    },
    {
      cutoff: "union" as const,
      values: [0.75, 7 / 12, 0.4375, 0.210737179487179, 0.165891066732413],
      poor: [0, 1, 1, 1],
      censored: [0.25, 0.75, 0.25, 0.5],
      parts: [1 / 7, 3 / 7, 1 / 7, 2 / 7],
    },
    {
      cutoff: 1,
      values: [0.25, 1, 0.25, 0.116987179487179, 0.0921063445101907],
      poor: [0, 0, 1, 0],
      censored: [0.25, 0.25, 0.25, 0.25],
      parts: [0.25, 0.25, 0.25, 0.25],
    },
  ])("cutoff $cutoff", ({ cutoff, values, poor, censored, parts }) => {
    const counted = countDeprivations({ dimensions, cutoff });
    expect([...counted.score]).toEqual([0, 0.5, 1, 0.25]);
    expect([...counted.poor]).toEqual(poor);
    const found = [
      headcount(counted),
      intensity(counted),
      adjustedHeadcount(counted),
      adjustedGap(counted, 1),
      adjustedGap(counted, 2),
    ].map(valueOf);
    for (const [at, value] of values.entries()) expect(found[at]).toBeCloseTo(value, 12);
    for (const [at, dimension] of dimensions.entries()) {
      expect(valueOf(rawHeadcount(counted, dimension))).toBe([0.25, 0.75, 0.25, 0.5][at]);
      expect(valueOf(censoredHeadcount(counted, dimension))).toBe(censored[at]);
      expect(valueOf(contribution(counted, dimension))).toBeCloseTo(parts[at] ?? 0, 14);
    }
  });
});

test("M0 = H · A adds up over groups and over dimensions, whatever the answers", () => {
  const aRow = fc.record({
    weight: fc.integer({ min: 1, max: 90 }),
    group: fc.integer({ min: 0, max: 1 }),
    answers: fc.array(fc.constantFrom(0, 0, 1), { minLength: 3, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(aRow, { minLength: 3, maxLength: 30 }), (rows) => {
      const design: Design = buildDesign({ weight: Float64Array.from(rows, ({ weight }) => weight) });
      const dimensions: Dimension[] = [1 / 3, 1 / 2, 1 / 6].map((weight, at) => ({
        name: String(at),
        weight,
        gap: Float64Array.from(rows, ({ answers }) => answers[at] ?? 0),
      }));
      const counted = countDeprivations({ dimensions, cutoff: 0.5 });
      const valueOf = (statistic: Statistic) => estimateStatistic(design, statistic).estimate;
      const whole = valueOf(adjustedHeadcount(counted));
      const overDimensions = dimensions.reduce(
        (sum, one) => sum + one.weight * valueOf(censoredHeadcount(counted, one)),
        0,
      );
      expect(overDimensions).toBeCloseTo(whole, 12);
      const groups = [0, 1].map((name) => Uint8Array.from(rows, ({ group }) => Number(group === name)));
      const overGroups = groups
        .filter((group) => group.includes(1))
        .reduce(
          (sum, group) =>
            sum + valueOf(populationShare(counted, group)) * valueOf(adjustedHeadcount(counted, group)),
          0,
        );
      expect(overGroups).toBeCloseTo(whole, 12);
      if (whole === 0) return;
      expect(valueOf(headcount(counted)) * valueOf(intensity(counted))).toBeCloseTo(whole, 12);
      const parts = groups.map((group) => valueOf(groupContribution(counted, group)));
      expect(parts.reduce((sum, own) => sum + own, 0)).toBeCloseTo(1, 12);
    }),
  );
});

test("a sum of weights that rounding leaves just below the cutoff reaches it", () => {
  const gap = Float64Array.of(1, 0);
  const dimensions = [0.1, 0.1, 0.1, 0.7].map((weight, at) => ({
    name: String(at),
    weight,
    gap: at < 3 ? gap : Float64Array.of(0, 0),
  }));
  expect([...countDeprivations({ dimensions, cutoff: 0.3 }).poor]).toEqual([1, 0]);
});

test("a household with an unknown dimension is neither poor nor not", () => {
  const dimensions = [0, 1].map((at) => ({
    name: String(at),
    weight: 0.5,
    gap: at === 0 ? Float64Array.of(1, 0, 1) : Float64Array.of(1, 0, Number.NaN),
  }));
  const counted = countDeprivations({ dimensions, cutoff: 0.5 });
  const design = buildDesign({ rowCount: 3 });
  const [first] = counted.dimensions;
  expect(estimateStatistic(design, headcount(counted))).toMatchObject({ estimate: 0.5, rows: 2 });
  expect(first && estimateStatistic(design, rawHeadcount(counted, first)).rows).toBe(2);
  const group = Uint8Array.of(1, 0, 1);
  expect(estimateStatistic(design, populationShare(counted, group)).estimate).toBe(0.5);
  expect(estimateStatistic(design, groupContribution(counted, group)).estimate).toBe(1);
});

test.each<[string, Counting]>([
  ["weights-wrong", { dimensions: [], cutoff: 0.5 }],
  ["weights-wrong", { dimensions: [{ name: "a", weight: 0.9, gap: Float64Array.of(1) }], cutoff: 0.5 }],
  ["cutoff-wrong", { dimensions: [{ name: "a", weight: 1, gap: Float64Array.of(1) }], cutoff: 0 }],
  ["gap-wrong", { dimensions: [{ name: "a", weight: 1, gap: Float64Array.of(2) }], cutoff: 0.5 }],
  [
    "column-wrong",
    {
      dimensions: [
        { name: "a", weight: 0.5, gap: Float64Array.of(1) },
        { name: "b", weight: 0.5, gap: Float64Array.of(1, 0) },
      ],
      cutoff: 0.5,
    },
  ],
])("refused: %s", (code, counting) => {
  expect(() => countDeprivations(counting)).toThrow(`multidimensional.${code}`);
});
