import { expect, test } from "vitest";
import type { PolicyLine } from "../../../domain/verdicts/policy/policy.contract.ts";
import { lineInForce } from "./line-in-force.ts";

const source = { document: "某文件", number: null, article: "一", mark: null };
const country: PolicyLine = {
  kind: "poverty",
  year: 2018,
  place: null,
  amount: 299_500,
  concept: { zh: "人均纯收入", en: "人均纯收入" },
  formula: null,
  source,
};
const guangdong: PolicyLine = { ...country, place: { code: "440000000000", name: "广东省" }, amount: null };
const lines = [country, guangdong];

test("the most specific place wins, and other years and kinds do not count", () => {
  expect(lineInForce(lines, "poverty", 2018, "441200000000")).toBe(guangdong);
  expect(lineInForce(lines, "poverty", 2018, "411702100200")).toBe(country);
  expect(lineInForce(lines, "poverty", 2018, "000000000000")).toBe(country);
  expect(lineInForce(lines, "monitoring", 2018, "411702000000")).toBeUndefined();
  expect(lineInForce(lines, "poverty", 2021, "411702000000")).toBeUndefined();
});
