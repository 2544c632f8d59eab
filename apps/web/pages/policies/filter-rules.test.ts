import { expect, test } from "vitest";
import type { PolicyRule } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { filterRules } from "./filter-rules.ts";

const both = (words: string) => ({ zh: words, en: words });
const base: PolicyRule = {
  id: "exit.household.housing",
  version: "1",
  unit: "household",
  kind: "criterion",
  severity: "must",
  title: both("住房安全有保障"),
  failing: both("住房不安全"),
  standard: { id: "exit.national", name: both("国家标准") },
  scope: "",
  place: null,
  applies: null,
  when: "住房等级 = 'A级'",
  required: [both("住房等级是“A级”")],
  message: [],
  note: null,
  source: {
    document: "关于建立贫困退出机制的意见",
    number: "厅字〔2016〕16号",
    article: "三（一）",
    mark: "V",
  },
  valid: { from: "2016-04-01", to: "2020-12-31" },
  examples: 1,
};
const henan: PolicyRule = {
  ...base,
  id: "henan.exit.household.income",
  standard: null,
  place: { code: "410000000000", name: "河南省" },
  valid: { from: "2016-01-01", to: null },
};
const rules = [base, henan];
const idsOf = (...asked: [Parameters<typeof filterRules>[1], string?]) =>
  filterRules(rules, asked[0], asked[1] ?? "", "411702000000").map(({ id }) => id);

test("a rule is valid in a year when it holds on its last day", () => {
  expect(idsOf({ year: 2020 })).toEqual([base.id, henan.id]);
  expect(idsOf({ year: 2021 })).toEqual([henan.id]);
  expect(idsOf({ year: 2015 })).toEqual([]);
});

test("a place has its own rules and those of the country", () => {
  expect(idsOf({ place: "410000000000" })).toEqual([base.id, henan.id]);
  expect(idsOf({ place: "450000000000" })).toEqual([base.id]);
  expect(idsOf({ place: "000000000000" })).toEqual([base.id]);
});

test("all words must be found, in title, requirement, document, number or id", () => {
  expect(idsOf({}, "厅字〔2016〕16号 住房")).toEqual([base.id, henan.id]);
  expect(idsOf({}, "HENAN")).toEqual([henan.id]);
  expect(idsOf({ standard: "exit.national" }, "income")).toEqual([]);
});

test("rules of other provinces are left out until they are asked for, and then stand last", () => {
  const guangxi = { ...henan, id: "guangxi.exit", place: { code: "450000000000", name: "广西" } };
  const all = [guangxi, base, henan];
  const idsIn = (area: string, filters: Parameters<typeof filterRules>[1]) =>
    filterRules(all, filters, "", area).map(({ id }) => id);
  expect(idsIn("411702000000", {})).toEqual([base.id, henan.id]);
  expect(idsIn("411702000000", { scope: "everywhere" })).toEqual([base.id, henan.id, guangxi.id]);
  expect(idsIn("411702000000", { place: "450000000000" })).toEqual([base.id, guangxi.id]);
  expect(idsIn("000000000000", {})).toEqual([guangxi.id, base.id, henan.id]);
});
