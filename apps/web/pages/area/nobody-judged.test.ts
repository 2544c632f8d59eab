import { expect, test } from "vitest";
import { isNobodyJudged } from "./nobody-judged.ts";

test("a place is left without outcomes only where none of its households has a standard", () => {
  expect(isNobodyJudged({ households: 3, exitNoStandard: 3 })).toBe(true);
  expect(isNobodyJudged({ households: 3, exitNoStandard: 2 })).toBe(false);
  expect(isNobodyJudged({ households: 0, exitNoStandard: 0 })).toBe(false);
});
