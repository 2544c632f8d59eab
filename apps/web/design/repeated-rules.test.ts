import { expect, test } from "vitest";
import { failsTheSame, mattersOf } from "./repeated-rules.ts";

const rule = (id: string, ...repeats: string[]) => ({ id, repeats });

test("a rule that asks again stands once, with the first that it repeats; without one it is a matter of its own", () => {
  const [housing, income, food] = [rule("housing"), rule("income"), rule("food")];
  const [own, both] = [rule("henan.housing", "housing"), rule("henan.income", "income", "food")];
  expect(mattersOf([both, housing, food, income, own])).toEqual([
    { first: housing, again: [own] },
    { first: food, again: [both] },
    { first: income, again: [] },
  ]);
  expect(mattersOf([own, income])).toEqual([
    { first: own, again: [] },
    { first: income, again: [] },
  ]);
});

test("the same households fail both when all of the one fail the other and none is left over", () => {
  const again = { repeats: ["housing"], fail: 53, failAgain: 53 };
  expect(failsTheSame({ fail: 53 }, again)).toBe(true);
  expect(failsTheSame({ fail: 54 }, again)).toBe(false);
  expect(failsTheSame({ fail: 53 }, { ...again, failAgain: 52 })).toBe(false);
  expect(failsTheSame({ fail: 53 }, { ...again, failAgain: null })).toBe(false);
  // Of several rules that are repeated together nobody knows which households fail which.
  expect(failsTheSame({ fail: 53 }, { ...again, repeats: ["income", "food"] })).toBe(false);
});
