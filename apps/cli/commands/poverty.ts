/** `poverty`: how many are poor, how deep, how unequal, against one line, with sampling errors; needs no database. */
import { z } from "zod";
import type { Design } from "../../../engines/survey/design/design.ts";
import { type GiniFormula, giniFormulas } from "../../../engines/survey/poverty/gini.ts";
import { poorRules } from "../../../engines/survey/poverty/poverty-line.ts";
import {
  type PovertyMeasureName,
  povertyMeasureNames,
  povertyMeasures,
} from "../../../engines/survey/poverty/poverty-measures.ts";
import {
  explainGini,
  explainPoverty,
  explainPovertyIndices,
} from "../../../engines/survey/poverty/poverty-words.ts";
import { type Words, bilingual, defineCommand } from "../command.ts";
import { decimal } from "../command-input.ts";
import { SurveyInput, columnName, readSurvey, surveyOptionsNamed } from "../survey-options.ts";

const Input = SurveyInput.pick({ data: true, weight: true, strata: true, cluster: true }).extend({
  income: columnName,
  line: decimal,
  poor: z.enum(poorRules, "应为below或at-or-below\nshould be below or at-or-below").default("below"),
  gini: z.enum(giniFormulas, "应为population或rank\nshould be population or rank").default("population"),
});

export const povertyCommand = defineCommand({
  options: [
    ...surveyOptionsNamed(["data"]),
    [
      "--weight <column>",
      {
        zh: "权数列；一行一户的应乘以人数，省略为1",
        en: "weights, of a household times its size; 1 when absent",
      },
    ],
    ...surveyOptionsNamed(["strata", "cluster"]),
    ["--income <column>", { zh: "收入列，如人均纯收入", en: "incomes, as net income per head" }],
    ["--line <amount>", { zh: "标准线，单位与收入相同", en: "the line, in the unit of the incomes" }],
    [
      "--poor <rule>",
      {
        zh: "怎样算贫困：below低于线（默认），at-or-below低于或等于线",
        en: "who is poor: below the line (when absent) or at-or-below it",
      },
    ],
    [
      "--gini <formula>",
      {
        zh: "基尼系数的算法：population（默认，同R laeken）或rank（同R convey）",
        en: "formula of the Gini coefficient: population (when absent, as R laeken) or rank (as R convey)",
      },
    ],
  ],
  examples: [
    [
      "jingzhun poverty --data sample.csv --income 人均纯收入 --line 3335 --weight w --strata stratum --cluster village",
      { zh: "贫困发生率、深度、强度及抽样误差", en: "poverty rate, depth and severity with sampling errors" },
    ],
    [
      "jingzhun poverty --data sample.csv --income income --line 10000 --poor at-or-below --json",
      { zh: "等于线也算贫困", en: "an income at the line is poor too" },
    ],
  ],
  input: Input,
  run: async ({ income: column, line, poor, gini, ...sample }, { progress }) => {
    const { table, design } = await readSurvey({ ...sample, variance: "taylor" }, progress);
    const income = table.numbers(column);
    const without = countWithout(design, income);
    if (without > 0) progress.step(outsideWatts(without));
    const found = povertyMeasures(design, income, { line, poor }, gini);
    const words = [
      explainPoverty(found, { line, poor }),
      explainPovertyIndices(found),
      explainGini(found.gini),
    ];
    return {
      json: Object.fromEntries(
        povertyMeasureNames.map((name) => [
          name,
          { estimate: found[name].estimate, se: found[name].standardError },
        ]),
      ),
      lines: [
        `n ${found.fgt0.rows}  ${column} ${poor === "below" ? "<" : "≤"} ${line}`,
        ...povertyMeasureNames.map((name) => lineOf(name, found[name], gini)),
        ...words.flatMap(({ zh, en }) => ["", zh, en]),
      ],
    };
  },
});

const measureWords: Record<PovertyMeasureName, Words> = {
  fgt0: { zh: "贫困发生率", en: "poverty rate" },
  fgt1: { zh: "贫困深度", en: "depth" },
  fgt2: { zh: "贫困强度", en: "severity" },
  watts: { zh: "瓦茨指数", en: "Watts index" },
  sen: { zh: "森指数", en: "Sen index" },
  sst: { zh: "SST指数", en: "Sen-Shorrocks-Thon index" },
  gini: { zh: "基尼系数", en: "Gini coefficient" },
};

function lineOf(
  name: PovertyMeasureName,
  { estimate, standardError }: { estimate: number; standardError: number },
  formula: GiniFormula,
): string {
  const say = (value: number) => (Number.isNaN(value) ? "—" : String(Number(value.toPrecision(7))));
  const how = name === "gini" ? `  (${formula})` : "";
  return `${name} ${bilingual(measureWords[name])}: ${say(estimate)}  SE ${say(standardError)}${how}`;
}

/** Records that count and have no income or a negative one. */
function countWithout({ weight }: Design, income: Float64Array): number {
  return income.filter((own, row) => own <= 0 && (weight[row] ?? 0) > 0).length;
}

function outsideWatts(rows: number): string {
  return (
    `${rows}条记录的收入是0或负数：瓦茨指数算不了，没有计入这些记录；其他指标计入。\n` +
    `${rows} records have an income of 0 or less: they are outside the Watts index, which has no value there, and inside all others.`
  );
}
