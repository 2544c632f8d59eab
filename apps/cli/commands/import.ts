/** `import`: a register file, all good rows in one transaction, every bad row with its place and reason. */
import { z } from "zod";
import type { ImportPreview } from "../../../domain/registry/import.contract.ts";
import { registerListener } from "../../register-listener.ts";
import { defineCommand } from "../command.ts";
import { YearOption } from "../command-input.ts";
import { importFile } from "../import-file.ts";
import { requireReadable } from "../readable-file.ts";
import { withSession } from "../session.ts";

export const importCommand = defineCommand({
  argument: { name: "<file>", about: { zh: ".xlsx 或 .csv 文件", en: "an .xlsx or .csv file" } },
  options: [
    [
      "--year <year>",
      { zh: "台账年度，省略则以文件为准", en: "year of the book; what the file says when absent" },
    ],
    ["--dry-run", { zh: "只看结果，不写入", en: "show what would happen, write nothing" }],
  ],
  examples: [
    [
      "jingzhun import 花名册.xlsx --year 2018 --dry-run",
      { zh: "先看退回行和差异", en: "look at rejects and difference first" },
    ],
    ["jingzhun import 花名册.xlsx --year 2018", { zh: "写入", en: "write it" }],
  ],
  input: z.strictObject({
    file: z.string(),
    year: YearOption.optional(),
    dryRun: z.boolean().default(false),
  }),
  run: async ({ file, year, dryRun }, context) => {
    await requireReadable(file);
    return withSession(context, async (session) => {
      const found = await importFile(session, context.progress, file, {
        year,
        dryRun,
        listener: registerListener,
      });
      const { sheets: _, rejectedCount: __, ...summary } = found;
      const json = { ...summary, rejected: found.rejected.map(presentReject) };
      return { json, lines: linesOf(found, dryRun), exitCode: found.rejected.length > 0 ? 3 : 0 };
    });
  },
});

/** The reason is the Chinese sentence; the English one stands beside it. */
function presentReject({ sheet, row, column, reason }: ImportPreview["rejected"][number]) {
  return { sheet, row, column, reason: reason.zh, reasonEn: reason.en };
}

const shownRejects = 20;
const shownChanges = 20;

function linesOf(found: ImportPreview, dryRun: boolean): string[] {
  const { households, persons, created, updated, unchanged, gone, rejected, diff } = found;
  return [
    `${dryRun ? "预览（未写入） dry run, nothing written" : "已写入 written"}: ${found.recognised} ${found.year}年`,
    `接受 accepted: ${households} 户 households，${persons} 人 persons`,
    `新增 created: ${created}，更新 updated: ${updated}，未变 unchanged: ${unchanged}，表中没有 gone: ${gone}`,
    ...diff.changed
      .slice(0, shownChanges)
      .map(({ registerNo, label, from, to }) => `  ${registerNo} ${label}: ${from ?? "—"} → ${to ?? "—"}`),
    ...more(diff.changedCount - shownChanges),
    `退回 rejected: ${rejected.length} 行 rows`,
    ...rejected
      .slice(0, shownRejects)
      .map(
        ({ sheet, row, column, reason }) => `  ${sheet} 第${row}行 ${column}：${reason.zh} / ${reason.en}`,
      ),
    ...more(rejected.length - shownRejects),
  ];
}

function more(count: number): string[] {
  return count > 0 ? [`  ……另有 ${count} 条，用 --json 查看全部 / ${count} more, see --json`] : [];
}
