import { describe, expect, test } from "vitest";
import { readVectorTable, relativeError } from "../../../test/reference-data.ts";
import { type DesignInput, type Lonely, buildDesign, degreesOfFreedom } from "./design.ts";
import { covarianceOfTotals, varianceOfTotal } from "./variance.ts";

const fpc = readVectorTable("survey/vectors/fpc.csv");
const mu284 = readVectorTable("survey/vectors/mu284_twostage.csv");
const scd = readVectorTable("survey/vectors/scd.csv");

function seOfTotal(input: DesignInput, y: Float64Array): number {
  const design = buildDesign(input);
  const u = y.map((own, row) => own * (design.weight[row] ?? 0));
  return Math.sqrt(varianceOfTotal(design, u));
}

describe("the variance of a total is R survey's", () => {
  const stratified = {
    weight: fpc.numbers("weight"),
    strata: fpc.texts("stratid"),
    clusters: [fpc.texts("psuid")],
  };

  test("strata, with replacement and with finite populations", () => {
    expect(relativeError(seOfTotal(stratified, fpc.numbers("x")), 20.0142448227579)).toBeLessThan(1e-8);
    expect(
      relativeError(
        seOfTotal({ ...stratified, populations: [fpc.numbers("Nh")] }, fpc.numbers("x")),
        16.6330994348606,
      ),
    ).toBeLessThan(1e-8);
  });

  test("two stages with finite populations; the weights follow from them", () => {
    const design: DesignInput = {
      clusters: [mu284.texts("id1"), mu284.texts("id2")],
      populations: [mu284.numbers("n1"), mu284.numbers("n2")],
    };
    expect(relativeError(seOfTotal(design, mu284.numbers("y1")), 2274.25470087333)).toBeLessThan(1e-8);
  });

  test("units are read inside their stratum; several totals at once", () => {
    const design = buildDesign({ strata: scd.texts("ESA"), clusters: [scd.texts("ambulance")] });
    const [arrests = [], alive = []] = covarianceOfTotals(design, [
      scd.numbers("arrests"),
      scd.numbers("alive"),
    ]);
    expect(relativeError(Math.sqrt(arrests[0] ?? 0), 152.35813073151)).toBeLessThan(1e-8);
    expect(relativeError(Math.sqrt(alive[1] ?? 0), 21.4941852602047)).toBeLessThan(1e-8);
    expect(arrests[1]).toBe(alive[0]);
    expect(degreesOfFreedom(design)).toBe(3);
  });
});

describe("a stratum with one unit", () => {
  const kept = Array.from(
    fpc.texts("stratid"),
    (stratum, row) => stratum === "1" || fpc.texts("psuid")[row] === "1",
  );
  const only = <T>(values: ArrayLike<T>) => Array.from(values).filter((_, row) => kept[row]);
  const x = Float64Array.from(only(fpc.numbers("x")));
  const input = {
    weight: Float64Array.from(only(fpc.numbers("weight"))),
    strata: only(fpc.texts("stratid")),
  };

  test.each<[Lonely, number]>([
    ["average", 23.8834671146425],
    ["certainty", 16.8881615550096],
    ["adjust", 22.4555117143622],
  ])("%s is R survey's", (lonely, expected) => {
    expect(relativeError(seOfTotal({ ...input, lonely }, x), expected)).toBeLessThan(1e-8);
  });

  test("merge joins it with its neighbour: as if both had been one stratum", () => {
    const { strata: _, ...plain } = input;
    expect(relativeError(seOfTotal({ ...input, lonely: "merge" }, x), seOfTotal(plain, x))).toBeLessThan(
      1e-8,
    );
    expect(degreesOfFreedom(buildDesign({ ...input, lonely: "merge" }))).toBe(5);
  });

  test("merge adds the populations, and leaves strata alone that were drawn whole", () => {
    const strata = ["a", "b", "b", "c", "d", "d"];
    const y = Float64Array.of(3, 5, 8, 13, 21, 34);
    const populations = [Float64Array.of(1, 4, 4, 5, 7, 7)];
    const merged = {
      strata: ["a", "b", "b", "c", "c", "c"],
      weight: Float64Array.of(1, 2, 2, 5, 3.5, 3.5),
      populations: [Float64Array.of(1, 4, 4, 12, 12, 12)],
    };
    expect(
      relativeError(
        seOfTotal({ strata, populations, lonely: "merge" }, y),
        seOfTotal({ ...merged, lonely: "certainty" }, y),
      ),
    ).toBeLessThan(1e-8);
  });

  test("at the second stage: judged by the village's other strata, else refused", () => {
    const y = Float64Array.of(3, 5, 8, 13, 21, 34);
    const input = {
      clusters: [["a", "a", "a", "b", "b", "b"]],
      populations: [new Float64Array(6).fill(9), Float64Array.of(7, 7, 4, 8, 8, 5)],
    };
    const innerStrata = ["T", "T", "G", "T", "T", "G"];
    // Each village's lone G counts for as much as its T.
    const inside =
      seOfTotal({ ...input, innerStrata }, y) ** 2 -
      seOfTotal({ ...input, innerStrata, lonely: "certainty" }, y) ** 2;
    expect(inside).toBeGreaterThan(0);
    const alone = {
      clusters: [["a", "a", "b"]],
      populations: [new Float64Array(3).fill(9), Float64Array.of(7, 7, 8)],
    };
    expect(() => seOfTotal(alone, Float64Array.of(1, 2, 3))).toThrow(/design\.one-unit/);
    expect(seOfTotal({ ...alone, lonely: "adjust" }, Float64Array.of(1, 2, 3))).toBeGreaterThan(0);
  });

  test("is never silently without error", () => {
    expect(() => seOfTotal({ strata: ["a", "b"] }, Float64Array.of(1, 2))).toThrow(/design\.one-unit/);
    expect(() => seOfTotal({ rowCount: 1, lonely: "merge" }, Float64Array.of(1))).toThrow(/design\.one-unit/);
  });
});

describe("refused, with a sentence", () => {
  const one = Float64Array.of(1, 1, 1);
  test.each<[string, DesignInput]>([
    ["design.no-rows", {}],
    ["design.columns-unequal", { weight: one, strata: ["a"] }],
    ["design.weight-negative", { weight: Float64Array.of(1, -1, 1) }],
    ["design.weight-missing", { weight: Float64Array.of(1, NaN, 1) }],
    ["design.label-missing", { strata: ["a", undefined, "b"] }],
    ["design.empty-stratum", { weight: Float64Array.of(1, 1, 0), strata: ["a", "a", "b"] }],
    ["design.population-too-small", { populations: [Float64Array.of(2, 2, 2)] }],
    ["design.population-varies", { populations: [Float64Array.of(5, 5, 6)] }],
    ["design.population-wrong", { populations: [Float64Array.of(5, 0, 5)] }],
    ["design.probability-wrong", { probabilities: [Float64Array.of(0.5, 1.5, 0.5)] }],
    ["design.too-many-stages", { populations: [one, one] }],
  ])("%s", (code, input) => {
    expect(() => buildDesign(input)).toThrow(expect.objectContaining({ code }));
  });
});
