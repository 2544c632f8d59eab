/** The rows of an exported household list, pulled page by page, and under them what they are. */
import type { TableRow } from "../../../platform/table-file.ts";
import type { Work } from "../../access/work.ts";
import { listPath } from "../../registry/division.service.ts";
import { findAreaRow } from "../figures/figure.sql.ts";
import { provenanceNotes } from "../figures/file-notes.ts";
import { filterWords, namedInFilters, outcomeWords } from "./filter-words.ts";
import type { HouseholdExportInput } from "./household-export.contract.ts";
import type { HouseholdRow } from "./household-list.contract.ts";
import { pagesOfHouseholds } from "./household-list.service.ts";
import { rangeOf } from "../figures/measure.ts";
import { noProvenance, provenanceOf } from "../figures/provenance.ts";

export const householdHead: readonly string[] = [
  "县",
  "乡镇",
  "村",
  "户编号",
  "户主（已隐去）",
  "人数",
  "脱贫属性",
  "户类型",
  "主要致贫原因",
  "家庭纯收入（元）",
  "退出核查",
];

/** @param count is told how many rows there are so far, before they are written */
export async function* householdTable(
  work: Work,
  { areaCode, filters }: HouseholdExportInput,
  count: (rows: number) => Promise<void>,
): AsyncGenerator<TableRow> {
  const townships = new Map<string, [county: string, township: string]>();
  let rows = 0;
  for await (const page of pagesOfHouseholds(work, areaCode, filters)) {
    rows += page.length;
    await count(rows);
    for (const row of page) {
      const code = `${row.areaCode.slice(0, 9)}000`;
      const names = townships.get(code) ?? (await namesOf(work, code));
      townships.set(code, names);
      yield [...names, ...cellsOf(row)];
    }
  }
  yield [];
  yield* await notesOf(work, { areaCode, filters }, rows);
}

async function namesOf(work: Work, code: string): Promise<[county: string, township: string]> {
  const path = await listPath(work, code);
  const nameOf = (wanted: string): string => path.find((place) => place.code === wanted)?.name ?? "";
  return [nameOf(`${code.slice(0, 6)}000000`), nameOf(code)];
}

function cellsOf(row: HouseholdRow): TableRow {
  return [
    row.village,
    row.registerNo,
    row.maskedHead,
    row.persons,
    row.exitStatus?.label ?? null,
    row.attribute?.label ?? null,
    row.mainCause?.label ?? null,
    row.netIncome === null ? null : row.netIncome / 100,
    row.exitOutcome === null ? "未评估" : outcomeWords[row.exitOutcome],
  ];
}

async function notesOf(
  work: Work,
  { areaCode, filters }: HouseholdExportInput,
  rows: number,
): Promise<TableRow[]> {
  const words = filterWords(filters, await namedInFilters(work, filters));
  return [
    ["说明", `共${rows}户；姓名已隐去，不含证件号码、电话和银行账号`],
    ["数的性质", "系统数：各列按导出时的台账；退出核查按下列评估，评估后修改的户按修改后的台账重判"],
    ["导出时间", work.now.toISOString()],
    ["年度", String(filters.year ?? "")],
    ...provenanceNotes(await evaluationOf(work, areaCode, filters.year)),
    ["筛选条件", words.join("；") || "无"],
  ];
}

/** The evaluation that the outcomes are of. */
async function evaluationOf(work: Work, areaCode: string, year: number | undefined) {
  const row = year === undefined ? undefined : await findAreaRow(work.tx, rangeOf(areaCode), year);
  return row && year !== undefined ? provenanceOf(work, areaCode, year, row) : noProvenance;
}
