/** `survey decide`: is the true rate below the limit? Certified, failed, or not enough evidence; needs no database. */
import { z } from "zod";
import { complementOf, decideAtLeast } from "../../../engines/survey/decision/at-least.ts";
import { decideSurvey, plannedDesignEffectOf } from "../../../engines/survey/decision/decide-survey.ts";
import type { Decision, RateDecision } from "../../../engines/survey/decision/decision.ts";
import { explainAssumption, explainDecision } from "../../../engines/survey/decision/decision-words.ts";
import { explainLonely } from "../../../engines/survey/design/lonely-words.ts";
import { percent } from "../../../engines/survey/interval/interval-words.ts";
import { type Words, bilingual, defineCommand } from "../command.ts";
import { decimal, risk } from "../command-input.ts";
import type { Progress } from "../output.ts";
import { SurveyInput, readSurvey, surveyOptions } from "../survey-options.ts";
import { readProportion } from "../survey-question.ts";

const Input = SurveyInput.extend({
  proportion: z.string("请写成 列名=值，例如 错退=1\nwrite COLUMN=VALUE, as wrong=1"),
  limit: decimal,
  atLeast: z.boolean().default(false),
  alpha: risk.optional(),
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
      "--at-least",
      {
        zh: "比例应当不低于界限，如住房安全；不写时应当低于界限，如错退",
        en: "the share should not be below the limit, as of safe houses; when absent it should be below, as of errors",
      },
    ],
    [
      "--alpha <share>",
      { zh: "每一侧的错误概率，默认0.05", en: "risk of error on each side, 0.05 when absent" },
    ],
    [
      "--deff-plan <number>",
      {
        zh: "方案规定的设计效应，样本里一户问题也没有时用；省略时先抽村的为2（每村超过21户时更大），权数不等的再乘以1+cv²",
        en: "design effect of the plan, for a sample without a case; when absent 2 for villages (more above 21 households each), times 1 + cv² of the weights",
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
    const { decided, notes } = await decideFile(input, progress);
    const words = explainDecision(decided, undefined, input.atLeast ? "at-least" : "below");
    return {
      json: {
        decision: decided.decision,
        estimate: decided.estimate,
        upper: decided.upper,
        lower: decided.lower,
        nEff: decided.effectiveSize,
      },
      lines: [headline(decided, input), words.zh, words.en],
      notes,
    };
  },
});

interface Decided {
  decided: RateDecision;
  /** What the limits rest on besides the sample. */
  notes: Words[];
}

async function decideFile(input: Input, progress: Progress): Promise<Decided> {
  const { table, design, method, degreesOfFreedom } = await readSurvey(input, progress);
  const { limit, atLeast, alpha = 0.05, deffPlan } = input;
  const has = readProportion(input.proportion, table);
  const found = decideSurvey(design, {
    wrong: atLeast ? complementOf(has) : has,
    limit: atLeast ? 1 - limit : limit,
    alpha,
    method,
    degreesOfFreedom,
    ...(deffPlan !== undefined && { plannedDesignEffect: deffPlan }),
  });
  const isUniform = (found.estimate === 0 || found.estimate === 1) && found.lower !== found.upper;
  return {
    decided: atLeast ? decideAtLeast(found, limit) : found,
    notes: [
      isUniform && explainAssumption(deffPlan ?? plannedDesignEffectOf(design)),
      explainLonely(design),
    ].filter((note) => typeof note === "object"),
  };
}

const decisionWords: Record<Decision, Words> = {
  certified: { zh: "达标", en: "certified" },
  failed: { zh: "不达标", en: "failed" },
  inconclusive: { zh: "证据不足", en: "not enough evidence" },
};

function headline(decided: RateDecision, { proportion, atLeast }: Input): string {
  const { decision, estimate, lower, upper, limit, effectiveSize } = decided;
  const [rate, low, high, bound] = [estimate, lower, upper, limit].map((share) => percent(share).zh);
  const verdict = bilingual(decisionWords[decision]);
  const wanted = bilingual(
    atLeast
      ? { zh: `应不低于${bound}`, en: `should be at least ${bound}` }
      : { zh: `应低于${bound}`, en: `should be below ${bound}` },
  );
  return `${proportion}（${wanted}）：${verdict}，${rate}，[${low}, ${high}]，n_eff ${effectiveSize.toFixed(1)}`;
}
