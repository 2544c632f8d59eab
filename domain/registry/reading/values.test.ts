import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findField } from "../reading-fields.ts";
import type { FieldValue } from "../reading.contract.ts";
import { type Cell, formulaWithoutValue } from "./cell.ts";
import { integerOf, parseDecimal } from "./decimal.ts";
import { isUnreadable, valueReader } from "./values.ts";

function read(key: string, cell: Cell, factor = 1): FieldValue | string {
  const field = findField(key);
  if (!field) throw new Error(`no field ${key}`);
  const value = valueReader(field, factor)(cell);
  return isUnreadable(value) ? `✗ ${value.unreadable.zh}` : value;
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe("money", () => {
  const wage = "income_statement.wage";

  test("every amount of fen is read back from each way of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }), (fen) => {
        const sign = fen < 0 ? "-" : "";
        const yuan = String(Math.floor(Math.abs(fen) / 100));
        const cents = String(Math.abs(fen) % 100).padStart(2, "0");
        const plain = `${sign}${yuan}.${cents}`;
        const grouped = `${sign}${yuan.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
        for (const written of [
          plain,
          grouped,
          `${plain}元`,
          ` ${plain}\u3000`,
          fullWidth(plain),
          Number(plain),
        ])
          expect(read(wage, written)).toBe(fen);
      }),
    );
  });

  test("万 in the cell and 万元 in the label multiply exactly", () => {
    expect(read(wage, "1.2万")).toBe(1_200_000);
    expect(read(wage, "0.7539", 10_000)).toBe(753_900);
    expect(read(wage, 0.7539, 10_000)).toBe(753_900);
    expect(read(wage, "2.0539万元")).toBe(2_053_900);
  });

  test("what is computed to more than two decimals is rounded half away from zero", () => {
    expect(read(wage, 3333.333333333333)).toBe(333_333);
    expect(read(wage, 1.005)).toBe(101);
    expect(read(wage, "-1.005")).toBe(-101);
  });

  test("brackets mean minus, a dash means nothing", () => {
    expect(read(wage, "（500）")).toBe(-50_000);
    expect(read(wage, "—")).toBeNull();
  });

  test("words, errors of Excel and an id number in the column are refused", () => {
    expect(read(wage, "abc")).toMatch(/^✗ 这一格的文字（3字）不是金额/);
    expect(read(wage, "#REF!")).toMatch(/^✗ 公式出错/);
    expect(read(wage, formulaWithoutValue)).toMatch(/^✗ 单元格是公式/);
    expect(read(wage, 411_702_195_001_150_000)).toMatch(/^✗ 数值过大/);
    expect(read(wage, "411702195001150013")).not.toMatch(/\d{8}/);
  });
});

test("no text makes a reader throw, and no amount is outside the safe integers", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "income_statement.wage",
        "member_year.work_months",
        "living_condition.farmland",
        "monitoring.identified_month",
        "member_year.health",
        "living_condition.water_safe",
        "household_year.exit_year",
      ),
      (text, key) => {
        const value = read(key, text);
        const isSafe = typeof value !== "number" || Number.isSafeInteger(value) || key.endsWith("farmland");
        expect(isSafe).toBe(true);
      },
    ),
  );
});

test("decimals keep all their digits", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
      fc.integer({ min: 0, max: 6 }),
      (digits, scale) => {
        const text = digits.toString().replace(/^(-?)(\d+)$/, (_, sign: string, all: string) => {
          const padded = all.padStart(scale + 1, "0");
          return scale === 0
            ? `${sign}${padded}`
            : `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
        });
        const decimal = parseDecimal(text, []);
        expect(decimal && integerOf(decimal, scale)).toBe(Number(digits));
      },
    ),
  );
});

describe("months and dates", () => {
  test("each way of writing a month gives the same month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2049 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const two = String(month).padStart(2, "0");
        const ways: Cell[] = [
          `${year}${two}`,
          `${year}年${month}月`,
          `${year}年${two}月`,
          `${year}-${two}`,
          `${year}/${month}`,
          `${year}.${two}`,
          `${year}-${two}-15`,
          `${year}年${month}月3日`,
          fullWidth(`${year}.${two}`),
          Number(`${year}${two}`),
          new Date(Date.UTC(year, month - 1, 9)),
          Date.UTC(year, month - 1, 9) / 86_400_000 + 25_569,
        ];
        for (const way of ways) expect(read("monitoring.identified_month", way)).toBe(year * 100 + month);
      }),
    );
  });

  test("the number 2018.5 is May, the number 2018.1 may have lost a zero and is refused", () => {
    expect(read("monitoring.identified_month", 2018.5)).toBe(201_805);
    expect(read("monitoring.identified_month", "2018.1")).toBe(201_801);
    expect(read("monitoring.identified_month", 2018.1)).toMatch(/1月还是10月/);
    expect(read("monitoring.identified_month", "201813")).toMatch(/不是年月/);
    expect(read("monitoring.identified_month", "2018年")).toMatch(/不是年月/);
  });

  test("days that do not exist are refused", () => {
    expect(read("member.birth_date", "19800229")).toBe("1980-02-29");
    expect(read("member.birth_date", "19810229")).toMatch(/不是日期/);
    expect(read("member.birth_date", "1980.1.5")).toBe("1980-01-05");
    expect(read("household_year.exit_year", "2017年度")).toBe(2017);
  });
});

