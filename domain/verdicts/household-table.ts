/** The rows of an exported household list, pulled page by page, and under them what they are. */
import type { TableRow } from "../../platform/table-file.ts";
import type { Work } from "../access/work.ts";
import { labelOf } from "../registry/code-list.ts";
import { listPath } from "../registry/division.service.ts";
import type { HouseholdExport, HouseholdExportInput } from "./household-export.contract.ts";
import type { ExitOutcome, HouseholdRow } from "./household-list.contract.ts";
import { pagesOfHouseholds } from "./household-list.service.ts";

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
  for (const note of notesOf(work, filters, rows)) yield note;
}

async function namesOf(work: Work, code: string): Promise<[county: string, township: string]> {
  const path = await listPath(work, code);
  const nameOf = (wanted: string): string => path.find((place) => place.code === wanted)?.name ?? "";
  return [nameOf(`${code.slice(0, 6)}000000`), nameOf(code)];
}

const outcomeWords: Record<ExitOutcome, string> = {
  pass: "达标",
  fail: "未达标",
  unknown: "待核实",
  notApplicable: "不适用",
  noStandard: "本年度无退出标准",
};

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

function notesOf(work: Work, filters: HouseholdExport, rows: number): TableRow[] {
  return [
    ["说明", `共${rows}户；姓名已隐去，不含证件号码、电话和银行账号`],
    ["数的性质", "系统数：按导出时的台账"],
    ["导出时间", work.now.toISOString()],
    ["年度", String(filters.year ?? "")],
    ["筛选条件", filterWords(filters).join("；") || "无"],
  ];
}

const codeLists = [
  ["exitStatus", "脱贫属性", "exitStatus"],
  ["attribute", "户类型", "povertyAttribute"],
  ["cause", "主要致贫原因", "cause"],
] as const;

const yesNo = [
  ["helped", "有帮扶责任人", "无帮扶责任人"],
  ["monitored", "监测对象", "非监测对象"],
  ["finding", "有数据问题", "无数据问题"],
] as const;

function filterWords(filters: HouseholdExport): string[] {
  const words: string[] = [];
  for (const [name, title, list] of codeLists) {
    const labels = (filters[name] ?? []).map((code) => labelOf(list, code)?.label);
    if (labels.length > 0) words.push(`${title}为${labels.join("、")}`);
  }
  for (const [name, yes, no] of yesNo) {
    if (filters[name] !== undefined) words.push(filters[name] ? yes : no);
  }
  if (filters.exitOutcome) words.push(`退出核查${outcomeWords[filters.exitOutcome]}`);
  if (filters.exitFailed)
    words.push(filters.exitFailed === "one" ? "退出标准只差一项" : "退出标准差两项及以上");
  if (filters.rule) words.push(`规则${filters.rule.id}${outcomeWords[filters.rule.outcome]}`);
  return words;
}
