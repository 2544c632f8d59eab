import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readRegisterFile } from "../reading.ts";
import { fileOf, rawWorkbook, workbookOf } from "./test-files.ts";
import { labels, person, reasonsOf, rosterOf, wangs } from "./test-rows.ts";

describe("formulas", () => {
  test("count with their stored value and are refused without one; text that looks like one stays text", async () => {
    const cells = new Map([
      ["1,8", { formula: "1000*3", formulaResult: 3000 }],
      ["2,8", { formula: 'HYPERLINK("http://example.invalid","x")' }],
    ]);
    const rows = [labels, person("H1", "王一", 1, "户主", "未脱贫"), person("H2", "李一", 2, "户主", "=1+1")];
    const path = fileOf(
      "f.xlsx",
      Buffer.from(await writeXlsx({ sheets: [{ name: "花名册", rows, cells }] })),
    );
    const read = await readRegisterFile(path);
    expect(read.households[0]?.fields["income_statement.per_head_reported"]).toBe(300_000);
    expect(reasonsOf(read)).toEqual([
      "3 脱贫属性: “=1+1”不在“脱贫属性”的选项里；请填写选项的文字",
      expect.stringMatching(/^3 人均纯收入（元）: 单元格是公式且没有保存结果/),
    ]);
  });
});

describe("a file that is no table", () => {
  const whole = async (): Promise<Buffer> => readFileSync(await rosterOf(wangs));

  test.each([
    ["an old .xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "reading.old-xls"],
    ["a web page called .xls", Buffer.from("<html><table></table></html>"), "reading.old-xls"],
    [
      "a workbook with a password",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "reading.encrypted",
    ],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "reading.not-a-table"],
    ["nothing", Buffer.alloc(0), "reading.empty"],
    ["a letter called .xlsx", Buffer.from("各位领导：\n附上名单，请查收。\n"), "reading.not-excel"],
    ["bytes in no encoding called .xlsx", Buffer.from("81ff41ff", "hex"), "reading.not-excel"],
  ])("%s is refused with what to do", async (_, content, code) => {
    await expect(readRegisterFile(fileOf("x.xlsx", content))).rejects.toMatchObject({ code });
  });

  test("a workbook without rows is empty, a missing file is named", async () => {
    await expect(readRegisterFile(await workbookOf({ rows: [] }))).rejects.toMatchObject({
      code: "reading.empty",
    });
    await expect(readRegisterFile("nowhere.xlsx")).rejects.toMatchObject({
      code: "reading.no-file",
      detail: { file: "nowhere.xlsx" },
    });
  });

  test("cut off or with bytes changed anywhere is damaged, never half read", async () => {
    const file = await whole();
    for (const length of [30, 200, file.length - 30, file.length - 1]) {
      const cut = file.subarray(0, length);
      await expect(readRegisterFile(fileOf("x.xlsx", cut))).rejects.toMatchObject({
        code: "reading.damaged",
      });
    }
    const sheet = file.indexOf("xl/worksheets/sheet1.xml") + 40;
    const changed = Buffer.from(file);
    changed.fill(0xff, sheet, sheet + 40);
    await expect(readRegisterFile(fileOf("x.xlsx", changed))).rejects.toMatchObject({
      code: "reading.damaged",
    });
  });

  test("a bomb is refused by what it declares and by what it is", async () => {
    const zeros = Buffer.alloc(20 * 1024 ** 2, 0x20);
    await expect(readRegisterFile(fileOf("x.xlsx", rawWorkbook(zeros)))).rejects.toMatchObject({
      code: "reading.bomb",
    });
    await expect(readRegisterFile(fileOf("x.xlsx", rawWorkbook(zeros, 1000)))).rejects.toMatchObject({
      code: "reading.bomb",
    });
    await expect(
      readRegisterFile(fileOf("x.xlsx", rawWorkbook(Buffer.from("<a/>"), 400 * 1024 ** 2))),
    ).rejects.toMatchObject({ code: "reading.bomb" });
  });

  test("that is merely too large says how to split it", async () => {
    const dense = rawWorkbook(randomBytes(4 * 1024 ** 2), 700 * 1024 ** 2);
    await expect(readRegisterFile(fileOf("x.xlsx", dense))).rejects.toMatchObject({
      code: "reading.too-large",
    });
  });

  test("a document type is refused before anything is expanded", async () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>';
    await expect(readRegisterFile(fileOf("x.xlsx", rawWorkbook(Buffer.from(xml))))).rejects.toMatchObject({
      code: "reading.bomb",
    });
  });
});
