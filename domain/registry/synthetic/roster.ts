/** A roster sheet and its income ledger as counties exported them in 2018. Facts of the household stand on the head's row. */
import { householdAt, type SyntheticHousehold, type SyntheticPlan, type Unasked } from "./household.ts";
import { grossOf, perHeadOf, transferItemsOf, transferOf } from "./income.ts";
import type { SyntheticPerson } from "./person.ts";
import { fullWidthIf, idCell, type Quirk, yearCell, yesNoCell } from "./quirks.ts";
import type { WorkbookCell, WorkbookSheet } from "../workbook.ts";

export type Quirks = ReadonlyMap<number, Quirk>;

const placeLabels = ["行政县", "乡镇", "行政村", "自然村", "户编号"];
const personLabels = [
  "人编号",
  "姓名",
  "证件号码",
  "人数",
  "与户主关系",
  "民族",
  "文化程度",
  "在校生状况",
  "健康状况",
  "劳动技能",
  "务工状况",
  "务工时间（月）",
  "是否参加城乡居民基本医疗保险",
  "是否参加城镇职工基本医疗保险",
  "是否参加城乡居民基本养老保险",
  "参加大病医疗",
  "是否享受低保",
  "是否享受特困供养",
];
const householdLabels = [
  "识别标准",
  "脱贫属性",
  "脱贫年度",
  "贫困户属性",
  "主要致贫原因",
  "其他致贫原因",
  "危房户",
  "危房级别",
  "住房面积（平方米）",
  "饮水安全",
  "饮水困难",
  "是否有卫生厕所",
  "是否通生活用电",
  "入户路类型",
  "与村主干路距离",
  "耕地面积（亩）",
  "有效灌溉面积",
  "林地面积（亩）",
  "退耕还林面积（亩）",
  "林果面积（亩）",
  "牧草地面积（亩）",
  "水面面积（亩）",
  "不愁吃",
  "不愁穿",
  "义务教育有保障",
  "基本医疗有保障",
  "住房安全有保障",
  "饮水安全有保障",
  "人均纯收入（元）",
  "联系电话",
  "帮扶责任人",
  "帮扶单位",
  "帮扶责任人手机号",
  "定位",
];
const ledgerLabels = [
  "行政县",
  "乡镇",
  "行政村",
  "户编号",
  "人编号",
  "姓名",
  "身份证号",
  "家庭人口数",
  "与户主关系",
  "奖扶金",
  "特扶金",
  "春节慰问金",
  "低保金",
  "特困供养金",
  "养老保险金",
  "生态补偿金",
  "困难残疾人生活补贴",
  "教育资助金",
  "产业扶贫项目受益",
  "其他转移性收入合计",
  "转移性收入合计",
  "工资性收入",
  "生产经营性收入",
  "资产收益扶贫分红收入",
  "其他财产性收入",
  "家庭总收入",
  "生产经营性支出",
  "人均纯收入",
];

export function rosterSheet(plan: SyntheticPlan, quirks: Quirks): WorkbookSheet {
  const labels = [...placeLabels, ...personLabels, ...householdLabels];
  const county = plan.villages[0]?.county ?? "";
  const name = `${plan.year}年花名册`;
  const title = `${county}${plan.year}年建档立卡贫困人口花名册`;
  if (quirks.size === 0)
    return { name, merges: [], rows: () => withHeader([labels], rosterRows(plan, quirks)) };
  // A column that stands twice, a title over all columns and a line about the unit below it.
  const twice = [...labels, "联系电话"];
  return {
    name,
    merges: [{ top: 0, left: 0, bottom: 0, right: twice.length - 1 }],
    rows: () =>
      withHeader(
        [[title], ["填报单位：扶贫办", null, null, "单位：户、人、元"], twice],
        rosterRows(plan, quirks),
        notes,
      ),
  };
}

const notes: WorkbookCell[][] = [
  [],
  ["填表说明：1. 每户第一行为户主；2. 金额单位为元。"],
  ["制表人：", null, null, "审核人："],
];

export function ledgerSheet(plan: SyntheticPlan): WorkbookSheet {
  return { name: "收入台账", merges: [], rows: () => withHeader([ledgerLabels], ledgerRows(plan)) };
}

export function* withHeader(
  header: WorkbookCell[][],
  body: Iterable<WorkbookCell[]>,
  footer: WorkbookCell[][] = [],
): Generator<WorkbookCell[]> {
  yield* header;
  yield* body;
  yield* footer;
}

