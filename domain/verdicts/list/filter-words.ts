/** The filters of a household list in words, for the file that was made with them. */
import type { Work } from "../../access/work.ts";
import { labelOf } from "../../registry/code-list.ts";
import { readDefinition } from "../policy/applied-rule.ts";
import type { HouseholdExport } from "./household-export.contract.ts";
import type { ExitOutcome, Outcome } from "./household-list.contract.ts";
import { findPeriod } from "../periods/period.ts";
import { findRule } from "../policy/policy.sql.ts";
import { verdictProblems } from "../verdict.problems.ts";

export const outcomeWords: Record<ExitOutcome, string> = {
  pass: "达标",
  fail: "未达标",
  unknown: "待核实",
  notApplicable: "不适用",
  noStandard: "本年度无退出标准",
};

/** What a criterion calls met and failed has other words in other kinds of rules. */
const wordsOfKind: Record<string, Partial<Record<Outcome, string>>> = {
  eligibility: { pass: "符合", fail: "不符合" },
  risk: { pass: "无风险", fail: "有风险" },
  quality: { pass: "无问题", fail: "有问题" },
};

const periodWords = { over: "期满于上月及以前", now: "期满于本月", unknown: "缺数据" } as const;

/** What the filters name by id, as the policies call it; undefined where no such thing is asked for. */
export interface NamedInFilters {
  rule: { title: string; kind: string } | undefined;
  period: string | undefined;
}

/** @throws Problem verdict.unknown-rule, verdict.unknown-period */
export async function namedInFilters(
  work: Work,
  { rule, period }: Pick<HouseholdExport, "rule" | "period">,
): Promise<NamedInFilters> {
  return {
    rule: rule && (await ruleNamed(work, rule.id)),
    period: period && periodNamed(period.id),
  };
}

async function ruleNamed(work: Work, id: string): Promise<NamedInFilters["rule"]> {
  const row = await findRule(work.tx, id);
  if (!row) throw verdictProblems["verdict.unknown-rule"]({ id });
  const { title, kind } = readDefinition(row);
  return { title: title.zh, kind };
}

function periodNamed(id: string): string {
  const period = findPeriod(id);
  if (!period) throw verdictProblems["verdict.unknown-period"]({ id });
  return period.title.zh;
}

type Filters = { [Name in keyof HouseholdExport]-?: Exclude<HouseholdExport[Name], undefined> };

/** Words of each filter; an empty text where it says nothing. A filter that is added to the contract has to be named here. */
type WordsOfFilters = { [Name in keyof Filters]: (value: Filters[Name], named: NamedInFilters) => string };

const filterWordsOf: WordsOfFilters = {
  // The file says its year in a line of its own.
  year: () => "",
  exitStatus: (codes) => coded("脱贫属性", "exitStatus", codes),
  attribute: (codes) => coded("户类型", "povertyAttribute", codes),
  cause: (codes) => coded("主要致贫原因", "cause", codes),
  helped: (said) => (said === "unknown" ? "帮扶责任人未登记" : said ? "有帮扶责任人" : "无帮扶责任人"),
  monitored: (said) => (said === "unknown" ? "是否监测对象未登记" : said ? "监测对象" : "非监测对象"),
  poorVillage: (yes) => (yes ? "在贫困村" : "不在贫困村"),
  exited: (yes) => (yes ? "本年度脱贫" : "非本年度脱贫"),
  exitOutcome: (outcome) => `退出核查${outcomeWords[outcome]}`,
  exitFailed: (count) => (count === "one" ? "退出标准只差一项" : "退出标准差两项及以上"),
  finding: (yes) => (yes ? "有数据问题" : "无数据问题"),
  rule: ({ id, outcome }, { rule }) => {
    const said = wordsOfKind[rule?.kind ?? ""]?.[outcome] ?? outcomeWords[outcome];
    return `规则“${rule?.title ?? id}”（${id}）${said}`;
  },
  period: ({ id, state }, { period }) => `期限“${period ?? id}”${periodWords[state]}`,
  order: (order) => (order === "descending" ? "按户编号从大到小排列" : ""),
};

/** Each filter in force, in the order of the contract. */
export function filterWords(filters: HouseholdExport, named: NamedInFilters): string[] {
  const names = Object.keys(filterWordsOf).filter((name): name is keyof Filters => name in filters);
  return names.map((name) => wordsOf(name, filters, named)).filter((words) => words !== "");
}

function wordsOf<Name extends keyof Filters>(
  name: Name,
  filters: { [Key in Name]?: Filters[Key] | undefined },
  named: NamedInFilters,
): string {
  const value = filters[name];
  return value === undefined ? "" : filterWordsOf[name](value, named);
}

function coded(title: string, list: string, codes: readonly string[]): string {
  if (codes.length === 0) return "";
  return `${title}为${codes.map((code) => labelOf(list, code)?.label).join("、")}`;
}
