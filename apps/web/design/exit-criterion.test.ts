import { expect, test } from "vitest";
import { isExitCriterion, shownKindOf } from "./exit-criterion.ts";

test("a criterion of risk elimination belongs to no exit standard and decides no exit", () => {
  const standard = { id: "cn-2016.household", name: { zh: "国家标准", en: "National" } };
  expect(isExitCriterion({ kind: "criterion", standard })).toBe(true);
  expect(isExitCriterion({ kind: "criterion", standard: null })).toBe(false);
  expect(isExitCriterion({ kind: "quality", standard: null })).toBe(false);
  expect(shownKindOf({ kind: "criterion", standard })).toBe("criterion");
  expect(shownKindOf({ kind: "criterion", standard: null })).toBe("elimination");
  expect(shownKindOf({ kind: "quality", standard: null })).toBe("quality");
});
