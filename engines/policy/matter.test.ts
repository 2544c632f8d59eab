import { expect, test } from "vitest";
import { besideRepeated, mattersOf, ownParts } from "./matter.ts";

const rule = (id: string, ...repeats: string[]) => ({ id, repeats });

test("a rule that asks again stands once, with the first that it repeats; without one it has a line of its own", () => {
  const [housing, income, food] = [rule("housing"), rule("income"), rule("food")];
  const [own, both] = [rule("henan.housing", "housing"), rule("henan.income", "income", "food")];
  expect(besideRepeated([both, housing, food, income, own])).toEqual([
    { first: housing, again: [own] },
    { first: food, again: [both] },
    { first: income, again: [] },
  ]);
  expect(besideRepeated([own, income])).toEqual([
    { first: own, again: [] },
    { first: income, again: [] },
  ]);
});

const told = (id: string, parts: string[], ...repeats: string[]) => ({ id, parts, repeats });

test("a rule of which others say all is no matter of its own, and stands with each that says a part", () => {
  const [income, food] = [told("income", ["above the line"]), told("food", ["enough food"])];
  const both = told("henan.income", ["above the line", "enough food"], "income", "food");
  expect(mattersOf([income, food, both])).toEqual([
    { first: income, again: [both] },
    { first: food, again: [both] },
  ]);
  const one = told("henan.income", ["enough food"], "income", "food");
  expect(mattersOf([income, food, one])).toEqual([
    { first: income, again: [] },
    { first: food, again: [one] },
  ]);
});

test("a rule that says something of its own is a matter of its own, with that alone", () => {
  const food = told("food", ["enough food"]);
  const source = told("guangxi.source", ["a source of income", "enough food"], "food", "clothing");
  expect(mattersOf([food, source])).toEqual([
    { first: food, again: [] },
    { first: source, again: [] },
  ]);
  expect(ownParts(source, [food, source])).toEqual(["a source of income"]);
  expect(ownParts(food, [food, source])).toEqual(["enough food"]);
  // What it repeats came out otherwise.
  expect(mattersOf([source])).toHaveLength(1);
});

test("a rule of whose parts nothing is known follows the rules that it repeats", () => {
  const [water, again] = [told("water", []), told("province.water", [], "water")];
  expect(mattersOf([water, again])).toEqual([{ first: water, again: [again] }]);
});
