import { expect, test } from "vitest";
import { criteriaMetOf, failedMattersOf } from "./criteria-met.ts";

const national = { id: "exit.national", name: { zh: "国家标准", en: "National standard" } };
const henan = { id: "exit.henan", name: { zh: "河南省标准", en: "Henan standard" } };

function aVerdict(ruleId: string, standard: typeof national | null, outcome: "pass" | "fail" | "unknown") {
  return { ruleId, kind: "criterion", standard, outcome, repeats: [] as string[] };
}

test("each standard has its own fraction; risk elimination and what does not concern the household are left out", () => {
  const verdicts = [
    aVerdict("income", national, "pass"),
    aVerdict("food", national, "pass"),
    aVerdict("housing", national, "fail"),
    { ...aVerdict("water", national, "pass"), outcome: "notApplicable" as const },
    aVerdict("henan.housing", henan, "unknown"),
    aVerdict("henan.income", henan, "pass"),
    aVerdict("elimination", null, "pass"),
  ];
  expect(criteriaMetOf(verdicts)).toEqual([
    { standard: national, met: 2, all: 3 },
    { standard: henan, met: 1, all: 2 },
  ]);
});

test("a criterion of members is one criterion, met when every member meets it", () => {
  const verdicts = [aVerdict("schooling", national, "pass"), aVerdict("schooling", national, "fail")];
  expect(criteriaMetOf(verdicts)).toEqual([{ standard: national, met: 0, all: 1 }]);
});

test("what both standards ask and neither finds met is one thing", () => {
  const repeating = (outcome: "pass" | "fail") => ({
    ...aVerdict("henan.income", henan, outcome),
    repeats: ["income", "food"],
  });
  const income = aVerdict("income", national, "fail");
  expect(failedMattersOf([income, repeating("fail")])).toBe(1);
  expect(failedMattersOf([income, aVerdict("food", national, "fail"), repeating("fail")])).toBe(2);
  expect(failedMattersOf([aVerdict("income", national, "pass"), repeating("fail")])).toBe(1);
  expect(failedMattersOf([aVerdict("income", national, "pass"), repeating("pass")])).toBe(0);
});
