import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf, percentOfShare } from "./percent.ts";

test("a percentage has two decimals, rounded half up", () => {
  expect(percentOf(1, 3)).toBe("33.33%");
  expect(percentOf(2, 3)).toBe("66.67%");
  expect(percentOf(1, 800)).toBe("0.13%");
  expect(percentOf(1, 3, 1)).toBe("33.3%");
  expect(percentOf(5, 4)).toBe("125.00%");
  expect(percentOf(0, 0)).toBe("—");
});

test("what is neither nothing nor everything is shown as neither, with as many decimals as that takes", () => {
  expect(percentOf(0, 100_000)).toBe("0.00%");
  expect(percentOf(100_000, 100_000)).toBe("100.00%");
  expect(percentOf(99_997, 100_000)).toBe("99.997%");
  expect(percentOf(4, 100_000)).toBe("0.004%");
  expect(percentOf(1_000_001, 1_000_000)).toBe("100.0001%");
});

test("only nothing is 0%, only everything is 100%, and what is shown is right to its last decimal", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (part, whole) => {
      const shown = percentOf(part, whole);
      const value = Number(shown.slice(0, -1));
      const decimals = shown.length - shown.indexOf(".") - 2;
      expect(value === 0).toBe(part === 0);
      expect(value === 100).toBe(part === whole);
      expect(Math.abs(value - (part / whole) * 100)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-6));
    }),
  );
});

test("a computed share keeps to the same rule; what its arithmetic rounds off is not shown", () => {
  expect(percentOfShare(0.0292789)).toBe("2.93%");
  expect(percentOfShare(0.99997)).toBe("99.997%");
  expect(percentOfShare(0.00004)).toBe("0.004%");
  expect(percentOfShare(1 - 1e-15)).toBe("100.00%");
  expect(percentOfShare(1e-17)).toBe("0.00%");
  expect(percentOfShare(0.1 + 0.2)).toBe("30.00%");
  expect(percentOfShare(-0.00004)).toBe("-0.004%");
  expect(percentOfShare(Number.NaN)).toBe("—");
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
      const value = Number(percentOfShare(part / whole).slice(0, -1));
      expect([value === 0, value === 100]).toEqual([part === 0, part === whole]);
    }),
  );
});
