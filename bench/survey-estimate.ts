/** A ratio over 100,000 rows in 2,000 villages of 40 strata: design, estimate and standard error, from columns in memory. */
import { type DesignInput, buildDesign, degreesOfFreedom } from "../engines/survey/design/design.ts";
import { replicateDegreesOfFreedom } from "../engines/survey/design/replicates.ts";
import { estimateStatistic } from "../engines/survey/estimate/estimate.ts";
import { ratioOf } from "../engines/survey/estimate/statistic.ts";
import type { Finding } from "./bound.ts";
import { seededRandom } from "./survey-county.ts";

const [rowCount, villages, strata, replicates] = [100_000, 2_000, 40, 60];
const bound = 2;

export function estimateManyRows(say: (finding: Finding) => void): void {
  const { input, persons, wrong, weights } = makeSample();
  const ratio = () => ratioOf(wrong, persons);
  const taylor = secondsOf(() => {
    const design = buildDesign(input);
    return [estimateStatistic(design, ratio()), degreesOfFreedom(design)];
  });
  const jackknife = secondsOf(() => estimateStatistic(buildDesign(input), ratio(), { kind: "jkn" }));
  const { clusters: _, ...alone } = input;
  const rowByRow = secondsOf(() => estimateStatistic(buildDesign(alone), ratio()));
  say({
    what: "100,000 rows, Taylor",
    value: taylor,
    unit: "s",
    bound,
    beside: { "JKn of 2,000 villages, s": jackknife, "each row its own unit, s": rowByRow },
  });
  const repeated = { kind: "replicates" as const, weights, scale: 1 / replicates };
  const supplied = secondsOf(() => {
    const design = buildDesign(input);
    return [estimateStatistic(design, ratio(), repeated), replicateDegreesOfFreedom(repeated)];
  });
  say({ what: "100,000 rows, 60 replicates", value: supplied, unit: "s", bound });
}

function secondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

interface Sample {
  input: DesignInput;
  persons: Float64Array;
  wrong: Float64Array;
  weights: Float64Array[];
}

function makeSample(): Sample {
  const random = seededRandom(20_201_123);
  const column = (of: (row: number) => number) =>
    Float64Array.from({ length: rowCount }, (_, row) => of(row));
  const villageOf = (row: number) => row % villages;
  const weight = column(() => 1 + random());
  const persons = column(() => 1 + Math.floor(random() * 6));
  const wrong = persons.map((own) => (random() < 0.02 ? own : 0));
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const input = {
    weight,
    strata: rows.map((row) => `stratum ${villageOf(row) % strata}`),
    clusters: [rows.map((row) => `village ${villageOf(row)}`)],
  };
  // Half of the villages of each stratum count double, as in balanced half-samples.
  const weights = Array.from({ length: replicates }, () => {
    const counts = Float64Array.from({ length: villages }, () => (random() < 0.5 ? 2 : 0));
    return weight.map((own, row) => own * (counts[villageOf(row)] ?? 0));
  });
  return { input, persons, wrong, weights };
}
