/** Calibrated books meet the published counts exactly, whatever the seed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReadHousehold, ReadRegister } from "../reading.contract.ts";
import { calibratedBooks } from "./calibrated.ts";

const villages = ["甲", "乙", "丙"].map((name, index) => ({
  code: `99000110020${index}`,
  name: `${name}村`,
  township: "虚构镇",
  county: "虚构县",
}));

const personsOf = (
  book: ReadRegister | undefined,
  counts: (household: ReadHousehold) => boolean = () => true,
) => (book?.households ?? []).filter(counts).reduce((sum, { members }) => sum + members.length, 0);
const field = (name: string, value: unknown) => (household: ReadHousehold) =>
  household.fields[`household_year.${name}`] === value;

test("base, later book, persons out of poverty and persons who left the base are as asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const [base, later] = calibratedBooks({
        seed,
        villages,
        households: 4_200,
        base: { year: 2015, persons: 9_671 },
        later: { year: 2018, persons: 9_305, lifted: 8_300, liftedInYear: 1_400 },
      });
      expect(base?.households.length).toBe(4_200);
      expect(personsOf(base, field("exit_status", "0"))).toBe(9_671);
      expect(personsOf(later)).toBe(9_305);
      expect(personsOf(later, field("exit_status", "0"))).toBe(1_005);
      expect(personsOf(later, field("exit_year", 2018))).toBe(1_400);
      expect(Math.min(...(later?.households ?? []).map(({ members }) => members.length))).toBe(1);
    }),
    { numRuns: 5 },
  );
});

test("one book where nothing later is known", () => {
  const [base, later] = calibratedBooks({
    seed: 1,
    villages,
    households: 500,
    base: { year: 2014, persons: 1_431 },
  });
  expect(personsOf(base)).toBe(1_431);
  expect(later).toBeUndefined();
});

test("counts that cannot be met are refused, not approached", () => {
  const place = { seed: 1, villages, households: 10 };
  expect(() => calibratedBooks({ ...place, base: { year: 2014, persons: 1_000 } })).toThrow("too few");
  expect(() => calibratedBooks({ ...place, base: { year: 2014, persons: 9 } })).toThrow("too many");
});
