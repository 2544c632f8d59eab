/** What a table of data takes for a number, and for a column. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Progress } from "./output.ts";
import { readDataTable } from "./data-table.ts";
import { shareColumn } from "./survey-proportion.ts";

const folder = mkdtempSync(join(tmpdir(), "data-table-"));
afterAll(() => rmSync(folder, { recursive: true }));

const silent: Progress = { step: () => undefined, bar: () => undefined, end: () => undefined };

function tableOf(text: string) {
  const file = join(folder, "data.csv");
  writeFileSync(file, text);
  return readDataTable(file, silent);
}

test("decimal numbers, with an exponent or without; empty and NA are missing", async () => {
  const table = await tableOf("x\n12345.6\n-.5\n+3.\n1.5e3\n2E-2\nNA\n");
  expect([...table.numbers("x")]).toEqual([12345.6, -0.5, 3, 1500, 0.02, Number.NaN]);
});

test.each(["0x10", "0b1", "1e999", "Infinity", "１２", '"1,234"', "1 234", "1_000", "12元", "e5", "."])(
  "%s is no number",
  async (cell) => {
    const table = await tableOf(`x\n1\n${cell}\n`);
    expect(() => table.numbers("x")).toThrow(
      expect.objectContaining({
        code: "data.not-a-number",
        zh: expect.stringMatching(/第3行“x”列.*千位分隔符/),
      }),
    );
  },
);

test("a value is found where the cell is the same number, not where a program would read it as one", async () => {
  const table = await tableOf("x\n1\n1.0\n0x1\n0\n");
  expect([...shareColumn(table, { column: "x", value: "1" })]).toEqual([1, 1, 0, 0]);
});

test("two columns of one name are refused; columns without a name are nobody's", async () => {
  expect((await tableOf("x,,\n1,,\n")).rowCount).toBe(1);
  await expect(tableOf("x,y,x\n1,2,3\n")).rejects.toThrow(
    expect.objectContaining({ code: "data.column-twice" }),
  );
});
