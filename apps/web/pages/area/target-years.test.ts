import { expect, test } from "vitest";
import type { Target } from "../../../../domain/targets/target.contract.ts";
import { targetTableOf } from "./target-years.ts";

const document = { document: "实施意见", documentDate: "2016-02-16", split: true, system: null };
const villages = { kind: "exit-villages", title: { zh: "贫困村退出", en: "Villages" }, unit: "个" } as const;
const persons = { kind: "exit-persons", title: { zh: "脱贫人口", en: "Persons" }, unit: "人" } as const;
const targets: Target[] = [
  { ...villages, ...document, year: 2016, planned: 9, quote: "9个村、0.6万人" },
  { ...persons, ...document, year: 2016, planned: 6000, quote: "9个村、0.6万人" },
  { ...persons, ...document, year: 2017, planned: 7539, quote: "0.7539万人" },
];
const totals = [{ ...persons, planned: 13_539, years: [2016, 2017] }];

test("a year has a cell for each kind, and the sum stands in the column of its kind", () => {
  const table = targetTableOf({ area: "411702000000", targets, totals });
  expect(table.kinds.map(({ kind }) => kind)).toEqual(["exit-villages", "exit-persons"]);
  expect(table.years.map(({ year, cells }) => [year, ...cells.map((cell) => cell?.planned)])).toEqual([
    [2016, 9, 6000],
    [2017, undefined, 7539],
  ]);
  expect(table.totals).toEqual([null, 13_539]);
});

test("a sentence that states several numbers is quoted once", () => {
  const table = targetTableOf({ area: "411702000000", targets, totals });
  expect(table.years.map(({ sources }) => sources.map(({ quote }) => quote))).toEqual([
    ["9个村、0.6万人"],
    ["0.7539万人"],
  ]);
});
