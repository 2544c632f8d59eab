/** The three answers, the two looks, the sequential test, bounds for those not reached, and assessors who err. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { alphaTest } from "./alpha-test.ts";
import { alphaOfLook, decide, decideByLooks, decideRate } from "./decision.ts";
import { nonResponseBounds } from "./non-response.ts";
import { roganGladen } from "./rogan-gladen.ts";

const sample = { rows: 525, degreesOfFreedom: 28, limit: 0.02, alpha: 0.05 };

test("certified, failed and inconclusive by where the limits lie", () => {
  expect(decide({ lower: 0.001, upper: 0.0199 }, 0.02)).toBe("certified");
  expect(decide({ lower: 0.0201, upper: 0.05 }, 0.02)).toBe("failed");
  expect(decide({ lower: 0.01, upper: 0.02 }, 0.02)).toBe("inconclusive");
  expect(decide({ lower: 0.02, upper: 0.03 }, 0.02)).toBe("inconclusive");
});

test("no error among 525: certified under a planned design effect of 1.5, not among 200", () => {
  const none = { ...sample, proportion: 0, standardError: 0, plannedDesignEffect: 1.5 };
  expect(decideRate(none)).toMatchObject({ decision: "certified", effectiveSize: 350, estimate: 0 });
  expect(decideRate({ ...none, rows: 200 }).decision).toBe("inconclusive");
});

test("the made-up county at 2.9 %: not enough evidence, and with half the error still not failed", () => {
  const county = { ...sample, proportion: 0.0292789349611235, rows: 267, degreesOfFreedom: 22 };
  const decision = decideRate({ ...county, standardError: 0.012294369338647 });
  expect(decision.decision).toBe("inconclusive");
  expect(decision.upper).toBeCloseTo(0.060733489, 8);
  expect(decision.effectiveSize).toBeCloseTo(169.484521038973, 8);
  expect(decideRate({ ...county, standardError: 0.004, rows: 2_000 }).decision).toBe("failed");
});

test("a limit that is none is said", () => {
  expect(() => decideRate({ ...sample, proportion: 0, standardError: 0, limit: 2 })).toThrow(
    "decision.bad-limit",
  );
});

test("two looks: the extension is the last word, each look at half of alpha", () => {
  expect(alphaOfLook(0.05, 2)).toBe(0.025);
  expect(decideByLooks("certified")).toEqual({ decision: "certified", look: 1, final: true });
  expect(decideByLooks("failed", "certified")).toEqual({ decision: "failed", look: 1, final: true });
  expect(decideByLooks("inconclusive")).toEqual({ decision: "inconclusive", look: 1, final: false });
  expect(decideByLooks("inconclusive", "certified")).toEqual({ decision: "certified", look: 2, final: true });
  expect(decideByLooks("inconclusive", "inconclusive").final).toBe(true);
});

const fixed = { limit: 0.02, alpha: 0.05, expectedRight: 0.998 };

test.each([
  [500, 139, 20.372976],
  [2_000, 158, 20.275487],
  [7_000, 163, undefined],
])("ALPHA without an error in %d households stops at %d", (population, stop, statistic) => {
  const { statistics, stoppedAt } = alphaTest({ ...fixed, population }, Array(stop).fill(true));
  expect(stoppedAt).toBe(stop);
  if (statistic !== undefined) expect(statistics[stop - 1]).toBeCloseTo(statistic, 6);
});

test("ALPHA with shrinkage: 100 right, one wrong, 299 right", () => {
  const outcomes = [...Array(100).fill(true), false, ...Array(299).fill(true)];
  const { statistics } = alphaTest({ ...fixed, population: 2_000, expectationWeight: 1_000 }, outcomes);
  expect(statistics[99]).toBeCloseTo(6.5643, 5);
  expect(statistics[100]).toBeCloseTo(0.566917, 6);
  expect(statistics[399]).toBeCloseTo(236.554, 3);
});

test("ALPHA bets fairly: at the limit the mean of T over all orders stays 1", () => {
  // Two of eight err, the limit is a quarter: all 28 orders, by which two places the errors have.
  const orders = Array.from({ length: 64 }, (_, at) => [Math.floor(at / 8), at % 8] as const).filter(
    ([first, second]) => first < second,
  );
  for (const expectationWeight of [2, 50]) {
    const plan = { population: 8, limit: 0.25, alpha: 0.05, expectedRight: 0.9, expectationWeight };
    const paths = orders.map(
      ([first, second]) =>
        alphaTest(
          plan,
          Array.from({ length: 8 }, (_, at) => at !== first && at !== second),
        ).statistics,
    );
    for (let step = 0; step < 8; step += 1) {
      const mean = paths.reduce((sum, path) => sum + (path[step] ?? 0), 0) / paths.length;
      expect(mean).toBeCloseTo(1, 10);
    }
  }
});

test("ALPHA over everybody: a place below the limit is proven, one above it never", () => {
  const outcomes = (wrong: number) =>
    Array.from({ length: 100 }, (_, at) => at % 10 !== 0 || at / 10 >= wrong);
  expect(alphaTest({ ...fixed, population: 100 }, outcomes(1)).stoppedAt).toBeLessThanOrEqual(100);
  expect(alphaTest({ ...fixed, population: 100 }, outcomes(3)).stoppedAt).toBeUndefined();
  expect(() => alphaTest({ ...fixed, population: 10 }, outcomes(0))).toThrow(
    "decision.sample-beyond-population",
  );
  expect(() => alphaTest({ ...fixed, population: 100, expectedRight: 0.9 }, [])).toThrow(
    "decision.bad-alpha-plan",
  );
});

test("bounds hold those not reached for right, then for wrong", () => {
  const bounds = nonResponseBounds(Float64Array.from([1, 0, Number.NaN, 0]), Float64Array.from([1, 2, 3, 4]));
  expect(bounds).toEqual({ low: 0.1, high: 0.4, amongReached: 1 / 7, responseShare: 0.7 });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, Number.NaN), { minLength: 1 }), (rows) => {
      if (rows.every(Number.isNaN)) return;
      const { low, high, amongReached, responseShare } = nonResponseBounds(Float64Array.from(rows));
      expect(low <= amongReached && amongReached <= high + 1e-12).toBe(true);
      expect(high - low).toBeCloseTo(1 - responseShare, 12);
    }),
  );
  expect(() => nonResponseBounds(Float64Array.of(Number.NaN))).toThrow("decision.nobody-reached");
  expect(() => nonResponseBounds(Float64Array.of(2))).toThrow("decision.bad-outcome");
  expect(() => nonResponseBounds(Float64Array.of(0), Float64Array.of(-1))).toThrow("decision.bad-weight");
});

test("at 2 % a false alarm rate of 1 % doubles the rate, and the correction takes it out", () => {
  const exact = (estimate: number) => ({ estimate, standardError: 0 });
  const observed = 0.01 * 0.95 + 0.99 * 0.01;
  expect(roganGladen(exact(observed), exact(0.95), exact(0.99)).estimate).toBeCloseTo(0.01, 12);
  expect(roganGladen(exact(0.005), exact(0.95), exact(0.99))).toMatchObject({ estimate: 0 });
  expect(() => roganGladen(exact(0.1), exact(0.5), exact(0.5))).toThrow("decision.no-better-than-chance");
});

test("the corrected standard error is that of small changes in each of the three", () => {
  const share = fc.double({ min: 0.8, max: 0.99, noNaN: true });
  const error = fc.double({ min: 0.001, max: 0.02, noNaN: true });
  fc.assert(
    fc.property(share, share, error, error, error, (se, sp, ofRate, ofSe, ofSp) => {
      const at = (rate: number, sensitivity: number, specificity: number): number =>
        (rate + specificity - 1) / (sensitivity + specificity - 1);
      const rate = 0.3;
      const h = 1e-6;
      const slopes = [
        (at(rate + h, se, sp) - at(rate - h, se, sp)) / (2 * h),
        (at(rate, se + h, sp) - at(rate, se - h, sp)) / (2 * h),
        (at(rate, se, sp + h) - at(rate, se, sp - h)) / (2 * h),
      ] as const;
      const expected = Math.hypot(slopes[0] * ofRate, slopes[1] * ofSe, slopes[2] * ofSp);
      const { standardError } = roganGladen(
        { estimate: rate, standardError: ofRate },
        { estimate: se, standardError: ofSe },
        { estimate: sp, standardError: ofSp },
      );
      expect(standardError / expected).toBeCloseTo(1, 6);
    }),
  );
});

test("there is one look at least", () => {
  expect(alphaOfLook(0.05, 1)).toBe(0.05);
  for (const looks of [0, -1, 1.5, Number.NaN]) {
    expect(() => alphaOfLook(0.05, looks)).toThrow("decision.bad-looks");
  }
});
