/** Tables as files. */
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { attachment, csvOf, xlsxOf } from "./table-file.ts";

test("a workbook holds head and rows, also from rows that come one after another", async () => {
  async function* rows() {
    yield ["水屯镇", 12, null];
    yield ["=1+1", 0.5, "<x>"];
  }
  const { sheets } = await readXlsx(await xlsxOf("地区", ["名称", "户", "注"], rows()));
  expect(sheets[0]?.name).toBe("地区");
  expect(sheets[0]?.rows).toEqual([
    ["名称", "户", "注"],
    ["水屯镇", 12, null],
    ["=1+1", 0.5, "<x>"],
  ]);
});

test("a text table keeps commas and quotes, and no text is a formula", () => {
  const text = csvOf(
    ["a", "b"],
    [
      ["x,y", 'say "z"'],
      ["=cmd()", null],
      ["-", -3],
    ],
  ).toString();
  expect(text).toBe('\uFEFFa,b\r\n"x,y","say ""z"""\r\n\'=cmd(),\r\n\'-,-3\r\n');
});

test("a Chinese file name survives the header", () => {
  expect(attachment("驿城区.xlsx")).toBe(
    "attachment; filename=\"export.xlsx\"; filename*=UTF-8''%E9%A9%BF%E5%9F%8E%E5%8C%BA.xlsx",
  );
});
