/** The rates of a made-up county from its sample of 24 villages and 691 households: R survey's values (expected_synth_county). */
import { describe, expect, test } from "vitest";
import { readVector, readVectorTable, relativeError } from "../../../test/reference-data.ts";
import { type Design, buildDesign, degreesOfFreedom } from "../design/design.ts";
import { kornGraubard, kornGraubardLimits } from "../interval/korn-graubard.ts";
import { compositeIncidence } from "./composite.ts";
import { type VarianceMethod, estimateStatistic } from "./estimate.ts";
import { type Statistic, meanOf, ratioOf, totalOf } from "./statistic.ts";

interface Limits {
  neff: number;
  lo: number;
  hi: number;
  upper95_onesided: number;
}
interface Rate {
  est: number;
  se: number;
  kg_hh?: Limits;
  kg_persons?: Limits;
}
interface Expected {
  df: number;
  n_persons_T: number;
  n_hh_T: number;
  n_hh_G: number;
  wrong_exit: Rate;
  missed: Rate;
  satisfied_all: Rate;
  satisfied_T: Rate;
  composite: Rate;
  XT_hat: number;
  XG_hat: number;
  N_hat_hh: number;
}
interface County {
  truth: { pop: number; persons: { T: number; G: number; K: number } };
  ultimate_cluster_WR: Expected;
  brewer_two_stage: Expected;
  jkn: { nrep: number; wrong_exit: Rate; missed: Rate };
}

const county: County = JSON.parse(readVector("survey/vectors/expected_synth_county.json"));
const sample = readVectorTable("survey/vectors/synth_county_sample.csv");
const [persons, weight] = [sample.numbers("persons"), sample.numbers("w")];
const isType = (type: string) => Uint8Array.from(sample.texts("htype"), (own) => Number(own === type));
const [lifted, notRegistered] = [isType("T"), isType("G")];
const personsWith = (name: string) => sample.numbers(name).map((own, row) => own * (persons[row] ?? 0));
const wrongExit = ratioOf(personsWith("wrong_exit"), persons, lifted);
const missed = ratioOf(personsWith("missed"), persons, notRegistered);
const composite = compositeIncidence(
  {
    poor: county.truth.persons.K,
    lifted: county.truth.persons.T,
    notRegistered: county.truth.persons.G,
    population: county.truth.pop,
  },
  wrongExit,
  missed,
);
const satisfied = sample.numbers("satisfied");
const strata = sample.texts("vtype");
const village = sample.texts("village");

const ultimate = buildDesign({ weight, strata, clusters: [village] });
const second = sample.numbers("n_h").map((own, row) => own / (sample.numbers("N_h")[row] ?? 0));
const brewer = buildDesign({
  weight,
  strata,
  innerStrata: sample.texts("htype"),
  clusters: [village],
  probabilities: [sample.numbers("pi1"), second],
});

/** The larger of the relative errors of estimate and standard error. */
function disagreement(
  design: Design,
  statistic: Statistic,
  { est, se }: Rate,
  method?: VarianceMethod,
): number {
  const found = estimateStatistic(design, statistic, method);
  return Math.max(relativeError(found.estimate, est), relativeError(found.standardError, se));
}

describe.each<[string, Design, Expected]>([
  ["villages with replacement", ultimate, county.ultimate_cluster_WR],
  ["Brewer's two stages", brewer, county.brewer_two_stage],
])("%s", (_, design, expected) => {
  test("rates, their standard errors and the composite incidence", () => {
    expect(disagreement(design, wrongExit, expected.wrong_exit)).toBeLessThan(1e-8);
    expect(disagreement(design, missed, expected.missed)).toBeLessThan(1e-8);
    expect(disagreement(design, meanOf(satisfied), expected.satisfied_all)).toBeLessThan(1e-8);
    expect(disagreement(design, meanOf(satisfied, lifted), expected.satisfied_T)).toBeLessThan(1e-8);
    expect(disagreement(design, composite, expected.composite)).toBeLessThan(1e-8);
    expect(degreesOfFreedom(design)).toBe(expected.df);
  });

  test("numbers of persons and households", () => {
    const total = (y: Float64Array, group?: Uint8Array) =>
      estimateStatistic(design, totalOf(y, group)).estimate;
    expect(relativeError(total(persons, lifted), expected.XT_hat)).toBeLessThan(1e-8);
    expect(relativeError(total(persons, notRegistered), expected.XG_hat)).toBeLessThan(1e-8);
    expect(relativeError(total(persons.map(() => 1)), expected.N_hat_hh)).toBeLessThan(1e-8);
    expect(estimateStatistic(design, wrongExit).rows).toBe(expected.n_hh_T);
    expect(estimateStatistic(design, missed).rows).toBe(expected.n_hh_G);
  });

  test("Korn-Graubard limits by households and by persons", () => {
    const worst = (statistic: Statistic, rows: number, limits: Limits | undefined): number => {
      const { estimate: proportion, standardError } = estimateStatistic(design, statistic);
      const given = {
        proportion,
        standardError,
        rows,
        degreesOfFreedom: degreesOfFreedom(design),
        capped: true,
      };
      const { low, high, effectiveSize } = kornGraubard({ ...given, level: 0.95 });
      const { upper } = kornGraubardLimits({ ...given, alpha: 0.05 });
      const expected = [limits?.lo, limits?.hi, limits?.upper95_onesided, limits?.neff];
      return Math.max(
        ...[low, high, upper, effectiveSize].map((own, at) => relativeError(own, expected[at] ?? 0)),
      );
    };
    expect(worst(wrongExit, expected.n_hh_T, expected.wrong_exit.kg_hh)).toBeLessThan(1e-6);
    expect(worst(wrongExit, expected.n_persons_T, expected.wrong_exit.kg_persons)).toBeLessThan(1e-6);
    expect(worst(missed, expected.n_hh_G, expected.missed.kg_hh)).toBeLessThan(1e-6);
  });
});

test("the jackknife leaves out one village at a time", () => {
  expect(disagreement(ultimate, wrongExit, county.jkn.wrong_exit, { kind: "jkn" })).toBeLessThan(1e-8);
  expect(disagreement(ultimate, missed, county.jkn.missed, { kind: "jkn" })).toBeLessThan(1e-8);
});
