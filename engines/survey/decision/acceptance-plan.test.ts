/** Plans against the published tables (engines/survey/vectors) and against a search that tries every n and every c. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialCdf } from "../distributions/binomial.ts";
import { hypergeometricCdf } from "../distributions/hypergeometric.ts";
import { clopperPearsonUpper } from "../interval/interval.ts";
import { acceptancePlan, largestCertifying, naiveAcceptance, passShare } from "./acceptance-plan.ts";

interface PlanVector {
  N?: number;
  p0: number;
  p1: number;
  alpha: number;
  beta: number;
  n: number;
  c: number;
  accept_at_p0: number;
  accept_at_p1: number;
}
interface SizeVector {
  n: number;
  c_beta05: number;
  upper_at_c05: number;
  c_beta10: number;
  naive_c_point_est: number;
  "power_true_0.5pct": number;
  power_true_1pct: number;
  "naive_accept_when_true_is_2.5pct": number;
  naive_accept_when_true_is_2pct: number;
}
const vectors: {
  plans_binomial: PlanVector[];
  plans_hyper: PlanVector[];
  zero_failure_n: { beta: number; p1: number; n: number; p1b: number; nb: number }[];
  max_c_for_n: SizeVector[];
} = JSON.parse(readFileSync(join(import.meta.dirname, "../vectors/expected_intervals_plans.json"), "utf8"));

describe("plans of the published tables", () => {
  test.each([...vectors.plans_binomial, ...vectors.plans_hyper])(
    "p0 $p0, p1 $p1, alpha $alpha, beta $beta, N $N: $n/$c",
    (vector) => {
      const plan = acceptancePlan({
        good: vector.p0,
        bad: vector.p1,
        alpha: vector.alpha,
        beta: vector.beta,
        ...(vector.N === undefined ? {} : { population: vector.N }),
      });
      expect([plan.n, plan.c]).toEqual([vector.n, vector.c]);
      expect(plan.acceptAtGood).toBeCloseTo(vector.accept_at_p0, 12);
      expect(plan.acceptAtBad).toBeCloseTo(vector.accept_at_p1, 12);
    },
  );

  test.each(vectors.zero_failure_n)("no error allowed, beta $beta: $n and $nb", (vector) => {
    const zeroFailure = (bad: number) => acceptancePlan({ good: 0, bad, alpha: 0.05, beta: vector.beta });
    expect(zeroFailure(vector.p1)).toMatchObject({ n: vector.n, c: 0 });
    expect(zeroFailure(vector.p1b)).toMatchObject({ n: vector.nb, c: 0 });
  });
});

test.each(vectors.max_c_for_n)(
  "$n households: what certifies and what the naive rule lets pass",
  (vector) => {
    const { n } = vector;
    const c = largestCertifying(n, 0.02, 0.05);
    expect(c).toBe(vector.c_beta05);
    expect(largestCertifying(n, 0.02, 0.1)).toBe(vector.c_beta10);
    expect(clopperPearsonUpper(vector.c_beta05, n, 0.05)).toBeCloseTo(vector.upper_at_c05, 10);
    const naive = naiveAcceptance(n, 0.02);
    expect(naive).toBe(vector.naive_c_point_est);
    expect(passShare(vector.c_beta05, n, 0.005)).toBeCloseTo(vector["power_true_0.5pct"], 12);
    expect(passShare(vector.c_beta05, n, 0.01)).toBeCloseTo(vector.power_true_1pct, 12);
    expect(passShare(naive, n, 0.02)).toBeCloseTo(vector.naive_accept_when_true_is_2pct, 12);
    expect(passShare(naive, n, 0.025)).toBeCloseTo(vector["naive_accept_when_true_is_2.5pct"], 12);
  },
);

test("no plan has a smaller n: every n and every c was tried", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 1_000 }),
      fc.integer({ min: 3, max: 8 }),
      fc.double({ min: 0.02, max: 0.3, noNaN: true }),
      fc.double({ min: 0.02, max: 0.3, noNaN: true }),
      fc.option(fc.integer({ min: 20, max: 400 }), { nil: undefined }),
      (goodInTenThousand, factor, alpha, beta, population) => {
        const badInTenThousand = goodInTenThousand * factor;
        const [good, bad] = [goodInTenThousand / 10_000, badInTenThousand / 10_000];
        const plan = acceptancePlan({ good, bad, alpha, beta, ...(population && { population }) });
        const holds = (n: number, c: number): boolean => {
          if (population === undefined) {
            return binomialCdf(c, n, good) >= 1 - alpha && binomialCdf(c, n, bad) <= beta;
          }
          const few = Math.floor((goodInTenThousand * population) / 10_000);
          const many = Math.floor((badInTenThousand * population) / 10_000) + 1;
          return (
            hypergeometricCdf(c, population, few, n) >= 1 - alpha &&
            hypergeometricCdf(c, population, many, n) <= beta
          );
        };
        expect(holds(plan.n, plan.c)).toBe(true);
        for (let n = Math.max(1, plan.n - 40); n < plan.n; n += 1) {
          for (let c = 0; c <= Math.min(n, plan.c + 2); c += 1) expect(holds(n, c)).toBe(false);
        }
      },
    ),
    { numRuns: 60, seed: 4 },
  );
});

test("small samples prove nothing, and a share on the limit is not below it", () => {
  expect(largestCertifying(148, 0.02, 0.05)).toBeUndefined();
  expect(naiveAcceptance(100, 0.07)).toBe(6);
  expect(naiveAcceptance(1_000, 0.001)).toBe(0);
});

test("a request without a plan is said", () => {
  const wish = { good: 0.005, bad: 0.02, alpha: 0.05, beta: 0.05 };
  expect(() => acceptancePlan({ ...wish, good: 0.02 })).toThrow("decision.bad-shares");
  expect(() => acceptancePlan({ ...wish, alpha: 0 })).toThrow("interval.bad-alpha");
  expect(() => acceptancePlan({ ...wish, population: 2.5 })).toThrow("decision.bad-population");
  expect(() => acceptancePlan({ ...wish, good: 0.01999 })).toThrow("decision.no-plan");
  expect(() => largestCertifying(0, 0.02, 0.05)).toThrow("decision.bad-size");
});
