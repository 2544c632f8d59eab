import { expect, test } from "vitest";
import { failingName, readRule } from "./rule.ts";

const both = (words: string) => ({ zh: words, en: words });
const written = {
  id: "exit.household.housing",
  kind: "criterion",
  title: { zh: "住房安全有保障", en: "Housing is safe" },
  when: "危房户 = false",
  message: both("住危房"),
  source: { document: "文件", article: "一" },
  valid: { from: "2016-01-01" },
  examples: [{ given: {}, expect: "unknown" }],
};

test("a fail is called by its own short name, and without one by the title that is not reached", () => {
  expect(failingName(readRule({ ...written, failing: both("住房不安全") }))).toEqual(both("住房不安全"));
  expect(failingName(readRule(written))).toEqual({
    zh: "未达到：住房安全有保障",
    en: "Not met: Housing is safe",
  });
});

test("a name of the failure needs both languages", () => {
  expect(() => readRule({ ...written, failing: { zh: "住房不安全" } })).toThrow(/failing/);
});
