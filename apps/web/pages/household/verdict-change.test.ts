import { expect, test } from "vitest";
import type { HouseholdVerdicts, RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { changesBetween } from "./verdict-change.ts";

const text = { zh: "住房安全", en: "Safe housing" };

function aVerdict(
  ruleId: string,
  outcome: RuleVerdict["outcome"],
  memberId: string | null = null,
): RuleVerdict {
  return {
    ruleId,
    version: "1",
    unit: memberId === null ? "household" : "member",
    memberId,
    maskedMember: null,
    kind: "criterion",
    severity: "must",
    standard: null,
    repeats: [],
    title: text,
    failing: text,
    outcome,
    sentence: text,
    applies: null,
    parts: [],
    contradictions: [],
    missing: [],
    facts: [],
    ruleText: "",
    substituted: "",
    source: { document: "", number: null, article: "", mark: null },
  };
}

function verdictsOf(exit: RuleVerdict["outcome"], verdicts: RuleVerdict[]): HouseholdVerdicts {
  return {
    county: "411702",
    householdId: "h",
    registerNo: "1",
    year: 2018,
    policyVersion: "v",
    exit: { outcome: exit, sentence: text, standards: [] },
    verdicts,
  };
}

test("only rules that came out differently are changes; the exit check as a whole is none of them", () => {
  const before = verdictsOf("fail", [aVerdict("housing", "fail"), aVerdict("income", "pass")]);
  const after = verdictsOf("pass", [aVerdict("housing", "pass"), aVerdict("income", "pass")]);
  expect(changesBetween(before, after).map(({ key, from, to }) => [key, from, to])).toEqual([
    ["housing ", "fail", "pass"],
  ]);
});

test("the same rule on two members is compared member by member", () => {
  const before = verdictsOf("fail", [aVerdict("insured", "fail", "a"), aVerdict("insured", "pass", "b")]);
  const after = verdictsOf("fail", [aVerdict("insured", "fail", "a"), aVerdict("insured", "unknown", "b")]);
  expect(changesBetween(before, after).map(({ key, to }) => [key, to])).toEqual([["insured b", "unknown"]]);
});
