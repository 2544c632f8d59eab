/** Our distributions against @stdlib over wide random parameters, and against the identities that bind them. */
import stdlibBeta from "@stdlib/stats-base-dists-beta-quantile";
import stdlibNormal from "@stdlib/stats-base-dists-normal-quantile";
import stdlibStudent from "@stdlib/stats-base-dists-t-quantile";
import fc from "fast-check";
import { expect, test } from "vitest";
import { betaCdf, betaPoint, betaQuantile, betaTails } from "./beta.ts";
import { binomialCdf, binomialTails } from "./binomial.ts";
import { hypergeometricCdf, hypergeometricTails } from "./hypergeometric.ts";
import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";
import { studentCdf, studentQuantile } from "./student-t.ts";

const runs = { numRuns: 3_000, seed: 4 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Even over the orders of magnitude. */
const scale = (min: number, max: number) => between(Math.log(min), Math.log(max)).map(Math.exp);
const probability = fc.oneof(
  between(1e-6, 1 - 1e-6),
  scale(1e-12, 0.5),
  scale(1e-10, 0.5).map((tail) => 1 - tail),
);

function relativeGap(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
}

test("normal quantiles agree with @stdlib and go back through the cdf", () => {
  fc.assert(
    fc.property(probability, (p) => {
      const x = normalQuantile(p);
      // @stdlib starts from 2p − 1, which keeps p to 1e-16 only; ours is held to the tail itself below.
      const theirLoss = 4e-16 / normalDensity(x);
      expect(Math.abs(x - stdlibNormal(p, 0, 1))).toBeLessThan(1e-10 * Math.max(1, Math.abs(x)) + theirLoss);
      expect(relativeGap(normalCdf(x), p)).toBeLessThanOrEqual(1e-12);
      expect(relativeGap(normalCdf(-x), 1 - p)).toBeLessThanOrEqual(1e-12);
    }),
    runs,
  );
});

test("normal values known to forty digits, and tails down to the smallest numbers", () => {
  expect(relativeGap(normalQuantile(0.975), 1.959963984540054)).toBeLessThanOrEqual(1e-15);
  expect(relativeGap(normalQuantile(0.95), 1.6448536269514722)).toBeLessThanOrEqual(1e-15);
  expect(relativeGap(normalQuantile(1e-12), -7.034483825301132)).toBeLessThanOrEqual(1e-15);
  expect(relativeGap(normalQuantile(1e-50), -14.933337534788489)).toBeLessThanOrEqual(1e-15);
  expect(relativeGap(normalCdf(-10), 7.61985302416052e-24)).toBeLessThanOrEqual(1e-13);
  fc.assert(
    fc.property(scale(1e-300, 1e-12), (p) => {
      expect(relativeGap(normalCdf(normalQuantile(p)), p)).toBeLessThanOrEqual(1e-11);
    }),
    runs,
  );
  expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
});

test("beta quantiles agree with @stdlib", () => {
  fc.assert(
    fc.property(probability, scale(0.05, 5_000), scale(0.05, 5_000), (p, a, b) => {
      const theirs = stdlibBeta(p, a, b);
      const ours = betaQuantile(p, a, b);
      if (theirs < 1e-280 || 1 - theirs < 1e-12) return;
      expect(relativeGap(ours, theirs)).toBeLessThanOrEqual(1e-10);
    }),
    runs,
  );
});

test("a beta quantile goes back to its probability, also for very large parameters", () => {
  fc.assert(
    fc.property(probability, scale(0.01, 1e7), scale(0.01, 1e7), (p, a, b) => {
      const point = betaPoint({ atMost: p, above: 1 - p }, a, b);
      const { atMost, above } = betaTails(point, a, b);
      // Where x stands at an end the double nearest to the root is all that can be asked.
      if (Math.min(point.x, point.y) < 1e-290) return;
      if (p < 0.5) expect(relativeGap(atMost, p)).toBeLessThanOrEqual(1e-8);
      else expect(relativeGap(above, 1 - p)).toBeLessThanOrEqual(1e-8);
    }),
    runs,
  );
});

test("the two tails of a beta mirror each other and meet the recurrence in a", () => {
  fc.assert(
    fc.property(between(0.001, 0.999), scale(0.1, 3_000), scale(0.1, 3_000), (x, a, b) => {
      const here = betaTails({ x, y: 1 - x }, a, b);
      const mirrored = betaTails({ x: 1 - x, y: x }, b, a);
      expect(Math.abs(here.atMost + here.above - 1)).toBeLessThan(1e-13);
      expect(Math.abs(here.atMost - mirrored.above)).toBeLessThan(1e-12);
      expect(betaCdf(x, a + 1, b)).toBeLessThanOrEqual(here.atMost + 1e-12);
    }),
    runs,
  );
});

test("t quantiles agree with @stdlib, go back through the cdf and near the normal for many degrees", () => {
  fc.assert(
    fc.property(probability, fc.oneof(scale(0.5, 5_000), fc.integer({ min: 1, max: 400 })), (p, df) => {
      const t = studentQuantile(p, df);
      expect(relativeGap(studentCdf(t, df), p)).toBeLessThanOrEqual(1e-11);
      if (Math.abs(p - 0.5) > 1e-3) expect(relativeGap(t, stdlibStudent(p, df))).toBeLessThanOrEqual(1e-9);
    }),
    runs,
  );
  expect(relativeGap(studentQuantile(0.975, 14), 2.1447866879178044)).toBeLessThanOrEqual(1e-13);
  expect(relativeGap(studentQuantile(0.75, 1), 1)).toBeLessThanOrEqual(1e-14);
  expect(relativeGap(studentQuantile(0.975, 1e9), normalQuantile(0.975))).toBeLessThanOrEqual(1e-8);
  expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
});

test("binomial tails are the sums of their terms", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), between(0, 1), between(0, 1), (n, share, p) => {
      const k = Math.floor(share * (n + 1)) - 1;
      let [term, sum] = [(1 - p) ** n, 0];
      if (term < 1e-280) return;
      for (let x = 0; x <= k; x += 1) {
        sum += term;
        term *= ((n - x) / (x + 1)) * (p / (1 - p));
      }
      expect(Math.abs(binomialCdf(k, n, p) - sum)).toBeLessThan(1e-12);
      if (k >= 0 && k < n * p)
        expect(relativeGap(binomialTails(k, n, p).atMost, sum)).toBeLessThanOrEqual(1e-11);
    }),
    runs,
  );
  expect(
    relativeGap(binomialTails(0, 100, 1e-8).above, -Math.expm1(100 * Math.log1p(-1e-8))),
  ).toBeLessThanOrEqual(1e-14);
});

