import { expect, test } from "vitest";
import { type KnownOutcome, changeBetween } from "./verdict-change.ts";

const one = (
  ruleId: string,
  outcome: KnownOutcome["outcome"],
  memberId: string | null = null,
  kind = "quality",
): KnownOutcome => ({ ruleId, kind, memberId, outcome });

test.each(["pass", "notApplicable"] as const)("from fail to %s is mended", (outcome) => {
  expect(changeBetween([one("a", "fail")], [one("a", outcome)])).toEqual({ mended: ["a"], failing: [] });
});

test("what nobody can tell any more is not mended", () => {
  expect(changeBetween([one("a", "fail")], [one("a", "unknown")])).toEqual({ mended: [], failing: [] });
});

test("whatever was no fail before and is one now newly fails", () => {
  const before = [one("a", "pass"), one("b", "unknown"), one("c", "fail")];
  const after = [one("a", "fail"), one("b", "fail"), one("c", "fail")];
  expect(changeBetween(before, after)).toEqual({ mended: [], failing: ["a", "b"] });
});

test("a check of several members is mended with the last of them", () => {
  const before = [one("m", "fail", "1"), one("m", "fail", "2"), one("m", "unknown", "3")];
  const half = [one("m", "pass", "1"), one("m", "fail", "2"), one("m", "unknown", "3")];
  const all = [one("m", "pass", "1"), one("m", "pass", "2"), one("m", "unknown", "3")];
  expect(changeBetween(before, half)).toEqual({ mended: [], failing: [] });
  expect(changeBetween(before, all)).toEqual({ mended: ["m"], failing: [] });
});

test("classes of households are no issues", () => {
  const before = [one("e", "fail", null, "eligibility")];
  expect(changeBetween(before, [one("e", "pass", null, "eligibility")])).toEqual({ mended: [], failing: [] });
});
