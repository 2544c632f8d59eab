import { describe, expect, test } from "vitest";
import { runExamples } from "./examples.ts";
import { judge } from "./judge.ts";
import { ruleWith } from "./test-catalogue.ts";
import type { Facts } from "./value.ts";

const facts: Facts = {
  "household.persons": 3,
  "household.net_income": 870_000,
  "household.line": 299_500,
  "household.exit_status": "0",
  "household.house_grade": "04",
  "household.house_area": 40,
  "household.farmland": 0.5,
  "household.risks": ["01"],
  "household.dangerous_house": true,
  "household.identified": 201812,
};

describe("the sentence", () => {
  test("of a failure is the message with this household's values and the article", () => {
    const verdict = judge(ruleWith({}), facts);
    expect(verdict.outcome).toBe("fail");
    expect(verdict.sentence.zh).toBe(
      "人均纯收入2,900元，未超过2,995元（依据：《关于建立贫困退出机制的意见》（厅字〔2016〕16号）第二条）",
    );
    expect(verdict.sentence.en).toBe(
      "Net income per head is 2,900 yuan, not above 2,995 (Opinions on exit from poverty, 厅字〔2016〕16号, 第二条)",
    );
    expect(verdict.substituted).toBe("人均纯收入【2,900元】 > 扶贫标准【2,995元】");
    expect(verdict.facts).toEqual([
      {
        term: { zh: "人均纯收入", en: "per head" },
        code: "household.per_head",
        value: 290_000,
        shown: { zh: "2,900元", en: "2,900 yuan" },
        change: "entered",
      },
      {
        term: { zh: "扶贫标准", en: "line" },
        code: "household.line",
        value: 299_500,
        shown: { zh: "2,995元", en: "2,995 yuan" },
        change: "entered",
      },
    ]);
  });

  test("says by how much a number is missed, rounded up, or met, rounded down", () => {
    const gapAt = (fen: number, when = "人均纯收入 > 扶贫标准") =>
      judge(ruleWith({ when }), { ...facts, "household.net_income": fen }).parts[0]?.gap?.words.zh;
    expect(gapAt(870_000)).toBe("还差95元（人均纯收入2,900元，扶贫标准2,995元）");
    // 2,899.99⅔ yuan a head lack 95.00⅓.
    expect(gapAt(869_999)).toBe("还差95.01元（人均纯收入2,899.99元，扶贫标准2,995元）");
    expect(gapAt(900_001)).toBe("高出5元（人均纯收入3,000元，扶贫标准2,995元）");
    expect(gapAt(898_500)).toBe("正好相等（人均纯收入2,995元，扶贫标准2,995元）");
    expect(gapAt(870_000, "家庭人口 <= 2")).toBe("超出1人（家庭人口3人）");
    expect(gapAt(870_000, "家庭人口 <= 5")).toBe("还有余地2人（家庭人口3人）");
    expect(gapAt(870_000, "住房等级 = 'A级'")).toBeUndefined();
    const { parts } = judge(ruleWith({}), { ...facts, "household.net_income": 869_999 });
    expect(parts[0]?.gap).toMatchObject({ short: { zh: "还差95.01元", en: "Lacks 95.01 yuan" }, fen: 9_501 });
  });

  test("of a failure speaks only of the parts that failed", () => {
    const rule = ruleWith({
      when: "家庭人口 <= 3 and 住房等级 = 'A级' and (备注 is null or 备注 <> '未达标') and 纯收入 > 10000",
      message: [
        { zh: "家里有{家庭人口}人", en: "{家庭人口} persons" },
        { zh: "房子是{住房等级}", en: "the house is {住房等级}" },
        { zh: "备注是{备注}", en: "remark {备注}" },
        { zh: "纯收入{纯收入}元", en: "{纯收入} yuan" },
      ],
    });
    const said = (more: Facts) => judge(rule, { ...facts, ...more }).sentence.zh.replace(/（依据.*/, "");
    expect(said({})).toBe("房子是C级；纯收入8,700元");
    expect(said({ "household.house_grade": "02", "household.net_income": null })).toContain("缺少：纯收入");
    const noted = { "household.house_grade": null, "household.remark": "未达标" };
    expect(said({ ...noted, "household.net_income": 2_000_000 })).toBe("备注是未达标");
  });

  test("the rule with this household's values keeps its words and brackets", () => {
    const when = "（家庭人口 ＞ 9 and 危房户) or (not (危房户 and 住房等级 = 'A级') and \"纯收入\" > 3)";
    expect(judge(ruleWith({ when }), facts).substituted).toBe(
      "（家庭人口【3人】 ＞ 9 and 危房户【是】) or (not (危房户【是】 and 住房等级【C级】 = 'A级') and 纯收入【8,700元】 > 3)",
    );
  });

  test.each([
    [{ "household.net_income": null, "household.persons": null }, "缺少：人均纯收入（"],
    [{ "household.persons": null }, "缺少：人均纯收入（缺家庭人口）"],
    [{ "household.net_income": null }, "缺少：人均纯收入（缺纯收入）"],
    [{ "household.persons": 0 }, "缺少：人均纯收入（家庭人口应大于0）"],
  ])("of an unknown names what is missing: %j", (more, words) => {
    const verdict = judge(ruleWith({}), { ...facts, ...more });
    expect(verdict.outcome).toBe("unknown");
    expect(verdict.missing).toEqual([{ zh: "人均纯收入", en: "per head" }]);
    expect(verdict.sentence.zh).toContain(words);
  });

  test("of an exemption gives its reason, of a member rule speaks of a person", () => {
    const reason = { zh: "整户搬迁", en: "moved as a whole" };
    const exempt = ruleWith({ exemptions: [{ when: "危房户", reason }] });
    expect(judge(exempt, facts).sentence.zh).toContain("不适用于本户：整户搬迁");
    const member = ruleWith({ unit: "member", applies: "年龄 < 16", when: "危房户" });
    expect(judge(member, { ...facts, "member.age": 20 }).sentence.zh).toContain("不适用于此人");
  });
});

