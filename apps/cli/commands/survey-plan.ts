/** `survey plan`: how many households to draw, and with how many errors a place still passes; needs no database. */
import { z } from "zod";
import { acceptancePlan } from "../../../engines/survey/decision/acceptance-plan.ts";
import { explainPlan } from "../../../engines/survey/decision/decision-words.ts";
import { defineCommand } from "../command.ts";
import { decimal, risk, wholeNumber } from "../command-input.ts";

const Input = z.strictObject({
  p0: decimal,
  p1: decimal,
  alpha: risk,
  beta: decimal,
  population: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional(),
});

export const surveyPlanCommand = defineCommand({
  options: [
    ["--p0 <share>", { zh: "应当通过的错误率，0到1", en: "error share that should pass, 0 to 1" }],
    [
      "--p1 <share>",
      {
        zh: "不应通过的错误率，0到1；有 --population 时指高于它",
        en: "error share that should not pass, 0 to 1; with --population: above it",
      },
    ],
    ["--alpha <share>", { zh: "好的地方被拒的概率上限", en: "chance at most that a good place is refused" }],
    ["--beta <share>", { zh: "差的地方通过的概率上限", en: "chance at most that a bad place passes" }],
    [
      "--population <n>",
      {
        zh: "总户数，不放回抽样；省略为很大",
        en: "households in all, without replacement; large when absent",
      },
    ],
  ],
  examples: [
    [
      "jingzhun survey plan --p0 0.005 --p1 0.02 --alpha 0.1 --beta 0.05",
      {
        zh: "错误率0.5%的县九成能过，2%的县至多5%能过",
        en: "0.5 % passes in nine of ten, 2 % in one of twenty",
      },
    ],
    [
      "jingzhun survey plan --p0 0.01 --p1 0.02 --alpha 0.1 --beta 0.05 --population 3000 --json",
      { zh: "全县只有3000户", en: "a county of 3,000 households" },
    ],
  ],
  input: Input,
  run: async ({ p0, p1, alpha, beta, population }) => {
    const request = { good: p0, bad: p1, alpha, beta, ...(population !== undefined && { population }) };
    const plan = acceptancePlan(request);
    const words = explainPlan(plan, request);
    return {
      json: { n: plan.n, c: plan.c },
      lines: [`抽取 draw n = ${plan.n}，允许错误 errors allowed c = ${plan.c}`, words.zh, words.en],
    };
  },
});
