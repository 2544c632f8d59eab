/** Korn-Graubard limits against R's svyciprop("beta") and the rates of a made-up county; the no-event and display rules. */
import { expect, test } from "vitest";
import { displayRule } from "./display-rule.ts";
import { kornGraubard, kornGraubardLimits } from "./korn-graubard.ts";

const asR = { level: 0.95, capped: false };

test.each([
  // R survey 4.1.1, apiclus1 with finite correction: awards = Yes, and api00 > 870.
  [0.710382513661202, 0.0330182995537189, 183, 14, 0.633436839061471, 0.7793385361783],
  [0.00546448087431694, 0.00543938122258465, 183, 14, 7.87760575527052e-5, 0.0336606848314265],
  // apistrat: api00 > 870, with and without finite correction.
  [0.0318372615893101, 0.0142621133698589, 200, 197, 0.0101480540151215, 0.0737418378864308],
  [0.0318372615893101, 0.0144363505558466, 200, 197, 0.00996582757924771, 0.0744426942417181],
])("proportion %f, SE %f: R's limits", (proportion, standardError, rows, degreesOfFreedom, low, high) => {
  const limits = kornGraubard({ proportion, standardError, rows, degreesOfFreedom, ...asR });
  expect(Math.abs(limits.low - low)).toBeLessThan(1e-9);
  expect(Math.abs(limits.high - high)).toBeLessThan(1e-9);
});

test.each([
  [
    0.0292789349611235, 0.012294369338647, 267, 169.484521038973, 0.0095217022664, 0.0671965718,
    0.06073348904,
  ],
  [
    0.0292789349611235, 0.012294369338647, 916, 168.390955961964, 0.0094771342473, 0.0673642525,
    0.06087192046,
  ],
  [0.00367309625485783, 0.003643226617069, 360, 247.928722905762, 6.81453735e-5, 0.0216469103, 0.01840945795],
])("rates of the made-up county, %f ± %f", (proportion, standardError, rows, size, low, high, upper) => {
  const given = { proportion, standardError, rows, degreesOfFreedom: 22, capped: true };
  const both = kornGraubard({ ...given, level: 0.95 });
  expect(both.effectiveSize).toBeCloseTo(size, 8);
  expect(both.low).toBeCloseTo(low, 9);
  expect(both.high).toBeCloseTo(high, 9);
  const limits = kornGraubardLimits({ ...given, alpha: 0.05 });
  expect(limits.effectiveSize).toBe(both.effectiveSize);
  expect(limits.upper).toBeCloseTo(upper, 9);
});

test("the cap holds the effective size to those asked", () => {
  const firm = { proportion: 0.5, standardError: 0.001, rows: 400, degreesOfFreedom: 30, level: 0.95 };
  expect(kornGraubard({ ...firm, capped: true }).effectiveSize).toBe(400);
  expect(kornGraubard({ ...firm, capped: true, asked: 300 }).effectiveSize).toBe(300);
  expect(kornGraubard({ ...firm, capped: false }).effectiveSize).toBeGreaterThan(200_000);
});

test("no event: the upper limit is 1 − alpha^(1/n_eff), n_eff = asked / planned design effect", () => {
  const none = { proportion: 0, standardError: 0, rows: 500, degreesOfFreedom: 28, capped: true };
  for (const effect of [1, 1.5, 2]) {
    const limits = kornGraubardLimits({ ...none, alpha: 0.05, plannedDesignEffect: effect });
    expect(limits.effectiveSize).toBe(500 / effect);
    expect(limits.upper).toBeCloseTo(1 - 0.05 ** (effect / 500), 12);
    expect(limits.lower).toBe(0);
  }
  const all = kornGraubardLimits({ ...none, proportion: 1 + 1e-15, alpha: 0.05 });
  expect(all.lower).toBeCloseTo(0.05 ** (1 / 250), 12);
  expect(all.upper).toBe(1);
});

test("what rounding leaves of no variance is none", () => {
  const same = { rows: 400, degreesOfFreedom: 30, level: 0.95, capped: false };
  expect(kornGraubard({ ...same, proportion: 1, standardError: 1e-18 }).effectiveSize).toBe(200);
  expect(kornGraubard({ ...same, proportion: 0.25, standardError: 1e-17 }).effectiveSize).toBe(200);
});

test("what has no limits is said", () => {
  const given = { proportion: 0.1, standardError: 0.01, rows: 50, degreesOfFreedom: 0, ...asR };
  expect(() => kornGraubard(given)).toThrow("interval.no-degrees-of-freedom");
  expect(() => kornGraubard({ ...given, proportion: 1.2 })).toThrow("interval.bad-proportion");
  expect(() => kornGraubardLimits({ ...given, alpha: 1 })).toThrow("interval.bad-alpha");
});

test("a proportion is shown when many enough were asked and its interval is narrow", () => {
  const firm = {
    proportion: 0.02,
    low: 0.01,
    high: 0.04,
    asked: 500,
    effectiveSize: 250,
    degreesOfFreedom: 28,
  };
  expect(displayRule(firm)).toEqual({ shown: true, reasons: [], flagged: false });
  expect(displayRule({ ...firm, asked: 29, effectiveSize: 20 }).reasons).toEqual([
    "too-few-asked",
    "too-small-effective-size",
  ]);
  expect(displayRule({ ...firm, proportion: 0.5, low: 0.35, high: 0.65 }).reasons).toEqual(["too-wide"]);
  expect(displayRule({ ...firm, proportion: 0.04, low: 0.02, high: 0.08 }).reasons).toEqual([
    "too-wide-for-its-size",
  ]);
  expect(displayRule({ ...firm, proportion: 0.05, low: 0.02, high: 0.08 }).shown).toBe(true);
  expect(displayRule({ ...firm, degreesOfFreedom: 7 })).toEqual({ shown: true, reasons: [], flagged: true });
});
