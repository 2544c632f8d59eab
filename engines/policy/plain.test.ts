import { expect, test } from "vitest";
import { plainWords } from "./plain.ts";
import { conditionOf, testCatalogue } from "./test-catalogue.ts";

const plain = (when: string) => plainWords(conditionOf(when), testCatalogue);

test.each([
  ["人均纯收入 > 扶贫标准", "人均纯收入大于扶贫标准", "per head is above line"],
  ["人均纯收入 >= 2995.5", "人均纯收入不低于2,995.50元", "per head is at least 2,995.50 yuan"],
  ["9000 < 纯收入", "纯收入大于9,000元", "net income is above 9,000 yuan"],
  ["not 纯收入 > 9000", "纯收入不超过9,000元", "net income is at most 9,000 yuan"],
  ["家庭人口 < 3", "家庭人口低于3人", "persons is below 3 persons"],
  ["脱贫属性 = '未脱贫'", "脱贫属性是“未脱贫”", "exit status is “not lifted”"],
  [
    "脱贫属性 <> '未脱贫'",
    "脱贫属性是“脱贫”、“预脱贫”或“返贫”",
    "exit status is “lifted”, “预脱贫” or “返贫”",
  ],
  ["not 脱贫属性 in ('未脱贫', '返贫')", "脱贫属性是“脱贫”或“预脱贫”", "exit status is “lifted” or “预脱贫”"],
  ["脱贫属性 <> '脱贫'", "脱贫属性不是“脱贫”", "exit status is not “lifted”"],
  [
    "住房等级 in ('A级', 'B级', 'C级')",
    "住房等级是“A级”、“B级”或“C级”",
    "house grade is “A级”, “B级” or “C级”",
  ],
  ["not 住房等级 in ('C级', 'D级')", "住房等级不是“C级”或“D级”", "house grade is not “C级” or “D级”"],
  ["家庭人口 between 4 and 9", "家庭人口在4人和9人之间", "persons is between 4 persons and 9 persons"],
  [
    "家庭人口 not between 4 and 9",
    "家庭人口不在4人和9人之间",
    "persons is not between 4 persons and 9 persons",
  ],
  ["危房户", "危房户是“是”", "dangerous house is yes"],
  ["not 危房户", "危房户是“否”", "dangerous house is no"],
  ["危房户 = false", "危房户是“否”", "dangerous house is no"],
  ["危房户 <> true", "危房户是“否”", "dangerous house is no"],
  ["危房户 is not true", "危房户不是“是”", "dangerous house is not yes"],
  ["备注 is null", "没有填备注", "remark is not filled in"],
  ["not (备注 is null)", "填了备注", "remark is filled in"],
  ["致贫风险 contains ('因学', '因残')", "致贫风险包含“因学”和“因残”", "risks includes “因学” and “因残”"],
  [
    "not 致贫风险 overlaps ('因学', '因残')",
    "致贫风险不包含“因学”或“因残”",
    "risks does not include “因学” or “因残”",
  ],
  ["count(致贫风险) = 0", "致贫风险的项数是0", "the number of risks is 0"],
  ["识别年月 < month '2018-05'", "识别年月早于2018-05", "identified is before 2018-05"],
  ["登记日期 >= date '2018-05-01'", "登记日期不早于2018-05-01", "born is not before 2018-05-01"],
  ["住房面积 >= 家庭人口 * 13", "住房面积不低于家庭人口乘13", "house area is at least persons × 13"],
  [
    "纯收入 > 扶贫标准 * (家庭人口 + 1)",
    "纯收入大于扶贫标准乘（家庭人口加1）",
    "net income is above line × (persons + 1)",
  ],
  [
    "coalesce(耕地面积, 0) > 1",
    "耕地面积（没有填的按0）大于1",
    "farmland (where not filled in: 0) is above 1",
  ],
  [
    "危房户 = (住房等级 in ('C级', 'D级') and 家庭人口 > 0)",
    "危房户与（住房等级是“C级”或“D级”，并且家庭人口大于0人）一致",
    "dangerous house agrees with (house grade is “C级” or “D级”, and persons is above 0 persons)",
  ],
  [
    "危房户 <> (家庭人口 = 0)",
    "危房户与（家庭人口是0人）不一致",
    "dangerous house disagrees with (persons is 0 persons)",
  ],
  [
    "coalesce(家庭人口 > 0, false)",
    "（家庭人口大于0人）（没有填的按否）是“是”",
    "(persons is above 0 persons) (where not filled in: no) is yes",
  ],
])("%s: %s", (when, zh, en) => {
  expect(plain(when)).toEqual({ zh, en });
});

test.each([
  [
    "危房户 or 家庭人口 = 0",
    "危房户是“是”，或者家庭人口是0人",
    "dangerous house is yes, or persons is 0 persons",
  ],
  [
    "危房户 or 家庭人口 = 0 or 饮水安全 or 备注 is null",
    "下面至少一项：危房户是“是”；家庭人口是0人；饮水安全是“是”；没有填备注",
    "at least one of these: dangerous house is yes; persons is 0 persons; water safe is yes; remark is not filled in",
  ],
  [
    "家庭人口 = 0 or (饮水安全 and 危房户 = false)",
    "家庭人口是0人，或者（饮水安全是“是”，并且危房户是“否”）",
    "persons is 0 persons, or (water safe is yes, and dangerous house is no)",
  ],
  [
    "not (危房户 or 家庭人口 = 3)",
    "危房户是“否”，并且家庭人口不是3人",
    "dangerous house is no, and persons is not 3 persons",
  ],
])("parts side by side: %s", (when, zh, en) => {
  expect(plain(when)).toEqual({ zh, en });
});

test.each([
  [
    "备注 is null or 备注 <> '未达标'",
    "备注不是“未达标”（备注空着的略过这一项）",
    "remark is not “未达标” (passed over where remark is empty)",
  ],
  ["备注 is not null and 备注 = '甲'", "备注是“甲”", "remark is “甲”"],
  [
    "住房等级 is not null or 危房户 = false",
    "没有填住房等级的，危房户是“否”",
    "where house grade is not filled in, dangerous house is no",
  ],
  [
    "住房等级 is not null or 备注 is not null or 危房户 = false",
    "住房等级和备注都没有填的，危房户是“否”",
    "where house grade and remark are not filled in, dangerous house is no",
  ],
  [
    "not (备注 is not null and 备注 = '甲')",
    "备注不是“甲”（备注空着的略过这一项）",
    "remark is not “甲” (passed over where remark is empty)",
  ],
  [
    "备注 is null or 家庭人口 = 0",
    "没有填备注，或者家庭人口是0人",
    "remark is not filled in, or persons is 0 persons",
  ],
  [
    "备注 is null or 住房等级 is null",
    "没有填备注，或者没有填住房等级",
    "remark is not filled in, or house grade is not filled in",
  ],
])("a guard against what is not filled in: %s", (when, zh, en) => {
  expect(plain(when)).toEqual({ zh, en });
});
