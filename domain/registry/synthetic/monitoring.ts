/**
 * The export 监测对象信息 of the monitoring system: two title rows, the header on row 3, one row a person, no names, the
 * facts of the household on every row. The persons are those of the roster of the same plan.
 */
import { householdAt, type SyntheticHousehold, type SyntheticPlan } from "./household.ts";
import { perHeadOf, transferOf } from "./income.ts";
import type { SyntheticPerson } from "./person.ts";
import { idCell, monthCell, type Quirk, yesNoCell } from "./quirks.ts";
import { chanceOf } from "./random.ts";
import { type Quirks, withHeader } from "./roster.ts";
import type { WorkbookCell, WorkbookSheet } from "../workbook.ts";

interface Monitoring {
  category: string | null;
  identified: number | null;
  eliminated: boolean | null;
  eliminatedMonth: number | null;
  eliminationWay: string | null;
  risks: (string | null)[];
}

type Column = readonly [
  label: string,
  cell: (on: {
    household: SyntheticHousehold;
    member: SyntheticPerson;
    monitoring: Monitoring;
    quirk: Quirk | undefined;
  }) => WorkbookCell,
];

const columns: readonly Column[] = [
  ["县", ({ household }) => household.village.county],
  ["乡", ({ household }) => household.village.township],
  ["村", ({ household }) => household.village.name],
  ["户编号", ({ household }) => household.registerNo],
  ["证件号码", ({ household, member, quirk }) => idCell(household, member, quirk)],
  ["证件类型", () => "居民身份证"],
  ["与户主关系", ({ member }) => member.relation],
  ["性别", ({ member }) => member.sex],
  ["民族", ({ member }) => member.ethnicity],
  ["出生日期", ({ member }) => member.idNumber.slice(6, 14)],
  ["文化程度", ({ member }) => member.education],
  ["在校生状况", ({ member }) => member.school],
  ["健康状况", ({ member }) => member.health],
  ["劳动技能", ({ member }) => member.labour],
  ["家庭成员联系电话", ({ household, member }) => (member.relation === "户主" ? household.phone : null)],
  ["户类型", () => "脱贫户"],
  ["监测对象类别", ({ monitoring }) => monitoring.category],
  ["识别监测时间", ({ monitoring, quirk }) => monthCell(monitoring.identified, quirk)],
  ["风险是否已消除", ({ monitoring, quirk }) => yesNoCell(monitoring.eliminated, quirk)],
  ["风险是否已消除", ({ monitoring, quirk }) => yesNoCell(monitoring.eliminated, quirk)],
  ["消除监测时间", ({ monitoring, quirk }) => monthCell(monitoring.eliminatedMonth, quirk)],
  ["风险消除方式", ({ monitoring }) => monitoring.eliminationWay],
  ...[0, 1, 2, 3, 4].map((place): Column => [
    `致贫/返贫风险${place + 1}`,
    ({ monitoring }) => monitoring.risks[place] ?? null,
  ]),
  ["实施开发式帮扶措施情况", ({ monitoring }) => (monitoring.category === null ? null : "是")],
  [
    "整户无劳动能力兜底保障户",
    ({ household, quirk }) =>
      yesNoCell(
        household.members.every(({ labour }) => labour === "无劳动力"),
        quirk,
      ),
  ],
  ["人均纯收入（元）", ({ household }) => perHeadOf(household.income, household.members.length)],
  ["工资性收入", ({ household }) => household.income.wage],
  ["生产经营性收入", ({ household }) => household.income.production],
  ["转移性收入", ({ household }) => transferOf(household.income)],
  ["合规自付支出", () => 0],
  ["是否参加城乡居民基本医疗保险", ({ member, quirk }) => yesNoCell(member.medicalInsurance, quirk)],
  ["是否参加城镇职工基本医疗保险", () => "否"],
  ["是否参加大病保险", ({ member, quirk }) => yesNoCell(member.medicalInsurance, quirk)],
  ["是否参加城乡居民基本养老保险", ({ member, quirk }) => yesNoCell(member.pensionInsurance, quirk)],
  ["是否危房户", ({ household, quirk }) => yesNoCell(household.living.isDangerous, quirk)],
  ["是否解决安全饮用水", ({ household, quirk }) => yesNoCell(household.living.waterSafe, quirk)],
  ["是否有卫生厕所", ({ household, quirk }) => yesNoCell(household.living.toilet, quirk)],
  ["住房面积", ({ household }) => household.living.houseArea],
  ["耕地面积（亩）", ({ household }) => household.living.farmland],
  ["产业帮扶", ({ monitoring }) => (monitoring.category === null ? null : "种植业")],
  ["综合保障", ({ household }) => (household.attribute === "低保贫困户" ? "低保" : null)],
];

export function monitoringSheet(plan: SyntheticPlan, quirks: Quirks): WorkbookSheet {
  const labels = columns.map(([label]) => label);
  const title = `${plan.villages[0]?.county ?? ""}${plan.year}年（自定义）监测对象信息`;
  return {
    name: "监测对象信息",
    merges: [{ top: 0, left: 0, bottom: 0, right: labels.length - 1 }],
    rows: () => withHeader([[title], ["基本情况"], labels], rows(plan, quirks)),
  };
}

function* rows(plan: SyntheticPlan, quirks: Quirks): Generator<WorkbookCell[]> {
  for (let index = 0; index < plan.households; index += 1) {
    const household = householdAt(plan, index);
    const monitoring = monitoringOf(plan, index, household);
    const quirk = quirks.get(index);
    for (const member of household.members)
      yield columns.map(([, cell]) => cell({ household, member, monitoring, quirk }));
  }
}

const monitoringStream = 3;
const ordinary: Monitoring = {
  category: null,
  identified: null,
  eliminated: null,
  eliminatedMonth: null,
  eliminationWay: null,
  risks: [],
};

function monitoringOf(
  { seed, year }: SyntheticPlan,
  index: number,
  { mainCause }: SyntheticHousehold,
): Monitoring {
  const chance = chanceOf(seed, monitoringStream, index);
  if (!chance.happens(0.06)) return ordinary;
  const identifiedMonth = chance.between(1, 9);
  const eliminated = chance.happens(0.4);
  const cause = { 因病: "因病", 因残: "因残", 因学: "因学" }[String(mainCause)] ?? "缺劳动力";
  return {
    category: chance.weighted([
      ["脱贫不稳定户", 60],
      ["边缘易致贫户", 28],
      ["突发严重困难户", 12],
    ]),
    identified: (year - 1) * 100 + identifiedMonth,
    eliminated,
    eliminatedMonth: eliminated ? year * 100 + chance.between(1, 12) : null,
    eliminationWay: eliminated ? "帮扶消除" : null,
    risks: [cause, chance.happens(0.3) ? "因务工就业不稳" : null],
  };
}
