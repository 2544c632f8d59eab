/** The explanations carry the numbers, in both languages, and never call missing evidence a failure. */
import { expect, test } from "vitest";
import { explainHidden, explainMarkedUpper, percent } from "../interval/interval-words.ts";
import { acceptancePlan } from "./acceptance-plan.ts";
import { alphaTest } from "./alpha-test.ts";
import { decideByLooks, decideRate } from "./decision.ts";
import {
  explainAlphaTest,
  explainCorrection,
  explainDecision,
  explainPlan,
  explainResponseBounds,
} from "./decision-words.ts";
import { nonResponseBounds } from "./non-response.ts";
import { roganGladen } from "./rogan-gladen.ts";

const sample = { rows: 525, degreesOfFreedom: 28, limit: 0.02, alpha: 0.05 };

function holds(words: { zh: string; en: string }, figures: string[]): boolean {
  return figures.every((figure) => words.zh.includes(figure) && words.en.includes(figure));
}

test("per cent with two decimals at most, and with more where they would say nothing or everything", () => {
  const shares = [0.02, 0.0292789, 1, 0, 0.99997, 0.00004, 0.1, Number.NaN];
  expect(shares.map((share) => percent(share).zh)).toEqual([
    "2%",
    "2.93%",
    "100%",
    "0%",
    "99.997%",
    "0.004%",
    "10%",
    "—",
  ]);
  expect(percent(0.99997).en).toBe("99.997 %");
});

test("a finite limit, a rate that is not shown", () => {
  expect(
    holds(explainMarkedUpper({ events: 0, n: 100, population: 400, limit: 10, level: 0.95 }), [
      "400",
      "100",
      "10",
      "2.5",
    ]),
  ).toBe(true);
  expect(explainHidden(["too-few-asked", "too-wide"]).zh).toContain("调查的户数太少；区间太宽");
});

test("not enough evidence is not failed, before and after the extension", () => {
  const open = decideRate({ ...sample, proportion: 0.01, standardError: 0.005 });
  expect(open.decision).toBe("inconclusive");
  const before = explainDecision(open);
  expect(before.zh).toContain("证据不足不等于不达标");
  expect(before.en).toContain("not the same as failed");
  expect(before.zh).toContain("追加样本，而不是放宽标准");
  const after = explainDecision(open, decideByLooks("inconclusive", "inconclusive"));
  expect(after.zh).toContain("未能证明达标");
  expect(after.en).toContain("not proven");
});

test("certified and failed say by which limit", () => {
  const certified = decideRate({ ...sample, proportion: 0.001, standardError: 0.001 });
  expect(explainDecision(certified).zh).toContain("认定达标");
  const failed = decideRate({ ...sample, proportion: 0.06, standardError: 0.01 });
  expect(explainDecision(failed).zh).toContain("认定不达标");
  expect(holds(explainDecision(failed), ["6", percent(failed.lower).zh.slice(0, -1)])).toBe(true);
});

test("plans, the sequential test, bounds and corrections", () => {
  const request = { good: 0.005, bad: 0.02, alpha: 0.05, beta: 0.05 };
  expect(holds(explainPlan(acceptancePlan(request), request), ["523", "5", "95.03", "4.99"])).toBe(true);
  const small = { good: 0, bad: 0.02, alpha: 0.05, beta: 0.05, population: 50 };
  const spoken = explainPlan(acceptancePlan(small), small);
  expect(spoken.zh).toMatch(
    /高于2%的地方（50户里错2户或更多）最多只有4\.49%的机会通过；.*错1户的有22%的机会通过/,
  );
  expect(spoken.en).toMatch(
    /more than 2 % are wrong \(2 or more of 50\) with 4\.49 % at most.*1 wrong passes with 22 %/,
  );
  const plan = { population: 500, limit: 0.02, alpha: 0.05, expectedRight: 0.998 };
  expect(holds(explainAlphaTest(plan, alphaTest(plan, Array(139).fill(true))), ["139", "2"])).toBe(true);
  expect(explainAlphaTest(plan, alphaTest(plan, [true])).zh).toContain("不等于不达标");
  const bounds = nonResponseBounds(Float64Array.of(1, 0, 0, 0, Number.NaN));
  expect(holds(explainResponseBounds(bounds), ["80", "25", "20", "40"])).toBe(true);
  const exact = (estimate: number) => ({ estimate, standardError: 0.01 });
  const corrected = roganGladen(exact(0.0194), exact(0.95), exact(0.99));
  expect(explainCorrection(exact(0.0194), corrected).zh).toContain("比例是1%");
});