test("hypergeometric tails are the exact shares of all samples", () => {
  const choose = (n: bigint, k: bigint): bigint => {
    let value = 1n;
    for (let step = 1n; step <= k; step += 1n) value = (value * (n - step + 1n)) / step;
    return k < 0n || k > n ? 0n : value;
  };
  const small = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(small, small, small, small, (population, first, second, third) => {
      const [marked, n, k] = [
        Math.min(first, population),
        Math.min(second, population),
        Math.min(third, population),
      ];
      let ways = 0n;
      for (let x = 0; x <= k; x += 1) {
        ways += choose(BigInt(marked), BigInt(x)) * choose(BigInt(population - marked), BigInt(n - x));
      }
      const all = choose(BigInt(population), BigInt(n));
      const { atMost, above } = hypergeometricTails(k, population, marked, n);
      expect(relativeGap(atMost, Number(ways) / Number(all))).toBeLessThanOrEqual(1e-12);
      if (k >= (n * marked) / Math.max(1, population)) {
        expect(relativeGap(above, Number(all - ways) / Number(all))).toBeLessThanOrEqual(1e-12);
      }
    }),
    runs,
  );
});

test("sample and marked change places; a large population nears the binomial", () => {
  fc.assert(
    fc.property(between(0, 1), between(0, 1), fc.integer({ min: 0, max: 40 }), (first, second, k) => {
      const population = 5_000;
      const [marked, n] = [Math.floor(first * population), Math.floor(second * population)];
      const swapped = hypergeometricCdf(k, population, n, marked);
      expect(Math.abs(hypergeometricCdf(k, population, marked, n) - swapped)).toBeLessThan(1e-12);
    }),
    runs,
  );
  expect(relativeGap(hypergeometricCdf(3, 1e9, 2e7, 200), binomialCdf(3, 200, 0.02))).toBeLessThanOrEqual(
    1e-6,
  );
});

test("what lies outside a distribution is refused", () => {
  expect(() => normalQuantile(-0.1)).toThrow(RangeError);
  expect(() => betaQuantile(0.5, 0, 1)).toThrow(RangeError);
  expect(() => studentQuantile(Number.NaN, 3)).toThrow(RangeError);
  expect(() => binomialCdf(11, 10, 0.5)).toThrow(RangeError);
  expect(() => hypergeometricCdf(0, 10, 11, 5)).toThrow(RangeError);
});

test("t quantiles of very many degrees of freedom come down to the normal ones", () => {
  const z = normalQuantile(0.975);
  // t − z is (z³ + z)/4df and smaller terms.
  for (const df of [1e8, 1e10, 1e12, 1e15]) {
    expect(Math.abs(studentQuantile(0.975, df) - z - (z ** 3 + z) / (4 * df))).toBeLessThan(1e-12);
  }
  fc.assert(
    fc.property(scale(1e-300, 0.45), (tail) => {
      const [below, above] = [999_999, 1_000_000].map((df) => studentQuantile(tail, df));
      expect(relativeGap(below ?? 0, above ?? 0)).toBeLessThan(5e-9);
    }),
    { numRuns: 300, seed: 4 },
  );
  expect([0, 1].map((p) => studentQuantile(p, 1e9))).toEqual([-Infinity, Infinity]);
});
