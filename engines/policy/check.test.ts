import { describe, expect, test } from "vitest";
import { readCatalogue } from "./catalogue.ts";
import { checkExpression } from "./check.ts";
import { parseExpression } from "./parse.ts";
import type { PolicyError } from "./policy-error.ts";
import type { RuleUnit } from "./scene.ts";
import { conditionOf, testCatalogue } from "./test-catalogue.ts";

function errorsOf(text: string, unit: RuleUnit = "household"): PolicyError[] {
  const checked = checkExpression(parseExpression(text), testCatalogue, unit);
  return checked.ok ? [] : checked.errors;
}

const place = (text: string) => errorsOf(text).map(({ code, position }) => [code, position]);

describe("literals take their meaning from what they stand beside", () => {
  test("a number beside money is 元 and becomes fen exactly", () => {
    expect(conditionOf("纯收入 > 2995.05")).toMatchObject({ right: { value: 299_505, type: "money" } });
    expect(conditionOf("-0.1 < 人均纯收入")).toMatchObject({ left: { value: -10, type: "money" } });
    expect(conditionOf("coalesce(纯收入, 100 + 0.5) = 1")).toMatchObject({
      left: { items: [{}, { left: { value: 10_000 }, right: { value: 50 } }] },
    });
    expect(conditionOf("家庭人口 > 3")).toMatchObject({ right: { value: 3, type: "integer" } });
    expect(place("纯收入 > 2995.055")).toEqual([["type.not-fen", 6]]);
    expect(place("家庭人口 > 12345678901234567890")).toEqual([["type.too-large", 7]]);
  });

  test("a label or its alias beside a code becomes the code", () => {
    expect(conditionOf("脱贫属性 in ('未脱贫', '已脱贫')")).toMatchObject({
      items: [{ value: "0" }, { value: "1" }],
    });
    expect(conditionOf("致贫风险 contains '因学'")).toMatchObject({ items: ["02"] });
  });

  test("a label that is not in the list is an error that names the nearest one", () => {
    const [error] = errorsOf("脱贫属性 = '未脱贪'");
    expect(error).toMatchObject({ code: "type.unknown-label", position: 7, length: 5 });
    expect(error?.zh).toContain("是不是“未脱贫”");
    expect(error?.en).toContain('did you mean "未脱贫"');
  });
});

describe("types", () => {
  test("every error of a rule is reported, each with its place", () => {
    expect(place("人均收入 > 1 and 脱贫属性 in ('甲', '乙') or 家庭人口 = '三' and not 备注")).toEqual([
      ["type.unknown-term", 0],
      ["type.unknown-label", 22],
      ["type.unknown-label", 27],
      ["type.not-comparable", 42],
      ["type.not-a-truth", 54],
    ]);
    expect(errorsOf("人均收入 > 1")[0]?.zh).toContain("人均纯收入");
  });

  test.each([
    ["家庭人口", "type.not-a-truth"],
    ["家庭人口 and 危房户", "type.not-a-truth"],
    ["家庭人口 is true", "type.not-a-truth"],
    ["纯收入 > 家庭人口", "type.not-comparable"],
    ["备注 < 'a'", "type.not-comparable"],
    ["危房户 > 饮水安全", "type.not-comparable"],
    ["脱贫属性 = 住房等级", "type.not-comparable"],
    ["致贫风险 = '因病'", "type.not-comparable"],
    ["备注 between 'a' and 'b'", "type.not-comparable"],
    ["登记日期 > '2018-01-01'", "type.not-comparable"],
    ["识别年月 > 201801", "type.not-comparable"],
    ["登记日期 + 1 > date '2018-01-01'", "type.not-comparable"],
    ["登记日期 * 2 > 1", "type.not-a-number"],
    ["- 备注 = 'a'", "type.not-a-number"],
    ["纯收入 * 扶贫标准 > 1", "type.units-differ"],
    ["家庭人口 / 纯收入 > 1", "type.units-differ"],
    ["纯收入 * 住房面积 > 1", "type.units-differ"],
    ["纯收入 + 家庭人口 > 1", "type.not-comparable"],
    ["住房等级 contains 'A级'", "type.not-codes"],
    ["count(家庭人口) > 1", "type.not-codes"],
    ["致贫风险 contains 备注", "type.literal-needed"],
    ["致贫风险 overlaps ('因病', 3)", "type.literal-needed"],
    ["家庭人口 = (1, 2)", "type.misplaced-list"],
    ["least(备注, '') = ''", "type.not-a-number"],
    ["least(least(least(least(家庭人口, 1), 1), 1), 1) = 1", "type.too-extreme"],
    [`${"住房面积 * ".repeat(30)}1 > 0`, "type.too-extreme"],
  ])("%s is %s", (text, code) => {
    expect(errorsOf(text).map((error) => error.code)).toEqual([code]);
  });

  test("a member rule reads facts of the household too, a household rule no facts of members", () => {
    expect(errorsOf("年龄 < 16 and 脱贫属性 = '未脱贫'", "member")).toEqual([]);
    expect(errorsOf("年龄 < 16").map((error) => error.code)).toEqual(["type.member-term"]);
  });
});

describe("the catalogue", () => {
  const list = { id: "grade", title: { zh: "等级", en: "grade" }, items: [{ code: "1", label: "甲" }] };
  const fact = {
    term: "等级",
    code: "grade",
    unit: "household",
    type: "code",
    title: list.title,
    list: "grade",
  };
  const persons = { ...fact, term: "人口", code: "persons", type: "integer", list: undefined };

  test.each([
    ["an unknown list", { lists: [], facts: [fact] }],
    ["a term twice", { lists: [list], facts: [fact, { ...fact, code: "other" }] }],
    ["a list twice", { lists: [list, list], facts: [] }],
    ["a code twice", { lists: [{ ...list, items: [...list.items, { code: "1", label: "乙" }] }], facts: [] }],
    [
      "a label twice",
      { lists: [{ ...list, items: [...list.items, { code: "2", label: "甲" }] }], facts: [] },
    ],
    [
      "money per head of no money",
      {
        lists: [list],
        facts: [
          fact,
          {
            ...fact,
            term: "人均",
            code: "per_head",
            type: "moneyPerHead",
            list: undefined,
            numerator: "x",
            denominator: "grade",
          },
        ],
      },
    ],
    ["a fact of no type", { lists: [], facts: [{ ...persons, type: "number" }] }],
  ])("refuses %s", (_, value) => {
    expect(() => readCatalogue(JSON.parse(JSON.stringify(value)))).toThrow(/catalogue\.(wrong|shape)/);
  });
});