describe("codes", () => {
  test("words decide, with or without a number before them", () => {
    for (const way of ["因病", "01 因病", "01因病", "02.因病", " 因 病 ", "疾病"])
      expect(read("household_year.main_cause", way)).toBe("01");
    expect(read("member.ethnicity", "蒙古族")).toBe("04");
  });

  test("a number alone counts only as the national system writes it", () => {
    expect(read("household_year.main_cause", "01")).toBe("01");
    expect(read("household_year.main_cause", "1")).toMatch(/不在“主要致贫原因”的选项里/);
    expect(read("household_year.exit_status", 1)).toBe("1");
  });

  test("several codes are separated by anything or nothing", () => {
    for (const way of [
      "长期慢性病、残疾",
      "长期慢性病,残疾",
      "长期慢性病；残疾",
      "慢性病 残疾",
      "长期慢性病残疾",
    ])
      expect(read("member_year.health", way)).toEqual(["02", "04"]);
    expect(read("household_year.not_exit_reasons", "人均纯收入超过扶贫标准，但没有实现两不愁三保障")).toEqual(
      ["01"],
    );
  });

  test("one field takes one code, and unknown words are named", () => {
    expect(read("household_year.main_cause", "因病、因残")).toMatch(/只能填一项/);
    expect(read("household_year.exit_status", "不知道")).toMatch(/这一格的文字（3字）不在“脱贫属性”的选项里/);
    expect(read("member_year.public_post", "否")).toBeNull();
  });

  test("a guarantee may be ticked, answered or said not to apply", () => {
    for (const way of ["是", "√", 1, "达标", "有保障"]) expect(read("guarantee.water", way)).toBe("01");
    for (const way of ["否", "×", 0, "未达标"]) expect(read("guarantee.water", way)).toBe("02");
    expect(read("guarantee.education", "不适用")).toBe("03");
  });
});

test("yes and no in every habit", () => {
  for (const way of ["是", "1", 1, "√", "有", "Y", true, "１"])
    expect(read("living_condition.water_safe", way)).toBe(true);
  for (const way of ["否", "0", 0, "×", "无", "n", false])
    expect(read("living_condition.water_safe", way)).toBe(false);
  expect(read("living_condition.water_safe", "/")).toBeNull();
  expect(read("living_condition.water_safe", "也许")).toMatch(/不是“是”或“否”/);
});

test("a word means yes or no in its own column, and nothing where it would mean the opposite", () => {
  const table: [key: string, yes: string, no: string, neither: string][] = [
    ["living_condition.water_safe", "安全", "不安全", "困难"],
    ["living_condition.water_difficult", "困难", "已解决", "安全"],
    ["living_condition.dangerous_house", "不安全", "安全", "已解决"],
    ["living_condition.dangerous_house", "危房", "非危房", "困难"],
    ["living_condition.hamlet_road", "已通", "未通", "参加"],
    ["member_year.medical_resident", "已参保", "未参加", "通"],
    ["monitoring.uninsured_member", "有", "无", "已参加"],
    ["monitoring.eliminated", "已消除", "未消除", "已解决"],
  ];
  for (const [key, yes, no, neither] of table) {
    expect(read(key, yes), `${key} ${yes}`).toBe(true);
    expect(read(key, no), `${key} ${no}`).toBe(false);
    expect(read(key, neither), `${key} ${neither}`).toMatch(/^✗ .*不是“是”或“否”/);
  }
  expect(read("guarantee.housing", "不安全")).toBe("02");
  expect(read("guarantee.education", "安全")).toMatch(/不在“义务教育有保障”的选项里/);
});

test("a word for nothing is nothing in columns of words, and 否 and 0 are no help", () => {
  const keys = ["helper.name", "monitoring.help_industry", "place.hamlet", "member.person_no"];
  for (const key of keys)
    for (const way of ["无", "/", "-", "——", "暂无", "／", " 无 "]) expect(read(key, way), key).toBeNull();
  for (const key of ["helper.name", "helper.unit", "monitoring.help_industry", "monitoring.help_living"])
    for (const way of ["否", "0", 0, "没有", false]) expect(read(key, way), key).toBeNull();
  expect(read("monitoring.help_industry", "种植养殖加工")).toBe("种植养殖加工");
  expect(read("helper.name", "吴无")).toBe("吴无");
});

test("counts carry their measure word, and halves of a person are refused", () => {
  expect(read("household_year.registered_persons", "4人")).toBe(4);
  expect(read("household_year.registered_persons", "４口")).toBe(4);
  expect(read("member_year.work_months", "6个月")).toBe(6);
  expect(read("member_year.disability_grade", "二级")).toBe(2);
  expect(read("household_year.registered_persons", 3.5)).toMatch(/不是整数/);
});

test("phones are mobile or landline numbers, the first of several counts", () => {
  expect(read("household_year.phone", 15400000001)).toBe("15400000001");
  expect(read("household_year.phone", "+86 154-0000-0001、15400000002")).toBe("15400000001");
  expect(read("household_year.phone", "0396-1234567")).toBe("03961234567");
  expect(read("household_year.phone", "1.54E+10")).toMatch(/电话号码不对/);
});
