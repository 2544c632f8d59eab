/** The table of the places below as a file: the same numbers as the page, with as-of, snapshot and how each is computed. */
import { percentOf } from "../../../engines/figure/percent.ts";
import { type TableRow, csvOf, xlsxOf } from "../../../platform/table-file.ts";
import type { Work } from "../../access/work.ts";
import { getDivisionTree } from "../../registry/division.service.ts";
import type { AreaFigures, Counts } from "./figure.contract.ts";
import { provenanceNotes } from "./file-notes.ts";
import type { FigureExportQuery } from "./figure-export.contract.ts";
import { getAreaFigures } from "./figure.service.ts";
import { verdictProblems } from "../verdict.problems.ts";

interface Column {
  head: string;
  about: string;
  value(counts: Counts): number | string | null;
}

const exitNote = "未脱贫、预脱贫和返贫户逐户对照现行退出标准";

const columns: readonly Column[] = [
  { head: "在册户", about: "本年度台账中在册的户数", value: (of) => of.households },
  { head: "人口", about: "在册户的在册成员数", value: (of) => of.persons },
  {
    head: "未脱贫户",
    about: "脱贫属性为未脱贫的户数，返贫户另列",
    value: (of) => of.poorHouseholds - of.returnedHouseholds,
  },
  { head: "预脱贫户", about: "脱贫属性为预脱贫的户数", value: (of) => of.preExitHouseholds },
  { head: "脱贫户", about: "脱贫属性为脱贫的户数", value: (of) => of.liftedHouseholds },
  { head: "返贫户", about: "脱贫属性为返贫的户数", value: (of) => of.returnedHouseholds },
  { head: "监测户", about: "监测对象中风险未消除的户数", value: (of) => of.monitoredHouseholds },
  {
    head: "监测未登记户",
    about: "台账没有登记是不是监测对象的户数",
    value: (of) => of.households - of.monitoredHouseholds - of.unmonitoredHouseholds,
  },
  { head: "有帮扶责任人户", about: "年末有帮扶责任人的户数", value: (of) => of.helpedHouseholds },
  { head: "无帮扶责任人户", about: "登记为没有帮扶责任人的户数", value: (of) => of.unhelpedHouseholds },
  {
    head: "帮扶责任人未登记户",
    about: "台账没有登记有没有帮扶责任人的户数",
    value: (of) => of.households - of.helpedHouseholds - of.unhelpedHouseholds,
  },
  {
    head: "帮扶责任人覆盖率",
    about: "有帮扶责任人户 ÷（有帮扶责任人户＋无帮扶责任人户）；都未登记的地方留空",
    value: (of) => ratio(of.helpedHouseholds, of.helpedHouseholds + of.unhelpedHouseholds),
  },
  { head: "退出标准都达标户", about: exitNote, value: judged((of) => of.exitPass) },
  { head: "只差一项户", about: exitNote, value: judged((of) => of.exitFailOne) },
  { head: "差两项及以上户", about: exitNote, value: judged((of) => of.exitFail - of.exitFailOne) },
  { head: "待核实户", about: `${exitNote}，有缺项或矛盾`, value: judged((of) => of.exitUnknown) },
  {
    head: "本年度无退出标准户",
    about: "本地本年度没有退出标准、不作判定的户数；这时前四列留空",
    value: (of) => of.exitNoStandard,
  },
  {
    head: "有数据问题户",
    about: "户或成员至少有一条数据质量问题的户数",
    value: (of) => of.findingHouseholds,
  },
  {
    head: "数据问题户占比",
    about: "有数据问题户 ÷ 在册户",
    value: (of) => ratio(of.findingHouseholds, of.households),
  },
];

/** @throws Problem access.outside-area, verdict.not-evaluated */
export async function exportFigures(
  work: Work,
  areaCode: string,
  { year, format }: FigureExportQuery,
): Promise<{ name: string; bytes: Buffer }> {
  const figures = await getAreaFigures(work, areaCode, year);
  if (!figures.counts) throw verdictProblems["verdict.not-evaluated"]({ area: areaCode, year: figures.year });
  const { name } = await getDivisionTree(work, areaCode);
  const title = `${name}${figures.year}年各地区数字`;
  const head = ["代码", "地区", ...columns.map((column) => column.head)];
  const rows = [...placeRows(figures, figures.counts), [], ...noteRows(title, figures)];
  const bytes = format === "csv" ? csvOf(head, rows) : await xlsxOf("地区", head, rows);
  return { name: `${title}.${format}`, bytes };
}

function placeRows(figures: AreaFigures, total: Counts): TableRow[] {
  return [
    ...figures.children.map(({ code, name, counts }) => [code, name, ...cellsOf(counts)]),
    [figures.area, "合计", ...cellsOf(total)],
  ];
}

/** A place without data has empty cells, not zeros. */
function cellsOf(counts: Counts | null): TableRow {
  return columns.map((column) => (counts ? column.value(counts) : null));
}

function noteRows(title: string, figures: AreaFigures): TableRow[] {
  return [
    ["说明", title],
    ["数的性质", "系统数：取自本系统台账的评估，不是公布数，也不是核实数"],
    ...provenanceNotes(figures),
    ...columns.map(({ head, about }) => ["计算方法", head, about]),
  ];
}

/** Where no standard holds nobody was judged: an empty cell, for a zero would say that nobody meets it. */
function judged(count: (counts: Counts) => number): Column["value"] {
  return (of) => (of.exitNoStandard > 0 && of.exitNoStandard === of.households ? null : count(of));
}

/** In percent as on the page; both parts stand in columns of their own for whoever computes further. */
function ratio(part: number, whole: number): string | null {
  return whole === 0 ? null : percentOf(part, whole);
}
