/** Tables as Excel in Chinese and people leave them: read where they can be, else refused with the line and the cause. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeCliPlace } from "../../test/cli.ts";
import { readDataTable } from "./data-table.ts";

const place = makeCliPlace();
afterAll(() => place.remove());

async function tableOf(content: string | Uint8Array) {
  const file = join(place.folder, "table.csv");
  writeFileSync(file, content);
  const notes: string[] = [];
  const progress = {
    step: (text: string) => void notes.push(text),
    bar: () => undefined,
    end: () => undefined,
  };
  return { table: await readDataTable(file, progress), notes };
}

// 村,错退 / 甲,1 / 乙,0 in GBK.
const gbk = Buffer.from("b4e52cb4edcdcb0abcd72c310ad2d22c300a", "hex");

test("GBK is read as what it is, blank rows are none, names lose their spaces", async () => {
  const chinese = await tableOf(gbk);
  expect(chinese.table.texts("村")).toEqual(["甲", "乙"]);
  expect(chinese.notes).toEqual([expect.stringContaining("GB18030")]);
  const blanks = await tableOf("\uFEFFa , b\n1,2\n,\n\n3,x\n , \n");
  expect(blanks.table.rowCount).toBe(2);
  expect([...blanks.table.numbers("a")]).toEqual([1, 3]);
  expect(() => blanks.table.numbers("b")).toThrow(/Line 5/);
  expect(blanks.notes).toEqual([expect.stringContaining("跳过了2个空行")]);
});

test.each([
  ["", "data.empty"],
  ["a,b\n", "data.no-rows"],
  ["a,b\n,\n", "data.no-rows"],
  ["a\tb\n1\t2\n", "data.separator"],
  ["a;b\n1;2\n", "data.separator"],
  ['a,b\n1,"2\n', "data.bad-quote"],
  [Buffer.from("504b030400", "hex"), "data.spreadsheet"],
  [Buffer.from("fffe61002c00", "hex"), "data.not-utf8"],
  [Buffer.from("61ff2c62", "hex"), "data.not-utf8"],
])("%j: %s", async (content, code) => {
  await expect(tableOf(content)).rejects.toMatchObject({ code });
});

test("the command says on standard error what it did, and where a row is short", async () => {
  const decide = (content: string | Uint8Array) => {
    writeFileSync(join(place.folder, "sample.csv"), content);
    return place.run(
      "survey",
      "decide",
      "--data",
      "sample.csv",
      "--proportion",
      "错退=1",
      "--limit",
      "0.9",
      "--json",
    );
  };
  const read = await decide(Buffer.concat([gbk, Buffer.from(",\n,\n")]));
  expect(read).toMatchObject({ exitCode: 0 });
  expect(read.json()).toMatchObject({ estimate: 0.5 });
  expect(read.stderr).toMatch(/GB18030[^]*跳过了2个空行/);
  const short = await decide("村,错退\n甲,1\n乙\n");
  expect([short.exitCode, short.json()["error"]]).toEqual([
    2,
    expect.objectContaining({ code: "data.short-row", zh: expect.stringContaining("第3行有1格，列名有2个") }),
  ]);
});
