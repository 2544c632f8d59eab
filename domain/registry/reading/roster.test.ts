import { describe, expect, test } from "vitest";
import { readRegisterFile } from "../reading.ts";
import { workbookOf } from "./test-files.ts";
import { id, labels, person, reasonsOf, rosterOf, wangs } from "./test-rows.ts";

describe("a roster", () => {
  test("becomes households with members, in the register's own fields", async () => {
    const read = await readRegisterFile(await rosterOf(wangs), { year: 2018 });
    expect(read).toMatchObject({
      layout: "roster",
      updatesOnly: false,
      year: 2018,
      rowsRead: 2,
      rejects: [],
      remarks: [],
    });
    expect(read.households).toEqual([
      {
        sheet: "花名册",
        row: 2,
        registerNo: "H1",
        place: { county: "驿城区", township: "水屯镇", village: "王楼村", hamlet: null },
        phone: null,
        helper: null,
        fields: {
          "household_year.exit_status": "0",
          "income_statement.per_head_reported": 350_050,
          "household_year.head_name": "王一",
          "household_year.registered_persons": 2,
        },
        members: [
          expect.objectContaining({
            row: 2,
            name: "王一",
            idNumber: id(1),
            idState: "valid",
            isHead: true,
            fields: { "member_year.relation": "01" },
          }),
          expect.objectContaining({
            row: 3,
            name: "王二",
            isHead: false,
            phone: null,
            phoneState: null,
            fields: { "member_year.relation": "03" },
          }),
        ],
      },
    ]);
  });

  test("loses bad rows of persons and keeps their households", async () => {
    const wrong = `${id(5).slice(0, 17)}${id(5).endsWith("1") ? "2" : "1"}`;
    const read = await readRegisterFile(
      await rosterOf([
        ...wangs,
        person("H1", "", 3, "之女"),
        person("H1", "王五", wrong, "之女"),
        person("H1", "王六", 1, "之女"),
        person("H1", "王七", "9.9E+17", "之女"),
        person("H1", "=cmd|calc", 7, "之女"),
        person("", "王八", 8, "之女"),
        person("H2", "李一", wrong, "户主", "脱贫"),
        person("H2", "李二", 9, "配偶"),
      ]),
    );
    expect(reasonsOf(read)).toEqual([
      "4 姓名: 没有姓名；请补填",
      "5 证件号码: 证件号码校验位不对；请核对证件后改正",
      "6 证件号码: 证件号码与第2行重复；请核对后保留一行",
      expect.stringContaining("7 证件号码: 号码变成了科学计数法"),
      expect.stringContaining("8 姓名: 姓名里有数字或符号"),
      "9 户编号: 没有户编号；请补填",
      "10 证件号码: 证件号码校验位不对；请核对证件后改正",
    ]);
    expect(read.households[0]?.members.map(({ repeatedAt }) => repeatedAt)).toEqual([
      { sheet: "花名册", row: 6 },
      null,
    ]);
    // The head of H2 is known although his row is rejected, and what stands on it counts.
    expect(read.households.map(({ registerNo, members }) => [registerNo, members.length])).toEqual([
      ["H1", 2],
      ["H2", 1],
    ]);
    expect(read.households[1]?.fields).toMatchObject({
      "household_year.exit_status": "1",
      "household_year.head_name": "李一",
      // The rejected row is a person all the same: the household is not judged as one of one.
      "household_year.registered_persons": 2,
    });
  });

  test("loses a household without a head as a whole, and keeps a second head as a member", async () => {
    const read = await readRegisterFile(
      await rosterOf([
        person("H1", "王一", 1, "配偶"),
        person("H1", "王二", 2, "之子"),
        person("H2", "李一", 3, "户主"),
        person("H2", "李二", 4, "户主"),
      ]),
    );
    expect(reasonsOf(read)).toEqual([
      expect.stringMatching(/^2 与户主关系: 这一户没有“户主”/),
      expect.stringMatching(/^5 与户主关系: 一户只能有一个户主/),
    ]);
    expect(read.rejects[0]?.cell).toEqual({ field: "member_year.relation", text: "配偶" });
    expect([read.rejects.length, read.remarks.length]).toEqual([1, 1]);
    expect(read.households.map(({ registerNo }) => registerNo)).toEqual(["H2"]);
    expect(
      read.households[0]?.members.map(({ isHead, fields }) => [isHead, fields["member_year.relation"]]),
    ).toEqual([
      [true, "01"],
      [false, undefined],
    ]);
  });

  test("takes from a disability card what the file leaves open", async () => {
    const row = [...person("H1", "王一", `${id(1)}42`, "户主", "未脱贫", "1"), "肢体", ""];
    const sheet = { name: "花名册", rows: [[...labels, "残疾类别", "残疾等级"], row] };
    const read = await readRegisterFile(await workbookOf(sheet));
    expect(read.households[0]?.members[0]?.fields).toMatchObject({
      "member_year.disability_class": "4",
      "member_year.disability_grade": 2,
    });
  });

  test("quotes no name and no number that has slipped into another column", async () => {
    const read = await readRegisterFile(
      await rosterOf([person("H1", "王一", 1, "户主", "逯小红", "138-0000-1234")]),
    );
    expect(reasonsOf(read)).toEqual([
      "2 脱贫属性: 这一格的文字（3字）不在“脱贫属性”的选项里；请填写选项的文字",
      "2 人均纯收入（元）: “138****1234”不是金额；请改正",
    ]);
  });

  test("leaves a cell unset that cannot be read, and says so once", async () => {
    const read = await readRegisterFile(
      await rosterOf([
        person("H1", "王一", 1, "户主", "大概脱了", "abc"),
        person("H1", "王二", 2, "之子", "大概脱了", "abc"),
      ]),
    );
    expect(reasonsOf(read)).toEqual([
      "2 脱贫属性: 这一格的文字（4字）不在“脱贫属性”的选项里；请填写选项的文字",
      "2 人均纯收入（元）: 这一格的文字（3字）不是金额；请改正",
    ]);
    expect([read.rejects.length, read.remarks.length]).toEqual([0, 2]);
    expect(Object.keys(read.households[0]?.fields ?? {})).toEqual([
      "household_year.head_name",
      "household_year.registered_persons",
    ]);
    expect(read.households[0]?.members).toHaveLength(2);
  });

  test("refuses a name, a phone number and an id number in the place of the household number", async () => {
    const numbers = ["逯小红", "13800001234", id(3), `${id(4).slice(0, 17)}X`, "无", "H1_~"];
    const rows = numbers.map((number, at) => person(number, "王三", at + 10, "户主"));
    const read = await readRegisterFile(await rosterOf([...wangs, ...rows]));
    expect(read.households.map(({ registerNo }) => registerNo)).toEqual(["H1"]);
    const personal = "户编号: 户编号一栏里像是姓名、电话或证件号码；请改填户编号";
    expect(reasonsOf(read)).toEqual([
      ...[4, 5, 6, 7].map((row) => `${row} ${personal}`),
      "8 户编号: 没有户编号；请补填",
      "9 户编号: 户编号只能由字母、数字和短横线组成；请改正",
    ]);
    expect(read.rejects.map(({ registerNo }) => registerNo)).toEqual(numbers.map(() => null));
  });

  test("refuses a household number that stands in two villages", async () => {
    const elsewhere = person("H1", "王二", 2, "之子").with(2, "李楼村");
    const read = await readRegisterFile(await rosterOf([wangs[0] ?? [], elsewhere]));
    expect(reasonsOf(read)).toEqual(["3 行政村: 同一户编号出现在不同的村；请核对户编号"]);
  });

  test("takes missing ids and placeholders, marked", async () => {
    const read = await readRegisterFile(
      await rosterOf([
        ...wangs,
        person("H1", "王三", "", "之孙子"),
        person("H1", "王四", "999999201801010011", "之孙女"),
      ]),
    );
    expect(read.rejects).toEqual([]);
    expect(read.households[0]?.members.map(({ idState }) => idState)).toEqual([
      "valid",
      "valid",
      "missing",
      "placeholder",
    ]);
  });
});
