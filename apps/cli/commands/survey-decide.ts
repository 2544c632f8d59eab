/** `survey decide`: is the true rate below the limit? Certified, failed, or not enough evidence; needs no database. */
import { z } from "zod";
import { decideSurvey } from "../../../engines/survey/decision/decide-survey.ts";
import type { Decision, RateDecision } from "../../../engines/survey/decision/decision.ts";
import { explainDecision } from "../../../engines/survey/decision/decision-words.ts";
import { percent } from "../../../engines/survey/interval/interval-words.ts";
import { type Words, bilingual, defineCommand } from "../command.ts";
import { decimal } from "../command-input.ts";
import type { Progress } from "../output.ts";
import { SurveyInput, readSurvey, surveyOptions } from "../survey-options.ts";
import { readProportion } from "../survey-question.ts";

const Input = SurveyInput.extend({
  proportion: z.string("请写成 列名=值，例如 错退=1\nwrite COLUMN=VALUE, as wrong=1"),
  limit: decimal,
  alpha: decimal.optional(),
  deffPlan: decimal.pipe(z.number().min(1, "应不小于1\nshould be at least 1")).optional(),
});
type Input = z.infer<typeof Input>;

export const surveyDecideCommand = defineCommand({
  options: [
    ...surveyOptions,
    [
      "--proportion <column=value>",
      { zh: "哪一列取什么值算有问题，如 错退=1", en: "which value of which column counts, as wrong=1" },
    ],
    ["--limit <share>", { zh: "界限，如0.02", en: "the limit, as 0.02" }],
    [
      "--alpha <share>",
      { zh: "每一侧的错误概率，默认0.05", en: "risk of error on each side, 0.05 when absent" },
    ],
    [
      "--deff-plan <number>",
      {
        zh: "方案规定的设计效应，样本里一户问题也没有时用；省略时先抽村的为2（每村超过21户时更大），逐户抽的按权数推算",
        en: "design effect of the plan, for a sample without a case; when absent 2 for villages (more above 21 households each), else from the weights",
      },
    ],
  ],
  examples: [
    [
      "jingzhun survey decide --data sample.csv --weight w --strata stratum --cluster village --proportion wrong=1 --limit 0.02",
      { zh: "错退率是否低于2%", en: "is the rate of wrong exits below 2 %" },
    ],
    [
      "jingzhun survey decide --data sample.csv --proportion wrong=1 --limit 0.03 --alpha 0.025 --json",
      { zh: "两次机会，每次0.025", en: "two looks, 0.025 for each" },
    ],
  ],
  input: Input,
  run: async (input, { progress }) => {
    const decided = await decideFile(input, progress);
    const words = explainDecision(decided);
    return {
      json: {
        decision: decided.decision,
        estimate: decided.estimate,
        upper: decided.upper,
        lower: decided.lower,
        nEff: decided.effectiveSize,
      },
      lines: [headline(decided), words.zh, words.en],
    };
  },
});

async function decideFile(input: Input, progress: Progress): Promise<RateDecision> {
  const { table, design, method, degreesOfFreedom } = await readSurvey(input, progress);
  return decideSurvey(design, {
    wrong: readProportion(input.proportion, table),
    limit: input.limit,
    alpha: input.alpha ?? 0.05,
    method,
    degreesOfFreedom,
    ...(input.deffPlan !== undefined && { plannedDesignEffect: input.deffPlan }),
  });
}

const decisionWords: Record<Decision, Words> = {
  certified: { zh: "达标", en: "certified" },
  failed: { zh: "不达标", en: "failed" },
  inconclusive: { zh: "证据不足", en: "not enough evidence" },
};

function headline({ decision, estimate, lower, upper, effectiveSize }: RateDecision): string {
  const [rate, low, high] = [estimate, lower, upper].map((share) => percent(share).zh);
  return `${bilingual(decisionWords[decision])}：${rate}，[${low}, ${high}]，n_eff ${effectiveSize.toFixed(1)}`;
}
