import { expect, test } from "vitest";
import { issueCountsOf } from "./issue-counts.ts";

const check = (
  ruleId: string,
  outcome: "pass" | "fail" | "unknown" | "notApplicable",
  severity = "should",
) => ({
  ruleId,
  kind: "quality",
  severity,
  outcome,
});

test("checks that could not be made are counted, and only checks of the data", () => {
  expect(
    issueCountsOf([
      check("a", "fail"),
      check("b", "unknown"),
      check("c", "unknown"),
      check("d", "pass"),
      check("e", "notApplicable"),
      { ...check("f", "fail"), kind: "criterion" },
      { ...check("g", "unknown"), kind: "risk" },
    ]),
  ).toEqual({ issues: 1, grave: 0, suspicious: 0, unknown: 2 });
});

test("a check of six members is one check, and found where it found something in one of them", () => {
  const members = [check("a", "unknown"), check("a", "fail", "must"), check("a", "fail", "must")];
  expect(issueCountsOf([...members, check("b", "fail", "suspicious"), check("b", "unknown")])).toEqual({
    issues: 2,
    grave: 1,
    suspicious: 1,
    unknown: 0,
  });
});
