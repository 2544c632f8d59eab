/** What the design page shows: shaped like replies of the server. Nobody here is real. */
import type { Figure } from "../../../../domain/verdicts/figures/figure.contract.ts";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";

export const sampleAsOf = "2018-11-20T02:30:00.000Z";
export const sampleSnapshot = "01a22687-0000-7000-8000-000000000000";

const plain = { notOnRecord: null, missing: null, adjustment: null, denominatorNote: null };

export const sampleFigures: Figure[] = [
  {
    ...plain,
    id: "exit-rate",
    title: { zh: "脱贫率", en: "Exit rate" },
    unit: "ratio",
    partUnit: "人",
    value: 8140 / 11041,
    numerator: 8140,
    denominator: 11041,
    formula: {
      zh: "脱贫人口 ÷（脱贫＋未脱贫＋预脱贫＋返贫人口），同一快照",
      en: "lifted persons ÷ (lifted + not lifted + proposed for exit + returned persons) of the same snapshot",
    },
  },
  {
    ...plain,
    id: "headcount",
    title: { zh: "建档立卡人口", en: "Registered persons" },
    unit: "人",
    partUnit: "人",
    value: 11041,
    numerator: 11041,
    denominator: null,
    formula: {
      zh: "本年度台账中在册户的在册成员数",
      en: "Members on the books of registered households in the year",
    },
  },
  {
    ...plain,
    id: "incidence",
    title: { zh: "贫困发生率", en: "Poverty incidence" },
    unit: "ratio",
    partUnit: "人",
    value: null,
    numerator: 318,
    denominator: null,
    formula: {
      zh: "（未脱贫人口＋返贫人口）÷ 公布的乡村人口",
      en: "(not lifted + returned persons) ÷ published rural population",
    },
    missing: {
      zh: "没有录入2018年公布的乡村人口",
      en: "The rural population published for 2018 is not entered",
    },
  },
];

export const sampleVerdict: RuleVerdict = {
  ruleId: "exit.household.housing",
  version: "sample",
  unit: "household",
  memberId: null,
  maskedMember: null,
  kind: "criterion",
  severity: "must",
  repeats: [],
  standard: { id: "exit.national", name: { zh: "国家标准", en: "National standard" } },
  title: { zh: "住房安全有保障", en: "Housing is safe" },
  failing: { zh: "住房不安全", en: "Unsafe housing" },
  outcome: "fail",
  sentence: {
    zh: "房子的等级是“C级”：要先改造好，或另外安排安全住房（依据厅字〔2016〕16号 三（一））",
    en: "The house is listed as “grade C”: make it safe, or provide another safe house",
  },
  applies: { zh: "未脱贫、预脱贫和返贫的户", en: "Households not lifted, proposed for exit or returned" },
  parts: [
    {
      required: { zh: "住房等级为A级或B级", en: "The house is of grade A or B" },
      outcome: "fail",
      said: { zh: "房子的等级是“C级”", en: "The house is of grade C" },
      gap: null,
    },
    {
      required: { zh: "村里核查不认为住房未达标", en: "The village check does not say otherwise" },
      outcome: "pass",
      said: null,
      gap: null,
    },
  ],
  missing: [],
  contradictions: [],
  facts: [
    {
      term: { zh: "住房等级", en: "housing grade" },
      code: "house_grade",
      value: "04",
      shown: { zh: "C级", en: "grade C" },
      change: "entered",
    },
  ],
  ruleText: "住房等级 in ('A级', 'B级')",
  substituted: "住房等级【C级】 in ('A级', 'B级')",
  source: {
    document: "关于建立贫困退出机制的意见",
    number: "厅字〔2016〕16号",
    article: "三（一）",
    mark: "V",
  },
};

export const sampleHouseholds = [
  { id: "1", head: "王**", registerNo: "4117020000000231", village: "王庄村", persons: 4, outcome: "fail" },
  {
    id: "2",
    head: "李**",
    registerNo: "4117020000000232",
    village: "王庄村",
    persons: 3,
    outcome: "unknown",
  },
  { id: "3", head: "欧阳*", registerNo: "4117020000000233", village: "孟庄村", persons: 2, outcome: "pass" },
] as const;
