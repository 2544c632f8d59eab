import { expect, test } from "vitest";
import { isExitCriterion } from "./exit-criterion.ts";

test("a criterion of risk elimination belongs to no exit standard and decides no exit", () => {
  const standard = { id: "exit.national" };
  expect(isExitCriterion({ kind: "criterion", standard })).toBe(true);
  expect(isExitCriterion({ kind: "criterion", standard: null })).toBe(false);
  expect(isExitCriterion({ kind: "quality", standard: null })).toBe(false);
  expect(isExitCriterion({ kind: "criterion", standards: [standard] })).toBe(true);
  expect(isExitCriterion({ kind: "criterion", standards: [] })).toBe(false);
});
