import { describe, expect, test } from "vitest";
import { readRegisterFile } from "../reading.ts";
import { workbookOf } from "./test-files.ts";
import { id, labels, person, wangs } from "./test-rows.ts";

describe("the head of a sheet", () => {
  test("is found below merged titles and group rows, notes below the table are passed over", async () => {
    const path = await workbookOf({
      rows: [
        ["驿城区2018年建档立卡贫困人口花名册"],
        ["填报单位：扶贫办", null, null, "单位：户、人、元"],
        ["基本情况", null, null, null, null, null, null, "脱贫属性", "饮水", null],
        [
          "县 (市、区、旗)",
          "乡（镇）",
          "行政村",
          "户编号*",
          "姓 名",
          "证件号码：",
          "与户主\n关系",
          null,
          "是否安全",
          "是否困难",
        ],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        [],
        person("H1", "王一", 1, "户主", "脱贫", "是", "否"),
        [null, null, null, null, null, null, null],
        ["合计", null, null, null, "1人", null, null, null, "1", "0"].map((cell) =>
          cell === "1人" ? null : cell,
        ),
        ["填表说明：每户第一行为户主"],
        ["制表人：", null, "审核人："],
      ],
      merges: [
        { top: 0, left: 0, bottom: 0, right: 9 },
        { top: 2, left: 0, bottom: 2, right: 6 },
        { top: 2, left: 7, bottom: 3, right: 7 },
        { top: 2, left: 8, bottom: 2, right: 9 },
      ],
    });
    const read = await readRegisterFile(path);
    expect(read).toMatchObject({ year: 2018, rowsRead: 1, rejects: [] });
    expect(read.sheets[0]?.headerRow).toBe(4);
    expect(read.households[0]?.fields).toMatchObject({
      "household_year.exit_status": "1",
      "living_condition.water_safe": true,
      "living_condition.water_difficult": false,
    });
  });

  test("shows each column with its field; a repeated label waits for a person to map it", async () => {
    const path = await workbookOf({
      rows: [
        [...labels, "联系电话", "联系电话", "风水"],
        [...(wangs[0] ?? []), "15400000001", "15400000002", "好"],
      ],
    });
    const read = await readRegisterFile(path);
    expect(read.sheets[0]?.columns.slice(9)).toEqual([
      { letter: "J", label: "联系电话", field: "household_year.phone", confidence: 1, isChosen: false },
      { letter: "K", label: "联系电话0", field: null, confidence: 0, isChosen: false },
      { letter: "L", label: "风水", field: null, confidence: 0, isChosen: false },
    ]);
    expect(read.households[0]?.phone).toBe("15400000001");
    const { fingerprint } = read.sheets[0]!;
    const mappings = { [fingerprint]: { 联系电话0: "helper.phone", 风水: null } };
    const mapped = await readRegisterFile(path, { mappings });
    expect(mapped.households[0]?.helper).toEqual({ name: null, unit: null, phone: "15400000002" });
    await expect(
      readRegisterFile(path, { mappings: { [fingerprint]: { 风水: "no.field" } } }),
    ).rejects.toMatchObject({
      code: "reading.unknown-field",
    });
  });

  test("in 万元 is turned into fen, in a unit of another kind it is not used", async () => {
    const path = await workbookOf({
      rows: [
        [
          "户编号",
          "姓名",
          "证件号码",
          "与户主关系",
          "工资性收入（万元）",
          "耕地面积（公顷）",
          "林地面积（公里）",
        ],
        ["H1", "王一", id(1), "户主", 1.25, 0.4, 3],
      ],
    });
    const read = await readRegisterFile(path);
    expect(read.households[0]?.fields).toEqual({
      "household_year.registered_persons": 1,
      "income_statement.wage": 1_250_000,
      "living_condition.farmland": 6,
      "household_year.head_name": "王一",
    });
  });

  test("that lacks a needed column waits beside sheets that can be read along with it", async () => {
    const lacking = { name: "花名册", rows: [labels.filter((label) => label !== "户编号"), ["a"]] };
    const ledger = {
      name: "台账",
      rows: [
        ["户编号", "工资性收入", "生产经营性收入", "财产性收入", "低保金"],
        ["411702000001", 1, 2, 3, 4],
      ],
    };
    const unread = [{ name: "花名册", layout: "roster", missing: ["household.register_no"] }];
    const path = await workbookOf(lacking);
    expect(await readRegisterFile(path, { mayBeMapped: true })).toMatchObject({ sheets: [], unread });
    const both = await readRegisterFile(await workbookOf(lacking, ledger));
    expect(both).toMatchObject({ layout: "incomeLedger", sheets: [{ name: "台账" }], unread });
  });

  test("that lacks a needed column says which, and a foreign table is not recognised", async () => {
    await expect(
      readRegisterFile(await workbookOf({ rows: [labels.filter((label) => label !== "户编号"), ["a"]] })),
    ).rejects.toMatchObject({
      code: "reading.columns-missing",
      detail: { row: 1, zh: "户编号" },
    });
    await expect(
      readRegisterFile(
        await workbookOf({
          rows: [
            ["日期", "金额"],
            ["1", "2"],
          ],
        }),
      ),
    ).rejects.toMatchObject({ code: "reading.not-recognised" });
  });

  test("of merged households counts downwards for the cells it covers", async () => {
    const blank = person("", "王二", 2, "之子").map((cell, at) => (at < 4 ? null : cell));
    const path = await workbookOf({
      rows: [labels, wangs[0] ?? [], blank],
      merges: [{ top: 1, left: 3, bottom: 2, right: 3 }],
    });
    const read = await readRegisterFile(path);
    expect(read.rejects).toEqual([]);
    expect(read.households[0]?.members).toHaveLength(2);
  });
});
