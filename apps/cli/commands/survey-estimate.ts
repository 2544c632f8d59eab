/** `survey estimate`: means, totals, ratios and proportions of a sample with their sampling error; needs no database. */
import { z } from "zod";
import { isCensus } from "../../../engines/survey/design/census.ts";
import { countedRows } from "../../../engines/survey/design/design.ts";
import { explainLonely } from "../../../engines/survey/design/lonely-words.ts";
import { estimateStatistic } from "../../../engines/survey/estimate/estimate.ts";
import {
  ignoresDesign,
  intervalKinds,
  intervalOf,
} from "../../../engines/survey/estimate/estimate-interval.ts";
import { explainEstimate } from "../../../engines/survey/estimate/estimate-words.ts";
import { type Words, defineCommand } from "../command.ts";
import { ColumnList, type Survey, SurveyInput, readSurvey, surveyOptions } from "../survey-options.ts";
import { type Group, type Question, groupsOf, questionsOf } from "../survey-question.ts";

const level = 0.95;

const Input = SurveyInput.extend({
  mean: ColumnList.optional(),
  total: ColumnList.optional(),
  ratio: z.string().optional(),
  proportion: z.string().optional(),
  by: z.string().optional(),
  interval: z
    .enum(intervalKinds, `应为${intervalKinds.join("、")}之一\nshould be one of ${intervalKinds.join(", ")}`)
    .optional(),
});
type Input = z.infer<typeof Input>;

export const surveyEstimateCommand = defineCommand({
  options: [
    ...surveyOptions,
    ["--mean <columns>", { zh: "均值，列名用逗号分隔", en: "means of columns, by comma" }],
    ["--total <columns>", { zh: "总量，列名用逗号分隔", en: "totals of columns, by comma" }],
    ["--ratio <y/x>", { zh: "比率：分子列/分母列", en: "ratio of two columns" }],
    [
      "--proportion <y=value>",
      { zh: "比例：列=取值；0/1列可只写列名", en: "share of a value; a 0/1 column needs no value" },
    ],
    ["--by <column>", { zh: "分组", en: "groups" }],
    [
      "--interval <kind>",
      {
        zh: `95%区间：${intervalKinds.join("、")}；默认比例为kg-capped，其他为t`,
        en: `95 % interval: ${intervalKinds.join(", ")}; kg-capped for proportions and t for others when absent`,
      },
    ],
  ],
  examples: [
    [
      "jingzhun survey estimate --data sample.csv --weight w --strata vtype --cluster village --proportion satisfied=1 --by htype",
      { zh: "各类农户的满意率及其区间", en: "share of the satisfied by type of household, with intervals" },
    ],
    [
      "jingzhun survey estimate --data sample.csv --weight w --strata vtype --cluster village --ratio wrong/persons --variance jkn --json",
      { zh: "错退率，误差用刀切法", en: "wrong-exit rate, its error by the jackknife" },
    ],
  ],
  input: Input,
  run: async (input, { progress }) => {
    const survey = await readSurvey(input, progress);
    const questions = questionsOf(input, survey.table);
    const rows = questions.flatMap((question) =>
      groupsOf(input.by, survey.table).map((group) => answer(survey, question, group, input)),
    );
    const notes = [
      input.interval && ignoresDesign(input.interval) ? simpleOnly : undefined,
      explainLonely(survey.design),
      ...rows.map(({ json, isUnknown }) =>
        isUnknown ? noLimits(titleOf(json.name, json.group)) : undefined,
      ),
    ];
    return {
      json: {
        n: survey.design.rowCount,
        df: survey.degreesOfFreedom,
        estimates: rows.map((row) => row.json),
      },
      lines: [
        `n ${survey.design.rowCount}  df ${survey.degreesOfFreedom}`,
        ...rows.map(lineOf),
        ...wordsOf(rows[0]),
      ],
      notes: notes.filter((note) => note !== undefined),
    };
  },
});

const simpleOnly: Words = {
  zh: "这种区间把样本当作简单随机样本：分层、整群或不等权的样本请用 kg。",
  en: "This interval takes the sample for a simple random one: use kg for strata, clusters or unequal weights.",
};

const noLimits = (title: string): Words => ({
  zh: `“${title}”没有区间：有值的记录不到两个村（逐户抽样的不到两户），抽样误差无从得知。请并组，或在更多的村抽样。`,
  en: `"${title}" has no interval: its records with a value are in fewer than two villages (of households drawn one by one, fewer than two), so the sampling error is not known. Join groups, or sample more villages.`,
});

type Answer = ReturnType<typeof answer>;

function answer(survey: Survey, question: Question, group: Group, input: Input) {
  const { design, method, degreesOfFreedom } = survey;
  const { name, isProportion } = question;
  const found = estimateStatistic(design, question.statistic(group.member), method);
  const kind = input.interval ?? (isProportion ? "kg-capped" : "t");
  const interval = intervalOf(kind, found, {
    design,
    isProportion,
    groupRows: countedRows(design, group.member),
    degreesOfFreedom,
    level,
  });
  return {
    isUnknown: Number.isFinite(found.estimate) && Number.isNaN(interval.low),
    words: explainEstimate({
      name: titleOf(name, group.name),
      isProportion,
      found,
      interval,
      degreesOfFreedom,
      level,
      isKnown: isCensus(design) && interval.low === interval.high,
    }),
    json: {
      name,
      group: group.name,
      estimate: found.estimate,
      se: found.standardError,
      low: interval.low,
      high: interval.high,
      deff: found.designEffect,
    },
  };
}

function lineOf({ json: { name, group, estimate, se, low, high, deff } }: Answer): string {
  const say = (value: number) => (Number.isNaN(value) ? "—" : String(Number(value.toPrecision(7))));
  return `${titleOf(name, group)}: ${say(estimate)}  SE ${say(se)}  95% ${say(low)} … ${say(high)}  deff ${say(deff)}`;
}

function titleOf(name: string, group: string | null): string {
  return group === null ? name : `${name} [${group}]`;
}

function wordsOf(first: Answer | undefined): string[] {
  return first ? ["", first.words.zh, first.words.en] : [];
}
