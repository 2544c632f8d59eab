/** `demo generate`: a register of people who do not exist, as a file; needs no database. */
import { resolve } from "node:path";
import { z } from "zod";
import { generateRegister, writeRegisterXlsx } from "../../../domain/registry/synthetic.ts";
import { cliProblems } from "../cli.problems.ts";
import { defineCommand } from "../command.ts";
import { AreaOption, YearOption, wholeNumber } from "../command-input.ts";
import { demoArea, demoYear } from "../demo-county.ts";
import { listVillages } from "../demo-villages.ts";
import { requireNew } from "../readable-file.ts";

const formats = ["roster", "monitoring"] as const;

export const demoGenerateCommand = defineCommand({
  options: [
    ["--households <n>", { zh: "户数，省略为 1000", en: "households; 1000 when absent" }],
    ["--seed <n>", { zh: "种子：同样的参数得到同样的文件", en: "seed: the same options give the same file" }],
    ["--format <format>", { zh: "版式 roster 或 monitoring", en: "roster or monitoring" }],
    ["--area <code>", { zh: "地区，省略为 411702 驿城区", en: "area; 411702 when absent" }],
    ["--year <year>", { zh: "年度，省略为 2018", en: "year; 2018 when absent" }],
    [
      "--quirks",
      { zh: "加入常见错误（不超过2%的户）", en: "with the usual faults, in at most 2 % of the households" },
    ],
    [
      "--out <file>",
      { zh: "写到哪个 .xlsx 文件，不覆盖已有的", en: "the .xlsx file to write; none is overwritten" },
    ],
  ],
  examples: [
    [
      "jingzhun demo generate --households 1000 --seed 7 --format roster --quirks --out 花名册.xlsx",
      { zh: "一千户带错误的花名册", en: "a roster of a thousand households with faults" },
    ],
  ],
  input: z.strictObject({
    households: wholeNumber(1, 200_000).default(1000),
    seed: wholeNumber(0, 2_147_483_647).default(1),
    format: z.enum(formats, "应为 roster 或 monitoring\nroster or monitoring").default("roster"),
    area: AreaOption.default(demoArea),
    year: YearOption.default(demoYear),
    quirks: z.boolean().default(false),
    out: z
      .string("请给出要写的文件\na file to write is needed")
      .endsWith(".xlsx", "文件名应以 .xlsx 结尾\nthe name ends with .xlsx"),
  }),
  run: async ({ households, seed, format, area, year, quirks, out }) => {
    requireNew(out);
    const areaVillages = listVillages(area);
    const register = generateRegister({ households, seed, areaVillages, format, quirks, year });
    await writeRegisterXlsx(out, register).catch((error: unknown) => {
      throw cliProblems["cli.file-unwritable"]({ file: resolve(out) }, error);
    });
    const { persons, spoiled, expected } = register;
    return {
      json: { file: out, households: register.households, persons, spoiled, expected },
      lines: [
        `已写入 written: ${out}`,
        `${register.households} 户 households，${persons} 人 persons`,
        ...(quirks
          ? [
              `应接受 to accept: ${expected.households} 户，${expected.persons} 人；应退回 to reject: ${expected.rejects} 行 rows`,
            ]
          : []),
      ],
    };
  },
});
