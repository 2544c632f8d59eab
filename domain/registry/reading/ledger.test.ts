import { describe, expect, test } from "vitest";
import { readRegisterFile } from "../reading.ts";
import { type TestSheet, workbookOf } from "./test-files.ts";
import { labels, wangs } from "./test-rows.ts";

describe("an income ledger", () => {
  const ledgerLabels = [
    "户编号",
    "姓名",
    "与户主关系",
    "奖扶金",
    "特扶金",
    "低保金",
    "养老保险金",
    "春节慰问金",
    "其他",
    "其他转移性收入合计",
    "工资性收入",
    "人均纯收入",
  ];
  const ledger: TestSheet = {
    name: "收入台账",
    rows: [
      ledgerLabels,
      ["H1", "王一", "户主", 960, 100, 1500, 1236, 200, 30, 230, 12000, 3500],
      ["H1", "王二", "之子", null, null, 1500, null, null, null, null, 8000, 3500],
      ["H9", "某某", "户主", 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
  };

  test("alone only updates: repeated amounts count once, different ones are added, items make 其他转移性收入", async () => {
    const read = await readRegisterFile(await workbookOf(ledger));
    expect(read).toMatchObject({ layout: "incomeLedger", updatesOnly: true });
    expect(read.households[0]).toMatchObject({
      registerNo: "H1",
      members: [],
      fields: {
        "income_statement.family_planning": 106_000,
        "income_statement.minimum_living": 150_000,
        "income_statement.pension": 123_600,
        "income_statement.transfer_other": 23_000,
        "income_statement.wage": 2_000_000,
        "income_statement.per_head_reported": 350_000,
      },
    });
  });

  test("beside a roster is put into its households, and strangers in it are named", async () => {
    const read = await readRegisterFile(
      await workbookOf({ name: "花名册", rows: [labels, ...wangs] }, ledger),
    );
    expect(read).toMatchObject({ layout: "roster", updatesOnly: false, rowsRead: 5 });
    expect(read.households[0]?.fields).toMatchObject({
      "household_year.exit_status": "0",
      "income_statement.wage": 2_000_000,
    });
    expect(read.rejects).toEqual([expect.objectContaining({ sheet: "收入台账", row: 4, column: "户编号" })]);
  });
});
