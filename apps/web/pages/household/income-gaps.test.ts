import { expect, test } from "vitest";
import { netGapsOf, perHeadGapsOf } from "./income-gaps.ts";

const known = { persons: 3, membersComplete: true, income: { gross: 150_000, net: 130_000 } };

test("a known income of a complete household has no gaps", () => {
  expect(netGapsOf(known)).toEqual([]);
  expect(perHeadGapsOf(known)).toEqual([]);
});

test("production without its cost, and members missing on the books, are both said", () => {
  const book = { persons: 1, membersComplete: false, income: { gross: 150_000, net: null } };
  expect(netGapsOf(book)).toEqual(["cost"]);
  expect(perHeadGapsOf(book)).toEqual(["cost", "members"]);
  expect(perHeadGapsOf({ ...book, income: known.income })).toEqual(["members"]);
});

test("a book without income says that nothing is filled in", () => {
  expect(netGapsOf({ ...known, income: null })).toEqual(["nothing"]);
  expect(perHeadGapsOf({ ...known, income: { gross: null, net: null } })).toEqual(["nothing"]);
  expect(perHeadGapsOf({ ...known, persons: 0 })).toEqual(["nobody"]);
});
