/** Incomes of 500 Austrian households against R laeken and convey 1.0.1; data and values may not ship and are read where they are present. */
import { describe, expect, test } from "vitest";
import { absent, readBeside, readTableBeside, relativeError } from "../../../test/reference-data.ts";
import { type Design, buildDesign } from "../design/design.ts";
import { estimateStatistic } from "../estimate/estimate.ts";
import type { Statistic } from "../estimate/statistic.ts";
import { fgt, watts } from "./fgt.ts";
import { gini } from "./gini.ts";
import { atkinson, theil } from "./inequality.ts";
import { type Linearised, estimateLinearised } from "./linearised.ts";
import { type PoorRule, isPoor } from "./poverty-line.ts";
import { weightedQuantile } from "./quantile.ts";
import { quintileShareRatio } from "./quintile-share.ts";
import { relativeFgt, relativeLine, relativeMedianGap } from "./relative-poverty.ts";
import { sen, senShorrocksThon } from "./sen.ts";

interface One {
  est: number;
  se: number;
}
interface Expected {
  sum_w: number;
  laeken: Record<"arpt" | "arpr_pct" | "gini_pct" | "qsr" | "rmpg_pct" | "wmedian", number> & {
    by_region_arpr_pct: Record<string, number>;
  };
  convey: Record<
    | ("fgt0" | "fgt1" | "fgt2" | "watts_pos" | "arpr" | "arpt" | "gini" | "qsr" | "rmpg")
    | ("fgt0_relq" | "fgt1_relq" | "fgt2_relq" | "atk1_pos" | "theil_pos"),
    One
  > & { fgt0_by_region: { region: string[]; est: number[]; se: number[] } };
  direct: Record<
    | "z"
    | "H"
    | "I"
    | "FGT1"
    | "FGT2"
    | "Gini_poor"
    | "Sen"
    | "SST_gini_gaps"
    | "SST"
    | "Watts_pos"
    | "Gini_all",
    number
  >;
}

const text = readBeside("expected_poverty.json");
const table = readTableBeside("eusilc_hh500.csv");
const missing = text && table ? "R convey" : absent("eusilc_hh500.csv, expected_poverty.json");
const poor: PoorRule = "at-or-below";
const line = { line: 10000, poor };
const relative = { share: 0.6, poor };

const isStatistic = (asked: Statistic | Linearised): asked is Statistic => "gradient" in asked;

/** The larger of the relative errors of estimate and standard error. */
function disagreement(design: Design, asked: Statistic | Linearised, { est, se }: One): number {
  const found = isStatistic(asked) ? estimateStatistic(design, asked) : estimateLinearised(design, asked);
  return Math.max(relativeError(found.estimate, est), relativeError(found.standardError, se));
}

describe.skipIf(!text || !table)(`Austrian incomes, at or below the line (${missing})`, () => {
  test("the sample is the one meant", () => {
    expect(table?.rowCount).toBe(1194);
  });

  if (!text || !table) return;
  const { eusilc_hh500: expected }: { eusilc_hh500: Expected } = JSON.parse(text);
  const { convey, laeken, direct } = expected;
  const [income, regions, weight] = [table.numbers("eqIncome"), table.texts("db040"), table.numbers("rb050")];
  const design = buildDesign({ weight, strata: regions, clusters: [table.texts("db030")] });
  const inRegion = (name: string) => Uint8Array.from(regions, (own) => Number(own === name));

  test("its weights sum to the population", () => {
    const sum = weight.reduce((sum, own) => sum + own, 0);
    expect(relativeError(sum, expected.sum_w)).toBeLessThan(1e-12);
  });

  test.each<[string, Statistic | Linearised, One]>([
    ["FGT 0", fgt(income, line, 0), convey.fgt0],
    ["FGT 1", fgt(income, line, 1), convey.fgt1],
    ["FGT 2", fgt(income, line, 2), convey.fgt2],
    ["Watts", watts(income, line), convey.watts_pos],
    ["Gini by ranks", gini(design, income, "rank"), convey.gini],
    ["line of 60 % of the median", relativeLine(design, income, 0.6), convey.arpt],
    ["at risk of poverty", relativeFgt(design, income, relative, 0), convey.arpr],
    ["FGT 0 below the relative line", relativeFgt(design, income, relative, 0), convey.fgt0_relq],
    ["FGT 1 below the relative line", relativeFgt(design, income, relative, 1), convey.fgt1_relq],
    ["FGT 2 below the relative line", relativeFgt(design, income, relative, 2), convey.fgt2_relq],
    ["quintile share ratio", quintileShareRatio(design, income), convey.qsr],
    ["relative median gap", relativeMedianGap(design, income, relative), convey.rmpg],
    ["Atkinson", atkinson(income), convey.atk1_pos],
    ["Theil", theil(income), convey.theil_pos],
  ])("%s with its standard error", (_, asked, value) => {
    expect(disagreement(design, asked, value)).toBeLessThan(1e-8);
  });

  test("FGT 0 and at risk of poverty by region", () => {
    const { region, est, se } = convey.fgt0_by_region;
    for (const [at, name] of region.entries()) {
      const value = { est: est[at] ?? 0, se: se[at] ?? 0 };
      expect(disagreement(design, fgt(income, line, 0, inRegion(name)), value)).toBeLessThan(1e-8);
      const atRisk = relativeFgt(design, income, relative, 0, inRegion(name)).estimate;
      expect(relativeError(100 * atRisk, laeken.by_region_arpr_pct[name] ?? 0)).toBeLessThan(1e-8);
    }
  });

  test("values of laeken", () => {
    const found = {
      arpt: relativeLine(design, income, 0.6).estimate,
      arpr_pct: 100 * relativeFgt(design, income, relative, 0).estimate,
      gini_pct: 100 * gini(design, income).estimate,
      qsr: quintileShareRatio(design, income).estimate,
      rmpg_pct: 100 * relativeMedianGap(design, income, relative).estimate,
      wmedian: weightedQuantile(income, weight, 0.5),
    };
    const { by_region_arpr_pct: _, ...values } = laeken;
    expect(different(found, values)).toEqual([]);
  });

  test("Sen and Sen-Shorrocks-Thon with their parts", () => {
    const gaps = income.map((own) => Math.max(0, (line.line - own) / line.line));
    const share = estimateStatistic(design, fgt(income, line, 0)).estimate;
    const depth = estimateStatistic(design, fgt(income, line, 1)).estimate;
    const isBelow = Uint8Array.from(income, (own) => Number(isPoor(own, line)));
    const found = {
      z: line.line,
      H: share,
      I: depth / share,
      FGT1: depth,
      FGT2: estimateStatistic(design, fgt(income, line, 2)).estimate,
      Gini_poor: gini(design, income, "population", isBelow).estimate,
      Sen: sen(design, income, line).estimate,
      SST_gini_gaps: gini(design, gaps).estimate,
      SST: senShorrocksThon(design, income, line).estimate,
      Watts_pos: estimateStatistic(design, watts(income, line)).estimate,
      Gini_all: gini(design, income).estimate,
    };
    expect(different(found, direct)).toEqual([]);
  });
});

/** The names whose values lie further apart than 1e-8. */
function different(found: Record<string, number>, expected: Record<string, number>): string[] {
  const names = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...names].filter(
    (name) => !(relativeError(found[name] ?? Number.NaN, expected[name] ?? Number.NaN) < 1e-8),
  );
}
