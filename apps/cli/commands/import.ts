/** `import`: a register file, all good rows in one transaction, every bad row with its place and reason. */
import { z } from "zod";
import type { ImportPreview } from "../../../domain/registry/import.contract.ts";
import { registerListener } from "../../register-listener.ts";
import { defineCommand } from "../command.ts";
import { YearOption } from "../command-input.ts";
import { importFile } from "../import-file.ts";
import { requireReadable } from "../readable-file.ts";
import { withSession } from "../session.ts";

const DigestOption = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/,
    "应为 --dry-run 显示的64位校验值\nshould be the digest of 64 characters that --dry-run shows",
  );

export const importCommand = defineCommand({
  argument: {
    name: "<file>",
    about: {
      zh: ".xlsx 或 .csv 文件；只按列名识别，不使用导入页面上保存的列对应",
      en: "an .xlsx or .csv file; columns are known by their labels, mappings saved on the import page are not used",
    },
  },
  options: [
    [
      "--year <year>",
      { zh: "台账年度，省略则以文件为准", en: "year of the book; what the file says when absent" },
    ],
    [
      "--confirm-identity-changes <digest>",
      {
        zh: "户主与全部成员均变更的户也写入；校验值由 --dry-run 显示，先核对是否编号重复",
        en: "write also households whose head and members are all others; --dry-run shows the digest, check first whether a number was given twice",
      },
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
    confirmIdentityChanges: DigestOption.optional(),
    dryRun: z.boolean().default(false),
  }),
  run: async ({ file, year, confirmIdentityChanges, dryRun }, context) => {
    await requireReadable(file);
    return withSession(context, async (session) => {
      const found = await importFile(session, context.progress, file, {
        year,
        dryRun,
        identityDigest: confirmIdentityChanges,
        listener: registerListener,
      });
      // Nothing lies outside the scope of a command, and the counts are the lengths of its lists.
      const { sheets: _, rejectedCount: __, remarkCount: ___, outside: ____, ...withOutside } = found;
      const { outsideCount: _____, headless: ______, headlessCount: _______, ...summary } = withOutside;
      const { rejected, remarks } = found;
      const json = { ...summary, rejected: rejected.map(presentReject), remarks: remarks.map(presentReject) };
      return { json, lines: linesOf(found, dryRun), exitCode: found.rejected.length > 0 ? 3 : 0 };
    });
  },
});

/** As docs/cli.md promises: the reason is the Chinese sentence; the English one stands beside it. */
function presentReject({ reason, sheet, row, registerNo, column }: ImportPreview["rejected"][number]) {
  return { sheet, row, registerNo, column, reason: reason.zh, reasonEn: reason.en };
}

const shownPlaces = 20;
const shownChanges = 20;

function linesOf(found: ImportPreview, dryRun: boolean): string[] {
  const { households, persons, created, updated, unchanged, gone, rejected, remarks, diff } = found;
  return [
    `${endOf(found, dryRun)}: ${found.recognised} ${found.year}年`,
    `接受 accepted: ${households} 户 households，${persons} 人 persons`,
    `新增 created: ${created}，更新 updated: ${updated}，未变 unchanged: ${unchanged}，表中没有 gone: ${gone}`,
    ...diff.changed
      .slice(0, shownChanges)
      .map(
        ({ registerNo, label, from, to, hidden }) =>
          `  ${registerNo} ${label}: ${hidden ? "已变更 changed" : `${from ?? "—"} → ${to ?? "—"}`}`,
      ),
    ...more(diff.changedCount - shownChanges),
    ...identityLines(found),
    `退回 rejected: ${rejected.length} 行 rows`,
    ...placeLines(rejected),
    ...(found.outsideCount > 0 ? [`不归您写入 not yours to write: ${found.outsideCount} 户 households`] : []),
    `未采用的值 values left out: ${remarks.length} 处 cells`,
    ...placeLines(remarks),
  ];
}

function endOf({ created, updated }: ImportPreview, dryRun: boolean): string {
  if (dryRun) return "预览（未写入） dry run, nothing written";
  return created + updated > 0 ? "已写入 written" : "没有变化，未写入 nothing new, nothing written";
}

function identityLines({ identityChanges, identityChangeCount, identityDigest }: ImportPreview): string[] {
  if (identityChangeCount === 0) return [];
  return [
    `户主与全部成员均变更，疑似编号重复 head and all members changed, perhaps a number given twice: ${identityChangeCount} 户 households`,
    ...identityChanges.slice(0, shownPlaces).map((registerNo) => `  ${registerNo}`),
    ...more(identityChangeCount - shownPlaces),
    `  核对无误后写入 to write them after a check: --confirm-identity-changes ${identityDigest}`,
  ];
}

function placeLines(places: ImportPreview["rejected"]): string[] {
  return [
    ...places
      .slice(0, shownPlaces)
      .map(
        ({ sheet, row, registerNo, column, reason }) =>
          `  ${sheet} 第${row}行 ${registerNo ?? ""} ${column}：${reason.zh} / ${reason.en}`,
      ),
    ...more(places.length - shownPlaces),
  ];
}

function more(count: number): string[] {
  return count > 0 ? [`  ……另有 ${count} 条，用 --json 查看全部 / ${count} more, see --json`] : [];
}
