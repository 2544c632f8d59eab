/** `rank`: which rank each place has, and which ranks its sampling error leaves possible; needs no database. */
import { InputError } from "../../../engines/input-error.ts";
import { type RankSet, rankSets } from "../../../engines/survey/score/rank-sets.ts";
import { explainOrder, explainRank } from "../../../engines/survey/score/score-words.ts";
import { defineCommand } from "../command.ts";
import { decimal } from "../command-input.ts";
import { type DataTable, readDataTable } from "../data-table.ts";
import { SurveyInput, columnName, surveyOptionsNamed } from "../survey-options.ts";

const Input = SurveyInput.pick({ data: true }).extend({
  name: columnName,
  estimate: columnName,
  se: columnName,
  alpha: decimal.default(0.05),
});

export const rankCommand = defineCommand({
  options: [
    ...surveyOptionsNamed(["data"]),
    ["--name <column>", { zh: "单位名称列，每个单位一行", en: "names of the units, one line each" }],
    ["--estimate <column>", { zh: "分数或比例，越大名次越前", en: "scores or rates; the largest is first" }],
    [
      "--se <column>",
      { zh: "标准误；没有抽样误差的写0", en: "standard errors; 0 where nothing was sampled" },
    ],
    [
      "--alpha <share>",
      { zh: "整张表的错误概率，默认0.05", en: "risk of error for the whole table, 0.05 when absent" },
    ],
  ],
  examples: [
    [
      "jingzhun rank --data scores.csv --name county --estimate score --se se",
      { zh: "各县名次及其可能范围", en: "ranks of counties and the ranks that are possible" },
    ],
    [
      "jingzhun rank --data scores.csv --name county --estimate score --se se --alpha 0.1 --json",
      { zh: "允许一成的错误概率", en: "a risk of one in ten" },
    ],
  ],
  input: Input,
  run: async ({ data, name, estimate, se, alpha }, { progress }) => {
    const table = await readDataTable(data, progress);
    const names = namesOf(table, name);
    const [estimates, errors] = [table.numbers(estimate), table.numbers(se)];
    const { sets, notTold } = rankSets(
      names.map((_, unit) => ({
        estimate: estimates[unit] ?? Number.NaN,
        standardError: errors[unit] ?? Number.NaN,
      })),
      alpha,
    );
    const rows = sets.map((set, unit) => ({ name: names[unit] ?? "", ...set }));
    const sorted = rows.toSorted((a, b) => a.rank - b.rank);
    return { json: rows, lines: [...sorted.map(lineOf), ...wordsOf(sorted, notTold.length, alpha)] };
  },
});

type Row = RankSet & { name: string };

function lineOf({ name, rank, low, high }: Row): string {
  return `${rank}  ${name}  [${low}, ${high}]`;
}

function wordsOf(sorted: readonly Row[], notTold: number, alpha: number): string[] {
  const example = sorted.find(({ low, high }) => low < high) ?? sorted[0];
  if (!example) return [];
  const parts = [
    explainOrder(notTold, sorted.length),
    explainRank(example.name, example, sorted.length, alpha),
  ];
  return parts.flatMap(({ zh, en }) => ["", zh, en]);
}

/** @throws InputError rank.name-missing, rank.name-twice */
function namesOf(table: DataTable, column: string): string[] {
  const seen = new Set<string>();
  return table.texts(column).map((name, row) => {
    if (name === undefined) {
      throw new InputError("rank.name-missing", {
        zh: `第${table.lineOf(row)}行没有单位名称：每个参加排名的单位都须有名称。`,
        en: `Line ${table.lineOf(row)} has no name: each unit that is ranked needs one.`,
      });
    }
    if (seen.has(name)) {
      throw new InputError("rank.name-twice", {
        zh: `“${name}”出现了两次：每个单位一行；确是两个单位的，请用行政区划代码区分。`,
        en: `"${name}" stands there twice: one line a unit. Where two units share a name use their codes.`,
      });
    }
    seen.add(name);
    return name;
  });
}
