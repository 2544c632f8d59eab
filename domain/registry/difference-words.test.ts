/** Differences of an import in English: labels of fields and members, codes, amounts; what is a name stays. */
import { expect, test } from "vitest";
import { readLabel, readValue, titleOfDifference } from "./difference-words.ts";

test.each([
  ["member.name", "王** 姓名", "王** name"],
  ["household_year.area_code", "行政村", "village"],
  ["no.such_field", "电视", "电视"],
])("%s: %s is %s", (field, label, en) => {
  expect(readLabel(field, label)).toEqual({ zh: label, en });
});

test.each([
  ["household_year.exit_status", "未脱贫", "not lifted"],
  ["income_statement.wage", "11,800.5元", "11,800.5 yuan"],
  ["living_condition.farmland", "6.4亩", "6.4 mu"],
  ["living_condition.water_safe", "否", "no"],
  ["helper.name", "李**、王**", "李**, 王**"],
  ["household_year.area_code", "孟庄村民委员会", "孟庄村民委员会"],
])("a value of %s, %s, is %s", (field, text, en) => {
  expect(readValue(field, text)).toEqual({ zh: text, en });
});

test("a field that nothing has a name for is called by its key", () => {
  expect(titleOfDifference("no.such_field")).toEqual({ zh: "no.such_field", en: "no.such_field" });
});
