/** Rejects and remarks by reason and by pages: every one can be reached, and the counts are exact. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aRosterCsv, aSpoiltRosterCsv, upload } from "../../test/import-scene.ts";
import { runNewest } from "../../test/run-task.ts";
import type { Client } from "../../test/client.ts";
import type { ImportBatch } from "./import.contract.ts";
import type { Today } from "../today/today.contract.ts";
import type { RejectGroupList, RejectPage } from "./import-reject.contract.ts";

const url = ({ county, id }: Pick<ImportBatch, "county" | "id">) => `/counties/${county}/imports/${id}`;

async function looked(t: TestApi, officer: Client, csv: string): Promise<ImportBatch> {
  const { body } = await upload(officer, csv);
  await runNewest(t, "import.preview");
  return (await officer.get<ImportBatch>(url(body))).body;
}

const groupsOf = async (officer: Client, batch: ImportBatch) =>
  (await officer.get<RejectGroupList>(`${url(batch)}/reject-groups`)).body.groups;

const pageOf = async (officer: Client, batch: ImportBatch, query: string) =>
  (await officer.get<RejectPage>(`${url(batch)}/rejects?${query}`)).body;

const many = 5100;

/** Many persons without a household number, and households in villages that nobody knows. */
function aBadRoster(): string {
  const nameless = Array.from(
    { length: many },
    (_, at) => `驿城区,水屯镇,孟庄村,,${at},王建国,,1,户主,未脱贫,一般贫困户`,
  );
  return [aRosterCsv(["没有的村", "没有这村"]), ...nameless].join("\n");
}

test("beyond the first thousands every reject is reached, its reason once, its places by pages", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await looked(t, officer, aBadRoster());
    expect(batch).toMatchObject({ state: "rejected", preview: { rejectedCount: many + 2 } });
    expect(batch.preview?.rejected.length).toBeLessThan(100);
    const groups = await groupsOf(officer, batch);
    expect(groups).toMatchObject([
      { kind: "reject", group: 1, count: many },
      { kind: "reject", group: 2, count: 2 },
    ]);
    expect(groups[1]?.reason.zh).toContain("没有找到行政村");
    const rows: number[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page: RejectPage = await pageOf(officer, batch, `kind=reject&group=1&limit=200&after=${after}`);
      rows.push(...page.rejects.map(({ row }) => row));
      after = page.next;
    }
    expect(rows).toEqual(Array.from({ length: many }, (_, at) => at + 6));
    const villages = await pageOf(officer, batch, "kind=reject&group=2");
    expect(villages.rejects.map(({ row, column }) => [row, column])).toEqual([
      [2, "行政村"],
      [4, "行政村"],
    ]);
  }));

test("they follow the file when it is read anew, and stay with the receipt", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await looked(t, officer, aSpoiltRosterCsv());
    expect(await groupsOf(officer, batch)).toMatchObject([{ kind: "reject", count: 1 }]);
    const fingerprint = batch.preview?.sheets[0]?.fingerprint;
    await officer.put(`${url(batch)}/columns`, { fingerprint, columns: { 人数: null } });
    await runNewest(t, "import.preview");
    expect(await groupsOf(officer, batch)).toMatchObject([{ kind: "reject", count: 1 }]);
    await officer.post(`${url(batch)}/apply`);
    await runNewest(t, "import.apply");
    const page = await pageOf(officer, batch, "kind=reject&group=1");
    expect(page).toMatchObject({ next: null, rejects: [{ row: 3, column: "证件号码", position: 1 }] });
  }));

test("a township's clerk with the county's roster is told which households are not his, apart from faults", () =>
  rolledBack(async (t) => {
    const clerk = t.as(await t.aPerson({ role: "townshipClerk", areaCode: "411702100000" }));
    const [header = "", ...rows] = aSpoiltRosterCsv().split("\n");
    // The same households, one of them with a wrong id number, as of another township, and one of his own.
    const elsewhere = rows.map((row) => row.replace("水屯镇,孟庄村", "沙河店镇,沙西村"));
    const csv = [header, ...elsewhere].join("\n");
    const batch = await looked(t, clerk, csv);
    expect(batch).toMatchObject({
      state: "ready",
      preview: { households: 1, rejectedCount: 0, outsideCount: 1 },
    });
    expect(await groupsOf(clerk, batch)).toMatchObject([{ kind: "outside", count: 1 }]);
    const { rejects } = await pageOf(clerk, batch, "kind=outside&group=1");
    expect(rejects).toMatchObject([{ registerNo: "411702000", village: "沙西村民委员会" }]);
    expect((await clerk.get<Today>("/today")).body.importsToFix).toEqual([]);
  }));

test("a reject shows the village and what stands in the cell, masked where it is personal", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aSpoiltRosterCsv().replace("王坡村", "没有这个村");
    const batch = await looked(t, officer, csv);
    const idCell = csv.split("\n")[2]?.split(",")[6] ?? "";
    const shown = [];
    for (const group of [1, 2])
      shown.push(...(await pageOf(officer, batch, `kind=reject&group=${group}`)).rejects);
    const byColumn = new Map(shown.map((one) => [one.column, one]));
    expect(byColumn.get("证件号码")).toMatchObject({ village: "孟庄村民委员会" });
    expect(byColumn.get("证件号码")?.value).toBe(`${idCell.slice(0, 4)}**********${idCell.slice(-4)}`);
    expect(byColumn.get("行政村")).toMatchObject({ village: null, value: "没有这个村" });
  }));

test("they are for the place of the import only", () =>
  rolledBack(async (t) => {
    const batch = await looked(t, t.as(await t.aPerson()), aSpoiltRosterCsv());
    const stranger = t.as(await t.aPerson({ areaCode: "621022000000" }));
    for (const path of ["reject-groups", "rejects?kind=reject&group=1"])
      expect((await stranger.get(`${url(batch)}/${path}`)).status).toBe(404);
  }));
