/** Which rule is named as the reason of a rank. */
import { expect, test } from "vitest";
import type { RuleCount } from "./figure.contract.ts";
import { explainRank } from "./rank-reason.ts";

const standard = { id: "exit.national", name: { zh: "国家标准", en: "National standard" } };

function aCount(id: string, fail: number, rest: Partial<RuleCount>): RuleCount {
  const counts = { pass: 100 - fail, fail, unknown: 0, notApplicable: 0 };
  const rule = { unit: "household" as const, kind: "criterion", severity: "must", standard: null };
  const words = { zh: id, en: id };
  return { id, title: words, failing: words, ...rule, ...counts, repeats: [], failAgain: 0, ...rest };
}

const together = (own: RuleCount): RuleCount => ({ ...own, pass: own.pass + 100, fail: own.fail });

test("a criterion of risk elimination differs most and explains no exit: the criterion of a standard is named", () => {
  const own = [aCount("风险消除", 60, {}), aCount("住房安全", 20, { standard })];
  const said = explainRank({ own, together: own.map(together) }, "criterion", true);
  expect(said?.zh).toContain("“住房安全”未达标20户");
});

test("without a criterion of a standard there is no reason; data issues need no standard", () => {
  const own = [aCount("风险消除", 60, {})];
  expect(explainRank({ own, together: own.map(together) }, "criterion", true)).toBeNull();
  const issues = [aCount("缺身份证号", 60, { kind: "quality" })];
  const said = explainRank({ own: issues, together: issues.map(together) }, "quality", true);
  expect(said?.zh).toContain("缺身份证号");
});
