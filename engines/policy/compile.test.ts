import { describe, expect, test } from "vitest";
import { checkRuleSet, compileRule, ruleSql } from "./compile.ts";
import { inForce, readRule } from "./rule.ts";
import { toSql } from "./sql.ts";
import { conditionOf, plainRule, ruleWith, testCatalogue } from "./test-catalogue.ts";

const sql = (text: string): string => toSql(conditionOf(text), (fact) => `f.${fact.code}`);
const aRule = (more: object) => readRule({ ...plainRule, ...more });

describe("the SQL of a condition", () => {
  test("compares money per head without dividing", () => {
    expect(sql("人均纯收入 > 3000")).toBe(
      "(f.net_income::int8 > ('300000'::int8 * (case when f.persons::int8 > 0 then f.persons::int8 end)))",
    );
  });

  test("takes numeric only where int8 could overflow, and then only for unusual amounts", () => {
    expect(sql("纯收入 + 扶贫标准 > 0")).not.toContain("numeric");
    expect(sql("人均纯收入 > 扶贫标准")).toMatch(/^\(case when .*between.* then .* else .*numeric.* end\)$/);
  });

  test("divides by nullif and in float8", () => {
    expect(sql("住房面积 / 家庭人口 > 13")).toBe(
      "((f.house_area::float8 / nullif(f.persons::int8::float8, 0::float8)) > '13'::int8::float8)",
    );
  });

  test("holds texts of a rule only in quotes", () => {
    expect(sql("备注 = '''; drop table x; --'")).toBe("(f.remark = '''; drop table x; --'::text)");
    expect(sql("备注 in ('a\\b')")).toBe("((f.remark in (E'a\\\\b'::text)))");
  });

  test("is the outcome of the rule as a number", () => {
    const rule = ruleWith({ applies: "饮水安全", when: "危房户" });
    expect(ruleSql(rule, (fact) => fact.code)).toBe(
      "(case (water_safe) when true then dangerous_house::int when false then 2 end)::int2",
    );
    expect(ruleSql(ruleWith({ when: "危房户" }), (fact) => fact.code)).toBe("(dangerous_house::int)::int2");
  });
});

describe("a rule", () => {
  test("with mistakes names each field and place", () => {
    const rule = aRule({
      when: "人均纯收入 > ",
      applies: "脱贫属性 = 3 and 住房等级 = 'E级'",
      exemptions: [{ when: "年龄 > 3", reason: { zh: "免", en: "exempt" } }],
      message: { zh: "收入{收入}元", en: "{年龄}" },
    });
    const result = compileRule(rule, testCatalogue);
    expect(result.ok).toBe(false);
    expect(
      result.ok ? [] : result.errors.map(({ code, field, position }) => [field, code, position]),
    ).toEqual([
      ["when", "parse.expected-operand", 8],
      ["applies", "type.not-comparable", 7],
      ["applies", "type.unknown-label", 20],
      ["exemptions[0].when", "type.member-term", 0],
      ["message.zh", "rule.unknown-placeholder", 0],
      ["message.en", "rule.unknown-placeholder", 0],
    ]);
  });

  test("has a message for each part of its condition, about that part", () => {
    const say = (zh: string) => ({ zh, en: "not met" });
    const mistakes = (message: object, applies = "饮水安全") => {
      const result = compileRule(aRule({ when: "危房户 and 家庭人口 > 3", applies, message }), testCatalogue);
      return result.ok ? [] : result.errors.map(({ code, field }) => `${field} ${code}`);
    };
    expect(mistakes([say("不是危房户"), say("只有{家庭人口}人")])).toEqual([]);
    expect(mistakes([say("不是危房户，饮水{饮水安全}"), say("只有{家庭人口}人")])).toEqual([]);
    expect(mistakes(say("没有达到"))).toEqual(["message rule.message-count"]);
    expect(mistakes([say("一"), say("二"), say("三")])).toEqual(["message rule.message-count"]);
    expect(mistakes([say("{家庭人口}人"), say("少")])).toEqual(["message[0].zh rule.foreign-placeholder"]);
  });

  test("of the wrong shape names the path", () => {
    expect(() => aRule({ kind: "law" })).toThrow(/rule\.shape.*kind/);
    expect(() => aRule({ when: undefined })).toThrow(/when/);
    expect(() => aRule({ examples: [] })).toThrow(/examples/);
    expect(() => aRule({ surprise: 1 })).toThrow(/surprise/);
    expect(() => aRule({ valid: { from: "2016-02-30" } })).toThrow(/valid\.from/);
    try {
      aRule({ title: { zh: 3, en: "t" } });
    } catch (error) {
      expect(error).toMatchObject({ zh: expect.stringMatching(/title\.zh：.*期望 (string|字符串)/) });
    }
  });

  test("is in force from its first to its last day, in its scope", () => {
    const rule = aRule({ scope: "41" });
    expect(inForce(rule, "2016-01-01", "411702")).toBe(true);
    expect(inForce(rule, "2020-12-31", "411702")).toBe(true);
    expect(inForce(rule, "2015-12-31", "411702")).toBe(false);
    expect(inForce(rule, "2021-01-01", "411702")).toBe(false);
    expect(inForce(rule, "2018-06-01", "450122")).toBe(false);
    expect(inForce(aRule({ valid: { from: "2016-01-01" } }), "2099-01-01", "")).toBe(true);
  });

  test("has an id of its own", () => {
    expect(checkRuleSet([aRule({}), aRule({ id: "other" })])).toEqual([]);
    expect(checkRuleSet([aRule({}), aRule({}), aRule({})])).toMatchObject([
      { code: "rule.duplicate", field: "id" },
    ]);
  });
});
