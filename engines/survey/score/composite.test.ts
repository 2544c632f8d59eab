/** 43 countries by 8 indicators (COINr's ASEM data) against R: normalisations, aggregation, sensitivity, ranks with their sets. */
import { describe, expect, test } from "vitest";
import { readVector, readVectorTable, relativeError } from "../../../test/reference-data.ts";
import { rankSets } from "./rank-sets.ts";
import {
  type Choice,
  type Indicator,
  effectiveWeights,
  leaveOneOut,
  rankBands,
  variantsOf,
} from "./sensitivity.ts";

type Columns =
  | "minmax_equal"
  | "zscore_equal"
  | "winsor5_minmax_equal"
  | "geometric_equal_1_100"
  | "rank_avg_equal"
  | "avg_shift_vs_equal"
  | "spearman_vs_equal"
  | "kendall_vs_equal"
  | "rank_min"
  | "rank_max"
  | "corr_indicator_composite";
type Expected = Record<Columns, number[]> & {
  units: string[];
  indicators: string[];
  weights: Record<string, number[]>;
  ranks_by_weightset: Record<string, number>[];
  leave_one_out_rank: number[][];
  rank_ci: Record<"lo" | "hi" | "rank", number[]> & { se: number };
};

const expected: Expected = JSON.parse(readVector("survey/vectors/expected_composite.json"));
const table = readVectorTable("survey/vectors/asem_physical.csv");
const indicators: Indicator[] = expected.indicators.map((name) => ({
  name,
  values: table.numbers(name),
  goalpost: { worst: 0, best: 100 },
}));
const equal: Choice = {
  name: "equal",
  weights: expected.weights["equal"] ?? [],
  normalisation: "min-max",
  aggregation: "arithmetic",
};
const choices = Object.entries(expected.weights).map(([name, weights]) => ({ ...equal, name, weights }));

/** The largest of the relative errors; the values near 0 are scores around a mean of 0. */
const furthest = (found: ArrayLike<number>, wanted: readonly number[]): number =>
  found.length === wanted.length
    ? Math.max(
        ...wanted.map((own, at) => (found[at] === own ? 0 : relativeError(found[at] ?? Number.NaN, own))),
      )
    : Infinity;

test("the units are those of the file", () => {
  expect(table.texts("uCode")).toEqual(expected.units);
});

test.each<[Columns, Partial<Choice>]>([
  ["minmax_equal", {}],
  ["zscore_equal", { normalisation: "z-score" }],
  ["winsor5_minmax_equal", { normalisation: "winsorised-min-max" }],
  ["geometric_equal_1_100", { aggregation: "geometric", scale: { low: 1, high: 100 } }],
  ["rank_avg_equal", { normalisation: "average-rank" }],
])("%s", (column, change) => {
  const [variant] = variantsOf(indicators, [{ ...equal, ...change }]);
  expect(furthest(variant?.scores ?? [], expected[column])).toBeLessThan(1e-8);
});

describe("five sets of weights", () => {
  const variants = variantsOf(indicators, choices);

  test("ranks, how far they move, how scores agree", () => {
    for (const [unit, byChoice] of expected.ranks_by_weightset.entries()) {
      expect(Object.fromEntries(variants.map(({ name, ranks }) => [name, ranks[unit]]))).toEqual(byChoice);
    }
    const of = (key: "shift" | "spearman" | "kendall") => variants.map((variant) => variant[key]);
    expect(furthest(of("shift"), expected.avg_shift_vs_equal)).toBeLessThan(1e-8);
    expect(furthest(of("spearman"), expected.spearman_vs_equal)).toBeLessThan(1e-8);
    expect(furthest(of("kendall"), expected.kendall_vs_equal)).toBeLessThan(1e-8);
  });

  test("the range of ranks of each unit", () => {
    const bands = rankBands(variants);
    expect(bands.map(({ best }) => best)).toEqual(expected.rank_min);
    expect(bands.map(({ worst }) => worst)).toEqual(expected.rank_max);
    for (const { best, low, median, high, worst } of bands) {
      expect([best, low, median, high, worst]).toEqual(
        [best, low, median, high, worst].sort((a, b) => a - b),
      );
    }
  });

  test("each indicator left out in turn", () => {
    const without = variantsOf(indicators, leaveOneOut(indicators, equal));
    for (const [unit, ranks] of expected.leave_one_out_rank.entries()) {
      expect(without.map((variant) => variant.ranks[unit])).toEqual(ranks);
    }
  });

  test("what each indicator really weighs", () => {
    const found = effectiveWeights(indicators, variants[0]?.scores ?? new Float64Array());
    expect(furthest(found, expected.corr_indicator_composite)).toBeLessThan(1e-8);
  });
});

test("the sets of ranks by Holm over all pairs", () => {
  const { se: standardError, lo, hi, rank } = expected.rank_ci;
  const units = expected.minmax_equal.map((estimate) => ({ estimate, standardError }));
  const { sets } = rankSets(units, 0.05);
  expect(sets).toEqual(rank.map((own, at) => ({ rank: own, low: lo[at], high: hi[at] })));
});
