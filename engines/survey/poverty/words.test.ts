/** The sentences carry the figures, and say what they do not prove. */
import { expect, test } from "vitest";
import { buildDesign } from "../design/design.ts";
import type { Estimate } from "../estimate/estimate.ts";
import { explainMultidimensional } from "./multidimensional-words.ts";
import { povertyMeasures } from "./poverty-measures.ts";
import {
  explainGini,
  explainPoverty,
  explainPovertyIndices,
  explainRelativePoverty,
} from "./poverty-words.ts";

const line = { line: 100, poor: "below" } as const;
const measuresOf = (...incomes: number[]) =>
  povertyMeasures(buildDesign({ rowCount: incomes.length }), Float64Array.from(incomes), line);
const estimate = (value: number): Estimate => ({
  estimate: value,
  standardError: 0.01,
  designEffect: 1,
  rows: 100,
  units: 10,
});

test("rate, depth, severity: what depth says beyond the rate", () => {
  const { zh, en } = explainPoverty(measuresOf(50, 80, 120, 150), line);
  expect(zh).toContain("收入低于100的算贫困");
  expect(zh).toContain("贫困的人平均比线低35%，每人差35；把差额平均到全体人口，每人17.5");
  expect(en).toContain("the poor lie 35 % below the line on average, 35 each");
  const other = explainPoverty(measuresOf(50, 80, 120, 150), { ...line, poor: "at-or-below" });
  expect(other.zh).toContain("收入不高于100的算贫困");
});

test("nobody poor in the sample proves nothing about those not asked; no incomes, no statement", () => {
  expect(explainPoverty(measuresOf(200, 300), line).zh).toContain("这不证明全体里一个也没有");
  expect(explainPoverty(measuresOf(Number.NaN, Number.NaN), line).zh).toContain("没有数据不等于没有贫困");
});

test("indices, inequality, relative poverty", () => {
  const found = measuresOf(50, 80, 120, 150);
  expect(explainPovertyIndices(found).zh).toContain("森指数0.212");
  expect(explainGini(estimate(0.2695)).en).toContain("0.27 (give or take 0.0196)");
  const relative = explainRelativePoverty({
    line: estimate(11206.27),
    rate: estimate(0.1631),
    medianGap: estimate(0.1871),
    quintileRatio: estimate(4.061),
  });
  expect(relative.zh).toContain("这次是11206；收入在线下的占16.31%");
  expect(relative.en).toContain("4.06 times");
});

test("several dimensions: the largest part is named", () => {
  const story = {
    headcount: 0.2346,
    intensity: 0.44,
    adjusted: 0.1032,
    cutoff: 1 / 3,
    contributions: [
      { name: "住房", share: 0.2 },
      { name: "收入", share: 0.8 },
    ],
  };
  expect(explainMultidimensional(story).zh).toContain("“收入”，占80%");
  expect(explainMultidimensional({ ...story, cutoff: "union" }).zh).toContain("缺任何一项就算贫困");
  expect(explainMultidimensional({ ...story, headcount: 0 }).en).toContain("nobody in the sample is poor");
});
