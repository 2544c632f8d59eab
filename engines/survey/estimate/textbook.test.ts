/** Textbook samples that ship, against R survey 4.1.1: totals, means, ratios; BRR, Fay and the jackknife. */
import { describe, expect, test } from "vitest";
import { readVectorTable, relativeError } from "../../../test/reference-data.ts";
import { type Design, buildDesign } from "../design/design.ts";
import { jackknifeReplicates, jackknifeWeights } from "../design/jackknife.ts";
import { replicateDegreesOfFreedom, replicateVariance, requireReplicates } from "../design/replicates.ts";
import { type VarianceMethod, estimateStatistic } from "./estimate.ts";
import { type Statistic, meanOf, ratioOf, totalOf, weightedTotals } from "./statistic.ts";

/** The larger of the relative errors of estimate and standard error. */
function disagreement(
  design: Design,
  statistic: Statistic,
  [estimate, standardError]: [number, number],
  method?: VarianceMethod,
): number {
  const found = estimateStatistic(design, statistic, method);
  return Math.max(relativeError(found.estimate, estimate), relativeError(found.standardError, standardError));
}

test("strata, with and without finite populations", () => {
  const fpc = readVectorTable("survey/vectors/fpc.csv");
  const [x, strata, weight] = [fpc.numbers("x"), fpc.texts("stratid"), fpc.numbers("weight")];
  const open = buildDesign({ weight, strata });
  expect(disagreement(open, totalOf(x), [147.099999189377, 20.0142448227579])).toBeLessThan(1e-8);
  expect(disagreement(open, meanOf(x), [5.44814811812507, 0.741268326768812])).toBeLessThan(1e-8);
  const finite = buildDesign({ weight, strata, populations: [fpc.numbers("Nh")] });
  expect(disagreement(finite, totalOf(x), [147.099999189377, 16.6330994348606])).toBeLessThan(1e-8);
  expect(disagreement(finite, meanOf(x), [5.44814811812507, 0.616040719809653])).toBeLessThan(1e-8);
});

test("births in hospitals: unequal shares by stratum", () => {
  const hospital = readVectorTable("survey/vectors/hospital.csv");
  const births = hospital.numbers("births");
  const design = buildDesign({
    strata: hospital.texts("oblevel"),
    weight: hospital.numbers("weighta"),
    populations: [hospital.numbers("tothosp")],
  });
  expect(disagreement(design, totalOf(births), [183983, 34014.3498766819])).toBeLessThan(1e-8);
  expect(disagreement(design, meanOf(births), [1164.44936708861, 215.280695422038])).toBeLessThan(1e-8);
});

test("two stages: the mean of a total over an estimated number of units", () => {
  const mu284 = readVectorTable("survey/vectors/mu284_twostage.csv");
  const design = buildDesign({
    clusters: [mu284.texts("id1"), mu284.texts("id2")],
    populations: [mu284.numbers("n1"), mu284.numbers("n2")],
  });
  const y = mu284.numbers("y1");
  expect(disagreement(design, totalOf(y), [15080, 2274.25470087333])).toBeLessThan(1e-8);
  expect(disagreement(design, meanOf(y), [44.3529411764706, 2.27365272781592])).toBeLessThan(1e-8);
});

