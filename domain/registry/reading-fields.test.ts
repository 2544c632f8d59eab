import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeWordsOf } from "./reading/codes.ts";
import { findFieldByLabel, listFields } from "./reading-fields.ts";
import { labelKey } from "./reading/text.ts";

const schema = readFileSync(join(import.meta.dirname, "../../db/migrations/0004_register.sql"), "utf8");

function columnsOf(table: string): string[] {
  const body = new RegExp(`create table registry\\.${table} \\(([\\s\\S]*?)\\n\\);`).exec(schema)?.[1] ?? "";
  return [...body.matchAll(/^ {2}([a-z_]+) /gm)].flatMap(([, name]) => name ?? []);
}

test("every field is a column of the register, except those that are kept in other ways", () => {
  const elsewhere = /^(place|book|helper|ledger)\.|^member\.id_number$|phone$/;
  const fields = listFields().filter(({ key }) => !elsewhere.test(key));
  expect(fields.length).toBeGreaterThan(100);
  for (const { key } of fields) {
    const [table = "", column = ""] = key.split(".");
    expect(columnsOf(table), key).toContain(column);
  }
});

test("every code field has its list, and yes and no stand for codes of it", () => {
  const strange = listFields().flatMap(({ key, list, booleanCodes = [] }) => {
    const codes = list === undefined ? new Set() : codeWordsOf(list).codes;
    return booleanCodes.filter((code) => !codes.has(code)).map((code) => `${key} ${code}`);
  });
  expect(strange).toEqual([]);
});

test("no word is both yes and no of a field, and only a field that is answered so has such words", () => {
  const strange = listFields().filter(
    ({ type, booleanCodes, yes = [], no = [] }) =>
      yes.some((word) => no.includes(word)) ||
      (type !== "boolean" && !booleanCodes && yes.length + no.length > 0),
  );
  expect(strange.map(({ key }) => key)).toEqual([]);
});

test("labels are found in each spelling of brackets, width and blanks", () => {
  for (const label of ["县（市、区、旗）", "县(市、区、旗)", "县", " 行政县 "])
    expect(findFieldByLabel(labelKey(label))?.field.key).toBe("place.county");
  expect(findFieldByLabel(labelKey("务工时间 （月）"))).toMatchObject({
    field: { key: "member_year.work_months" },
  });
  expect(findFieldByLabel(labelKey("是否有家庭成员未参加城乡居民（职工）基本医疗保险"))).toMatchObject({
    field: { key: "monitoring.uninsured_member" },
    confidence: 1,
  });
  expect(findFieldByLabel(labelKey("行政村文化（图书）室个数 （个）"))).toBeUndefined();
});
