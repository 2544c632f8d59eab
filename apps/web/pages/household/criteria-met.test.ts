import { expect, test } from "vitest";
import { criteriaMetOf, failedMattersOf } from "./criteria-met.ts";

const national = { id: "exit.national", name: { zh: "国家标准", en: "National standard" } };
const henan = { id: "exit.henan", name: { zh: "河南省标准", en: "Henan standard" } };

function aVerdict(ruleId: string, standard: typeof national | null, outcome: "pass" | "fail" | "unknown") {
  return { ruleId, kind: "criterion", standard, outcome };
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

test("what both standards ask and neither finds met is one thing; what one asks besides is another", () => {
  const failing = (ruleId: string, words: string[], repeats: string[] = []) => ({
    ...aVerdict(ruleId, ruleId.startsWith("henan") ? henan : national, "fail"),
    repeats,
    parts: [
      ...words.map((zh) => ({ required: { zh }, outcome: "fail" as const })),
      { required: { zh: "不愁穿" }, outcome: "pass" as const },
    ],
  });
  const again = (...words: string[]) => failing("henan.income", words, ["income", "food"]);
  const [income, food] = [failing("income", ["收入"]), failing("food", ["不愁吃"])];
  expect(failedMattersOf([income, again("收入")])).toBe(1);
  expect(failedMattersOf([income, food, again("收入", "不愁吃")])).toBe(2);
  expect(failedMattersOf([income, again("收入", "有收入来源")])).toBe(2);
  expect(failedMattersOf([{ ...income, outcome: "pass" as const }, again("有收入来源")])).toBe(1);
  expect(failedMattersOf([{ ...income, outcome: "pass" as const }])).toBe(0);
});