describe("the outcome", () => {
  const rule = ruleWith({
    applies: "脱贫属性 = '未脱贫'",
    when: "住房等级 = 'A级'",
    exemptions: [{ when: "危房户", reason: { zh: "免", en: "exempt" } }],
  });
  test.each([
    ["0", "02", false, "pass"],
    ["0", "04", false, "fail"],
    ["0", null, false, "unknown"],
    ["0", "02", true, "notApplicable"],
    ["1", "02", null, "notApplicable"],
    ["0", "02", null, "unknown"],
    [null, "02", false, "unknown"],
    [null, "02", true, "notApplicable"],
  ])("status %s, grade %s, exempt %s: %s", (status, grade, exempt, outcome) => {
    const given = {
      "household.exit_status": status,
      "household.house_grade": grade,
      "household.dangerous_house": exempt,
    };
    expect(judge(rule, given).outcome).toBe(outcome);
  });

  test("a value that is not of its type is an error, never a verdict", () => {
    expect(() => judge(ruleWith({ when: "家庭人口 > 1" }), { "household.persons": 1.5 })).toThrow(
      "fact.misfit",
    );
    expect(() => judge(ruleWith({ when: "危房户" }), { "household.dangerous_house": "是" })).toThrow(
      "fact.misfit",
    );
  });

  test("after a division by zero the facts of the division are named", () => {
    const verdict = judge(ruleWith({ when: "住房面积 / 耕地面积 > 1" }), {
      ...facts,
      "household.farmland": 0,
    });
    expect(verdict).toMatchObject({ outcome: "unknown", missing: [{ zh: "住房面积" }, { zh: "耕地面积" }] });
  });
});

describe("a contradiction", () => {
  const message = {
    zh: "等级是{住房等级}，危房户却填{危房户}",
    en: "grade {住房等级}, yet dangerous {危房户}",
  };
  const rule = ruleWith({
    when: "住房等级 in ('A级', 'B级')",
    contradictions: [{ when: "危房户 = true and 住房等级 in ('A级', 'B级')", message }],
  });
  const told = (grade: string | null, dangerous: boolean | null) =>
    judge(rule, { "household.house_grade": grade, "household.dangerous_house": dangerous });

  test.each([
    ["02", true, "unknown"],
    ["02", false, "pass"],
    ["02", null, "pass"],
    ["04", true, "fail"],
    [null, true, "unknown"],
  ])("grade %s and dangerous %s: %s", (grade, dangerous, outcome) => {
    expect(told(grade, dangerous).outcome).toBe(outcome);
  });

  test("is said in the sentence, and nothing is missing", () => {
    const verdict = told("02", true);
    expect(verdict.sentence.zh).toMatch(/^“.*”待核实：等级是A级，危房户却填是（依据/);
    expect(verdict.sentence.en).toContain("is to be verified. grade A级, yet dangerous yes");
    expect(verdict).toMatchObject({ missing: [], contradictions: [{ zh: "等级是A级，危房户却填是" }] });
    expect(told(null, true)).toMatchObject({ missing: [{ zh: "住房等级" }], contradictions: [] });
  });

  test("names only what it reads", () => {
    const foreign = { when: "危房户 = true", message: { zh: "{备注}", en: "{备注}" } };
    expect(() => ruleWith({ contradictions: [foreign] })).toThrow("rule.foreign-placeholder");
  });
});

