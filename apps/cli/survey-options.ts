/** The options by which a sample is described, for every command that estimates from one, and how they become its design. */
import { z } from "zod";
import {
  type Design,
  type Lonely,
  buildDesign,
  degreesOfFreedom,
} from "../../engines/survey/design/design.ts";
import { replicateDegreesOfFreedom, requireReplicates } from "../../engines/survey/design/replicates.ts";
import type { VarianceMethod } from "../../engines/survey/estimate/estimate.ts";
import { cliProblems } from "./cli.problems.ts";
import type { Words } from "./command.ts";
import type { Progress } from "./output.ts";
import { populationsOf, weightsOf } from "./survey-columns.ts";
import { type DataTable, readDataTable } from "./data-table.ts";

export const surveyOptions: [flags: string, about: Words][] = [
  [
    "--data <file>",
    { zh: "数据表（CSV，首行为列名）", en: "table of data (CSV, first line names the columns)" },
  ],
  [
    "--weight <column>",
    { zh: "权数列；省略时按总体单位数推算，否则为1", en: "weights; from --fpc when absent, else 1" },
  ],
  ["--strata <column>", { zh: "层", en: "strata" }],
  ["--cluster <columns>", { zh: "整群，逗号分隔一或两阶段", en: "clusters of one or two stages, by comma" }],
  [
    "--fpc <columns>",
    {
      zh: "各层（各阶段）总体单位数；省略为放回抽样",
      en: "population per stratum (and stage); with replacement when absent",
    },
  ],
  [
    "--variance <method>",
    { zh: "抽样误差：taylor、jkn、replicates", en: "sampling error: taylor, jkn or replicates" },
  ],
  [
    "--replicates <prefix>",
    { zh: "复制权数列的前缀，后接数字", en: "prefix of the columns of replicate weights, a number follows" },
  ],
  [
    "--scale <number>",
    { zh: "复制权数的比例系数，如BRR为1/列数", en: "scale of the replicates, as 1/columns for BRR" },
  ],
  [
    "--lonely <how>",
    {
      zh: "只抽一个单位的层：merge、average、certainty、adjust；默认average",
      en: "a stratum with one unit: merge, average, certainty or adjust; average when absent",
    },
  ],
];

/** The name of a column. */
export const columnName = z
  .string("请给出列名\na column is needed")
  .trim()
  .min(1, "应为列名\nshould be the name of a column");

/** Some of the options, by their long names: for a command that takes only these. */
export function surveyOptionsNamed(names: readonly string[]): [flags: string, about: Words][] {
  return surveyOptions.filter(([flags]) => names.some((name) => flags.startsWith(`--${name} `)));
}

const lonelyChoices: readonly Lonely[] = ["merge", "average", "certainty", "adjust"];

/** Names of columns, by comma. */
export const ColumnList = z
  .string()
  .transform((text) => text.split(",").map((name) => name.trim()))
  .pipe(z.array(columnName).min(1));

export const SurveyInput = z.strictObject({
  data: z.string("请给出数据文件\na file of data is needed"),
  weight: columnName.optional(),
  strata: columnName.optional(),
  cluster: ColumnList.pipe(z.array(columnName).max(2, "最多两阶段\ntwo stages at most")).optional(),
  fpc: ColumnList.optional(),
  variance: z
    .enum(["taylor", "jkn", "replicates"], "应为taylor、jkn或replicates\nshould be taylor, jkn or replicates")
    .default("taylor"),
  replicates: columnName.optional(),
  scale: z.coerce.number("应为数字\nshould be a number").positive("应大于0\nshould be above 0").optional(),
  lonely: z
    .enum(
      lonelyChoices,
      "应为merge、average、certainty或adjust\nshould be merge, average, certainty or adjust",
    )
    .optional(),
});
export type SurveyInput = z.infer<typeof SurveyInput>;

export interface Survey {
  table: DataTable;
  design: Design;
  method: VarianceMethod;
  degreesOfFreedom: number;
}

/** Reads the data and builds its design. @throws InputError data.*, design.* @throws Problem cli.bad-input, cli.file-missing */
export async function readSurvey(input: SurveyInput, progress: Progress): Promise<Survey> {
  const table = await readDataTable(input.data, progress);
  const { weight, strata, cluster, fpc, lonely } = input;
  const design = buildDesign({
    rowCount: table.rowCount,
    ...(lonely && { lonely }),
    ...(weight !== undefined && { weight: weightsOf(table, weight) }),
    ...(strata !== undefined && { strata: table.texts(strata) }),
    columnNames: { ...(strata !== undefined && { strata }), ...(cluster && { clusters: cluster }) },
    ...(cluster && { clusters: cluster.map((name) => table.texts(name)) }),
    ...(fpc && { populations: fpc.map((name) => populationsOf(table, name)) }),
  });
  const method = methodOf(input, table);
  const df = method.kind === "replicates" ? replicateDegreesOfFreedom(method) : degreesOfFreedom(design);
  return { table, design, method, degreesOfFreedom: df };
}

function methodOf({ variance, replicates, scale, lonely }: SurveyInput, table: DataTable): VarianceMethod {
  if (variance !== "replicates") {
    if (replicates === undefined && scale === undefined) return { kind: variance };
    throw cliProblems["cli.bad-input"]({
      name: "--variance",
      zh: "给了复制权数或比例系数，就应写 --variance replicates",
      en: "replicate weights and their scale go with --variance replicates",
    });
  }
  if (lonely !== undefined) {
    throw cliProblems["cli.bad-input"]({
      name: "--lonely",
      zh: "对复制权数没有作用：误差由复制权数的列决定",
      en: "it has no effect with replicate weights, whose columns decide the error",
    });
  }
  const { prefix, scale: known } = requireBoth(replicates, scale);
  const names = table.names.filter(
    (name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)),
  );
  const method = { kind: variance, weights: names.map((name) => table.numbers(name)), scale: known };
  requireReplicates(method, table.rowCount);
  return method;
}

function requireBoth(
  prefix: string | undefined,
  scale: number | undefined,
): { prefix: string; scale: number } {
  if (prefix !== undefined && scale !== undefined) return { prefix, scale };
  throw cliProblems["cli.bad-input"]({
    name: prefix === undefined ? "--replicates" : "--scale",
    zh: "--variance replicates 须同时给出 --replicates 和 --scale",
    en: "--variance replicates needs both --replicates and --scale",
  });
}