describe("survival after cardiac arrest: two ambulances in each of three areas", () => {
  const scd = readVectorTable("survey/vectors/scd.csv");
  const design = buildDesign({ strata: scd.texts("ESA"), clusters: [scd.texts("ambulance")] });
  const alive = ratioOf(scd.numbers("alive"), scd.numbers("arrests"));
  // The half-samples in which each ambulance counts, and then counts double.
  const inHalf = [
    [1, 1, 0, 0],
    [0, 0, 1, 1],
    [1, 0, 1, 0],
    [0, 1, 0, 1],
    [1, 0, 0, 1],
    [0, 1, 1, 0],
  ];
  const replicates = (rho: number) => ({
    kind: "replicates" as const,
    weights: [0, 1, 2, 3].map((at) => Float64Array.from(inHalf, (own) => (own[at] === 1 ? 2 - rho : rho))),
    scale: 1 / (4 * (1 - rho) ** 2),
  });

  test("Taylor, balanced half-samples, Fay's form and the jackknife", () => {
    const estimate = 0.153506350082827;
    expect(disagreement(design, alive, [estimate, 0.00980730359997476])).toBeLessThan(1e-8);
    expect(disagreement(design, alive, [estimate, 0.00941840066991849], replicates(0))).toBeLessThan(1e-8);
    expect(disagreement(design, alive, [estimate, 0.00952518747770524], replicates(0.3))).toBeLessThan(1e-8);
    expect(disagreement(design, alive, [estimate, 0.00984645720399716], { kind: "jkn" })).toBeLessThan(1e-8);
  });

  test("replicate weights of the jackknife give what its totals give", () => {
    const left = jackknifeReplicates(design);
    const values = left.map((one) => alive.value(weightedTotals(jackknifeWeights(design, one), alive)));
    const variance = replicateVariance(
      values,
      Float64Array.from(left, ({ scale }) => scale),
    );
    expect(relativeError(Math.sqrt(variance), 0.00984645720399716)).toBeLessThan(1e-8);
  });

  test("degrees of freedom of replicates are their rank minus one", () => {
    expect(replicateDegreesOfFreedom(replicates(0))).toBe(3);
    const twice = { weights: [...replicates(0).weights, ...replicates(0).weights], scale: 1 };
    expect(replicateDegreesOfFreedom(twice)).toBe(3);
  });

  test("replicates that cannot be used are refused", () => {
    const { weights } = replicates(0);
    const refused = expect.objectContaining({ code: "design.replicates-wrong" });
    expect(() => requireReplicates({ weights: [], scale: 1 }, 6)).toThrow(refused);
    expect(() => requireReplicates({ weights, scale: 0 }, 6)).toThrow(refused);
    expect(() => requireReplicates({ weights, scale: 1 }, 7)).toThrow(/design\.columns-unequal/);
  });
});

describe("the jackknife and a stratum with one unit", () => {
  test("adjust differs from linearisation, as the methods say", () => {
    const table = readVectorTable("survey/vectors/fpc.csv");
    const [stratum, unit] = [table.texts("stratid"), table.texts("psuid")];
    const kept = (_: unknown, row: number) => stratum[row] === "1" || unit[row] === "1";
    const design = buildDesign({
      strata: Array.from(stratum).filter(kept),
      weight: table.numbers("weight").filter(kept),
      lonely: "adjust",
    });
    const errorBy = (kind: "taylor" | "jkn") =>
      estimateStatistic(design, totalOf(table.numbers("x").filter(kept)), { kind }).standardError;
    expect(errorBy("taylor")).toBeCloseTo(22.46, 2);
    expect(errorBy("jkn")).toBeCloseTo(21.49, 2);
  });

  const y = Float64Array.of(3, 5, 8, 13, 21);
  const strata = ["a", "a", "b", "c", "c"];
  test.each(["merge", "average", "certainty", "adjust"] as const)(
    "%s: as by linearisation for a total",
    (lonely) => {
      const design = buildDesign({ strata, lonely });
      const [taylor, jkn] = (["taylor", "jkn"] as const).map((kind) =>
        estimateStatistic(design, totalOf(y), { kind }),
      );
      expect(jkn?.standardError).toBeGreaterThan(0);
      // Leaving a whole stratum out moves the mean of the replicates too: only roughly the same.
      const bound = lonely === "adjust" ? 0.5 : 1e-8;
      expect(relativeError(jkn?.standardError ?? 0, taylor?.standardError ?? 0)).toBeLessThan(bound);
    },
  );
});