describe("money per head is exact", () => {
  test.each([
    ["人均纯收入 > 扶贫标准", 898_500, "fail"],
    ["人均纯收入 > 扶贫标准", 898_501, "pass"],
    ["人均纯收入 >= 2995", 898_499, "fail"],
    ["人均纯收入 >= 扶贫标准 * 1.1", 988_350, "pass"],
    ["人均纯收入 - 扶贫标准 > 0", 898_501, "pass"],
    ["纯收入 / 家庭人口 = 扶贫标准", 898_500, "pass"],
    ["人均纯收入 * 3 = 纯收入", 100_000, "pass"],
    ["least(人均纯收入, 扶贫标准) < 扶贫标准", 898_499, "pass"],
    ["coalesce(人均纯收入, 0) in (0, 3000)", 900_000, "pass"],
    ["人均纯收入 / 扶贫标准 = 1", 898_500, "pass"],
  ])("%s with %d fen of three persons: %s", (when, income, outcome) => {
    expect(judge(ruleWith({ when }), { ...facts, "household.net_income": income }).outcome).toBe(outcome);
  });
});

describe("the parts", () => {
  const rule = ruleWith({
    applies: "脱贫属性 = '未脱贫'",
    when: "家庭人口 = 3 and 住房等级 = 'A级' and 备注 = '甲' and 纯收入 > 10000",
  });

  test("say what is required, how each came out, and what is said of those that failed", () => {
    const verdict = judge(rule, facts);
    expect(verdict.applies?.zh).toBe("脱贫属性是“未脱贫”");
    expect(verdict.parts.map(({ required, outcome, said }) => [required.zh, outcome, said?.zh])).toEqual([
      ["家庭人口是3人", "pass", undefined],
      ["住房等级是“A级”", "fail", "未达到"],
      ["备注是“甲”", "unknown", undefined],
      ["纯收入大于10,000元", "fail", "未达到"],
    ]);
  });

  test.each([
    ["备注 is null or 备注 <> '甲'", { "household.remark": null }, "notApplicable"],
    ["备注 is null or 备注 <> '甲'", { "household.remark": "乙" }, "pass"],
    ["备注 is not null or 危房户 = false", { "household.remark": "乙" }, "notApplicable"],
    ["备注 is not null or 危房户 = false", { "household.remark": null }, "fail"],
  ])("do not apply where their guard leaves the household out: %s %j", (when, more, outcome) => {
    expect(judge(ruleWith({ when }), { ...facts, ...more }).parts).toMatchObject([{ outcome }]);
  });

  test("do not apply where the rule does not", () => {
    const { parts } = judge(rule, { ...facts, "household.exit_status": "1" });
    expect(new Set(parts.map(({ outcome, said }) => `${outcome} ${said}`))).toEqual(
      new Set(["notApplicable null"]),
    );
  });
});

describe("worked examples", () => {
  const example = (given: Record<string, string | number | boolean | string[] | null>, more: object = {}) =>
    runExamples(ruleWith({ examples: [{ given, expect: "pass", ...more }] })).failed;

  test("money per head is given by itself or beside the persons", () => {
    expect(example({ 人均纯收入: 3500, 扶贫标准: "2995.00" })).toEqual([]);
    expect(example({ 家庭人口: 4, 人均纯收入: 2995.01, 扶贫标准: 2995 })).toEqual([]);
    expect(example({ 人均纯收入: 3500, 纯收入: 3500, 扶贫标准: 2995 })[0]?.zh).toContain("不能同时给出");
  });

  test("an example that comes out otherwise says what it got", () => {
    expect(example({ 人均纯收入: 2995, 扶贫标准: 2995 })).toMatchObject([
      { index: 0, expected: "pass", got: "fail" },
    ]);
    expect(example({ 扶贫标准: 2995 }, { expect: "unknown", missing: ["扶贫标准"] })).toMatchObject([
      { got: "missing 人均纯收入" },
    ]);
    expect(example({ 扶贫标准: 2995 }, { expect: "unknown", missing: ["人均纯收入"] })).toEqual([]);
  });

  test.each([
    [{ 人均收入: 1 }, "是不是“人均纯收入”"],
    [{ 脱贫属性: "未脱贪" }, "是不是“未脱贫”"],
    [{ 家庭人口: 1.5 }, "不合类型"],
    [{ 登记日期: "2018-02-30" }, "不合类型"],
    [{ 识别年月: "2018-13" }, "不合类型"],
    [{ 识别年月: 201813 }, "不合类型"],
    [{ 致贫风险: "因病" }, "不合类型"],
    [{ 纯收入: "三千" }, "以元为单位"],
  ])("%j is refused: %s", (given, words) => {
    expect(example(given)[0]).toMatchObject({ got: "error" });
    expect(example(given)[0]?.zh).toContain(words);
  });
});
