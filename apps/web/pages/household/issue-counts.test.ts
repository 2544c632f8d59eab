import { expect, test } from "vitest";
import { issueCountsOf } from "./issue-counts.ts";

test("checks that could not be made are counted, and only checks of the data", () => {
  expect(
    issueCountsOf([
      { kind: "quality", outcome: "fail" },
      { kind: "quality", outcome: "unknown" },
      { kind: "quality", outcome: "unknown" },
      { kind: "quality", outcome: "pass" },
      { kind: "quality", outcome: "notApplicable" },
      { kind: "criterion", outcome: "fail" },
      { kind: "risk", outcome: "unknown" },
    ]),
  ).toEqual({ issues: 1, unknown: 2 });
});
