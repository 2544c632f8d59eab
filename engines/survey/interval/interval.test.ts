/** Intervals against R 4.2 (values of engines/survey/vectors and of R's survey package) and against their own definitions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialTails } from "../distributions/binomial.ts";
import { markedInterval, markedUpper } from "./finite-population.ts";
import {
  agrestiCoull,
  clopperPearson,
  clopperPearsonUpper,
  jeffreys,
  normalInterval,
  studentInterval,
  wilson,
} from "./interval.ts";

type Pair = [number, number];
interface Vectors {
  intervals: ({ x: number; n: number; wilson_upper95_onesided: number; cp_upper95_onesided: number } & Record<
    "wilson95" | "cp95" | "jeffreys95" | "agresti_coull95" | "R_prop_test_wilson_nocorrect" | "R_binom_test",
    Pair
  >)[];
  hypergeometric_finite: {
    x: number;
    n: number;
    N: number;
    D_upper95_onesided: number;
    p_upper: number;
    D_two_sided95: Pair;
  }[];
}
const vectors: Vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, "../vectors/expected_intervals_plans.json"), "utf8"),
);

function expectPair(actual: { low: number; high: number }, [low, high]: Pair): void {
  expect(Math.abs(actual.low - low)).toBeLessThan(1e-10);
  expect(Math.abs(actual.high - high)).toBeLessThan(1e-10);
}

describe.each(vectors.intervals)("$x of $n", (vector) => {
  const count = { events: vector.x, n: vector.n, level: 0.95 };

  test("the two-sided intervals are those of R", () => {
    expect.hasAssertions();
    expectPair(wilson(count), vector.wilson95);
    expectPair(wilson(count), vector.R_prop_test_wilson_nocorrect);
    expectPair(clopperPearson(count), vector.cp95);
    expectPair(clopperPearson(count), vector.R_binom_test);
    expectPair(jeffreys(count), vector.jeffreys95);
    expectPair(agrestiCoull(count), vector.agresti_coull95);
  });

  test("the one-sided limits are those of R", () => {
    const upper = clopperPearsonUpper(vector.x, vector.n, 0.05);
    expect(Math.abs(upper - vector.cp_upper95_onesided)).toBeLessThan(1e-10);
    const { high } = wilson({ ...count, level: 0.9 });
    expect(Math.abs(high - vector.wilson_upper95_onesided)).toBeLessThan(1e-10);
  });
});

test.each(vectors.hypergeometric_finite)("$x of $n from $N: exact limits of the marked", (vector) => {
  const sample = { events: vector.x, n: vector.n, population: vector.N };
  const upper = markedUpper(sample, 0.05);
  expect(upper).toBe(vector.D_upper95_onesided);
  expect(upper / vector.N).toBeCloseTo(vector.p_upper, 12);
  const { low, high } = markedInterval(sample, 0.95);
  expect([low, high]).toEqual(vector.D_two_sided95);
});

test("a limit of Clopper and Pearson is where the tail has its probability", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, share) => {
        const events = Math.floor(share * n);
        const { low, high } = clopperPearson({ events, n, level: 0.9 });
        if (events < n) expect(binomialTails(events, n, high).atMost).toBeCloseTo(0.05, 9);
        if (events > 0) expect(binomialTails(events - 1, n, low).above).toBeCloseTo(0.05, 9);
        expect(low <= events / n && events / n <= high).toBe(true);
      },
    ),
    { numRuns: 300, seed: 4 },
  );
});

test("a census leaves nothing open", () => {
  expect(markedInterval({ events: 3, n: 80, population: 80 }, 0.95)).toEqual({ low: 3, high: 3 });
});

test("t and normal intervals: R's confint of the mean of api00", () => {
  const mean = { estimate: 662.287363159321, standardError: 9.40894080278458, level: 0.95 };
  const { low, high } = studentInterval({ ...mean, degreesOfFreedom: 197 });
  expect(low).toBeCloseTo(643.732188272086, 8);
  expect(high).toBeCloseTo(680.842538046555, 8);
  const normal = normalInterval(mean);
  expect(normal.high - normal.low).toBeCloseTo(2 * 1.959963984540054 * mean.standardError, 10);
});

test("what no interval can be computed from is said", () => {
  expect(() => wilson({ events: 3, n: 2, level: 0.95 })).toThrow("interval.bad-count");
  expect(() => clopperPearson({ events: 0, n: 0, level: 0.95 })).toThrow("interval.bad-count");
  expect(() => wilson({ events: 1, n: 2, level: 95 })).toThrow("interval.bad-level");
  expect(() => normalInterval({ estimate: 1, standardError: -1, level: 0.95 })).toThrow(
    "interval.bad-estimate",
  );
  expect(() => studentInterval({ estimate: 1, standardError: 1, degreesOfFreedom: 0, level: 0.95 })).toThrow(
    "interval.no-degrees-of-freedom",
  );
  expect(() => markedUpper({ events: 0, n: 10, population: 9 }, 0.05)).toThrow("interval.bad-population");
});
