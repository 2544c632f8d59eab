import { expect, test } from "vitest";
import { changeCondition } from "./changed-rule.ts";
import { compileRule } from "./compile.ts";
import { judge } from "./judge.ts";
import { readRule } from "./rule.ts";
import { testCatalogue } from "./test-catalogue.ts";

const rule = readRule({
  id: "exit.income",
  kind: "criterion",
  title: { zh: "人均纯收入超过扶贫标准", en: "Net income per head above the line" },
  when: "人均纯收入 > 扶贫标准",
  message: { zh: "人均纯收入{人均纯收入}元", en: "Net income {人均纯收入}" },
  source: { document: "某文件", article: "一" },
  valid: { from: "2016-01-01" },
  examples: [{ given: {}, expect: "unknown" }],
});

function changed(when: string) {
  const result = changeCondition(rule, when, testCatalogue);
  if (!result.ok) throw new Error(result.errors.map(({ zh }) => zh).join());
  return result.compiled;
}

test("the rule's own message stays where it fits the new condition", () => {
  expect(changed("人均纯收入 >= 扶贫标准 + 500").rule.message).toEqual(rule.message);
});

test("a condition of other parts speaks for itself in plain words", () => {
  const compiled = changed("人均纯收入 > 扶贫标准 and 家庭人口 > 1");
  const facts = {
    "household.persons": 1,
    "household.net_income": 500_000,
    "household.poverty_line": 299_500,
  };
  const { outcome, sentence } = judge(compiled, facts);
  expect(outcome).toBe("fail");
  expect(sentence.zh).toMatch(/^不符合：家庭人口大于1/);
});

test("an unchanged condition compiles to the very same rule", () => {
  expect(changeCondition(rule, rule.when, testCatalogue)).toEqual(compileRule(rule, testCatalogue));
});

test("a mistake is one of the condition, with its place", () => {
  const result = changeCondition(rule, "人均纯收入 > 扶贫标", testCatalogue);
  if (result.ok) throw new Error("read");
  expect(result.errors).toMatchObject([{ field: "when", position: 8, length: 3 }]);
  expect(result.errors.every(({ field }) => field === "when")).toBe(true);
});

test("braces in a text are no place of a value", () => {
  expect(changed("备注 = '{人均纯收入}' and 家庭人口 > 1").rule.message[0]?.zh).not.toContain("{");
});