function* rosterRows(plan: SyntheticPlan, quirks: Quirks): Generator<WorkbookCell[]> {
  for (let index = 0; index < plan.households; index += 1) {
    const household = householdAt(plan, index);
    const quirk = quirks.get(index);
    for (const [place, member] of household.members.entries())
      yield [
        ...placeCells(household),
        ...personCells(household, member, place, quirk),
        ...(place === 0 ? householdCells(household, quirk) : []),
      ];
  }
}

function placeCells({ village, hamlet, registerNo }: SyntheticHousehold): WorkbookCell[] {
  return [village.county, village.township, village.name, hamlet, registerNo];
}

export function personNoOf({ registerNo }: SyntheticHousehold, place: number): string {
  return `${registerNo}${String(place + 1).padStart(2, "0")}`;
}

function personCells(
  household: SyntheticHousehold,
  member: SyntheticPerson,
  place: number,
  quirk: Quirk | undefined,
): WorkbookCell[] {
  const medicalInsurance = household.unasked === "insurance" ? null : member.medicalInsurance;
  return [
    personNoOf(household, place),
    member.name,
    idCell(household, member, quirk),
    fullWidthIf(quirk, String(household.members.length)),
    quirk === "missingHead" && place === 0 ? "其他" : member.relation,
    member.ethnicity,
    member.education,
    household.unasked === "school" ? null : member.school,
    member.health,
    member.labour,
    member.workPlace,
    member.workMonths,
    yesNoCell(medicalInsurance, quirk),
    yesNoCell(medicalInsurance === null ? null : false, quirk),
    yesNoCell(member.pensionInsurance, quirk),
    yesNoCell(medicalInsurance, quirk),
    yesNoCell(household.income.minimumLiving > 0, quirk),
    yesNoCell(household.income.destituteSupport > 0, quirk),
  ];
}

function householdCells(household: SyntheticHousehold, quirk: Quirk | undefined): WorkbookCell[] {
  const { guarantees, helper, income, members, unasked } = household;
  const unless = (missing: Unasked, cell: WorkbookCell): WorkbookCell => (unasked === missing ? null : cell);
  return [
    "国家标准",
    household.exitStatus,
    yearCell(household.exitYear, quirk),
    household.attribute,
    household.mainCause,
    household.otherCause,
    ...livingCells(household, quirk),
    unless("food", guarantees.food),
    unless("clothing", guarantees.clothing),
    unless("school", guarantees.education),
    unless("insurance", guarantees.medical),
    unless("house", guarantees.housing),
    unless("water", guarantees.water),
    unless("income", perHeadOf(income, members.length)),
    fullWidthIf(quirk, household.phone),
    helper.name,
    helper.unit,
    fullWidthIf(quirk, helper.phone),
    null,
  ];
}

function livingCells({ living, unasked }: SyntheticHousehold, quirk: Quirk | undefined): WorkbookCell[] {
  const isWaterSafe = unasked === "water" ? null : living.waterSafe;
  return [
    unasked === "house" ? null : yesNoCell(living.isDangerous, quirk),
    unasked === "house" ? null : living.houseGrade,
    living.houseArea,
    yesNoCell(isWaterSafe, quirk),
    yesNoCell(isWaterSafe === null ? null : !isWaterSafe, quirk),
    yesNoCell(living.toilet, quirk),
    yesNoCell(living.power, quirk),
    living.roadType,
    living.roadDistance,
    living.farmland,
    living.irrigated,
    living.forest,
    living.returnedForest,
    living.orchard,
    living.pasture,
    living.waterSurface,
  ];
}

function* ledgerRows(plan: SyntheticPlan): Generator<WorkbookCell[]> {
  for (let index = 0; index < plan.households; index += 1) {
    const household = householdAt(plan, index);
    const { village, registerNo, members, income } = household;
    const [head] = members;
    if (!head || household.unasked === "income") continue;
    yield [
      village.county,
      village.township,
      village.name,
      registerNo,
      personNoOf(household, 0),
      head.name,
      head.idNumber,
      members.length,
      head.relation,
      income.familyPlanning,
      0,
      income.festivalAid,
      income.minimumLiving,
      income.destituteSupport,
      income.pension,
      income.ecology,
      income.disabledAid,
      income.schoolAid,
      income.industryAid,
      transferItemsOf(income),
      transferOf(income),
      income.wage,
      income.production,
      income.dividend,
      income.rent,
      grossOf(income),
      income.productionCost,
      perHeadOf(income, members.length),
    ];
  }
}
