/** What a file has beyond the fields of the register is told, column by column, with the reason. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import type { Client } from "../../test/client.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { runNewest } from "../../test/run-task.ts";
import type { ImportBatch } from "./import.contract.ts";
import type { UnusedColumn, UnusedColumnList } from "./unused-column.contract.ts";

async function read(t: TestApi, officer: Client, csv: string): Promise<ImportBatch> {
  const { body } = await upload(officer, csv);
  await runNewest(t, "import.preview");
  return (await officer.get<ImportBatch>(`/counties/${body.county}/imports/${body.id}`)).body;
}

async function unusedIn(officer: Client, { county, id }: ImportBatch): Promise<UnusedColumn[]> {
  const reply = await officer.get<UnusedColumnList>(`/counties/${county}/imports/${id}/unused-columns`);
  expect(reply.status).toBe(200);
  return reply.body.columns;
}

const withColumns = (csv: string, labels: string, cells: string): string =>
  csv
    .split("\n")
    .map((line, at) => `${line},${at === 0 ? labels : cells}`)
    .join("\n");

const reasonOf = (columns: UnusedColumn[], label: string) =>
  columns.find((one) => one.label === label)?.reason;

test("a roster's columns that nothing keeps are told with what they are and why", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const labels = "年龄,总户数,定位,春节慰问金,耕地面积(户),人数,心情";
    const batch = await read(t, officer, withColumns(aRosterCsv(["孟庄村"]), labels, "40,1,x,5,1,2,好"));
    const columns = await unusedIn(officer, batch);
    expect(columns.map(({ label, reason }) => [label, reason])).toEqual([
      ["年龄", "computed"],
      ["总户数", "otherTemplate"],
      ["定位", "noField"],
      ["春节慰问金", "otherTemplate"],
      ["人数0", "repeated"],
      ["心情", "unknown"],
    ]);
    expect(columns[0]).toMatchObject({ letter: "L", recognised: { zh: "年龄" }, template: null });
    expect(columns[1]).toMatchObject({ template: { zh: "行政村信息" }, layouts: [] });
    expect(columns[3]).toMatchObject({ layouts: ["incomeLedger"], template: null });
    expect(columns[4]).toMatchObject({ recognised: { zh: "人数" } });
    expect(columns[5]).toMatchObject({ recognised: null });
  }));

test("a column that a person leaves out says so", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await read(t, officer, aRosterCsv(["孟庄村"]));
    expect(await unusedIn(officer, batch)).toEqual([]);
    await officer.put(`/counties/${batch.county}/imports/${batch.id}/columns`, {
      fingerprint: batch.preview?.sheets[0]?.fingerprint,
      columns: { 贫困户属性: null },
    });
    await runNewest(t, "import.preview");
    expect(await unusedIn(officer, batch)).toMatchObject([
      { label: "贫困户属性", reason: "leftOut", recognised: { zh: "贫困户属性" } },
    ]);
  }));

test("a ledger says which of its columns it does not change", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = [
      "县,乡镇,行政村,户编号,姓名,工资性收入,生产经营性收入,养老保险金,低保金,家庭总收入,住房面积(亩)",
      "驿城区,水屯镇,孟庄村,411702000,王建国,100,0,0,0,100,80",
    ].join("\n");
    const columns = await unusedIn(officer, await read(t, officer, csv));
    expect(reasonOf(columns, "行政村")).toBe("fromRegister");
    expect(reasonOf(columns, "姓名")).toBe("fromRegister");
    expect(reasonOf(columns, "家庭总收入")).toBe("computed");
    expect(reasonOf(columns, "住房面积(亩)")).toBe("unit");
    expect(reasonOf(columns, "县")).toBeUndefined();
    expect(reasonOf(columns, "工资性收入")).toBeUndefined();
  }));

test("whoever may not import learns nothing of a file's columns", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const { county, id } = await read(t, officer, aRosterCsv(["孟庄村"]));
    const reader = t.as(await t.aPerson({ role: "cityReader", areaCode: "411700000000" }));
    expect((await reader.get(`/counties/${county}/imports/${id}/unused-columns`)).status).toBe(403);
    const elsewhere = t.as(await t.aPerson({ areaCode: "411721000000" }));
    expect((await elsewhere.get(`/counties/${county}/imports/${id}/unused-columns`)).status).toBe(404);
  }));
