/** Before a file is written: what could be undone, who is missing and who only stands in a rejected row, who gets no head. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import type { Client } from "../../test/client.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { syntheticId } from "../../test/register-builders.ts";
import { runNewest } from "../../test/run-task.ts";
import type { Today } from "../today/today.contract.ts";
import type { ImportBatch } from "./import.contract.ts";
import type { DifferencePage } from "./import-difference.contract.ts";
import type { RejectGroupList } from "./import-reject.contract.ts";

const url = ({ county, id }: Pick<ImportBatch, "county" | "id">) => `/counties/${county}/imports/${id}`;

async function looked(t: TestApi, officer: Client, csv: string): Promise<ImportBatch> {
  const { body } = await upload(officer, csv);
  await runNewest(t, "import.preview");
  return (await officer.get<ImportBatch>(url(body))).body;
}

async function written(t: TestApi, officer: Client, csv: string): Promise<ImportBatch> {
  const batch = await looked(t, officer, csv);
  await officer.post(`${url(batch)}/apply`);
  await runNewest(t, "import.apply");
  return (await officer.get<ImportBatch>(url(batch))).body;
}

const spoil = (id: string): string => id.slice(0, 17) + (id.endsWith("1") ? "2" : "1");

/** With a wrong check digit in these lines; the header is line 0. */
const spoilt = (csv: string, lines: number[]): string =>
  csv
    .split("\n")
    .map((line, at) => (lines.includes(at) ? line.replace(/\d{17}[\dX]/, spoil) : line))
    .join("\n");

test("the preview foresees what undoing can restore: neither new households nor such with another member", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const all = aRosterCsv(["孟庄村", "王坡村", "水屯村", "孟庄村"]).split("\n");
    const first = await looked(t, officer, all.slice(0, 7).join("\n"));
    expect(first).toMatchObject({ state: "ready", can: { undo: false }, undo: { restorable: 0, others: 3 } });
    await officer.post(`${url(first)}/apply`);
    await runNewest(t, "import.apply");
    const born = all[6]!.replace(/张秀英,\d{17}[\dX]/, `王小宝,${syntheticId()}`).replace("配偶", "之子");
    const changed = [...all, born].join("\n").replaceAll("未脱贫", "脱贫");
    const second = await looked(t, officer, changed);
    const foreseen = { restorable: 2, others: 2 };
    expect(second).toMatchObject({ preview: { created: 1, updated: 3 }, undo: foreseen });
    await officer.post(`${url(second)}/apply`);
    await runNewest(t, "import.apply");
    expect((await officer.get<ImportBatch>(url(second))).body.undo).toMatchObject(foreseen);
  }));

test("whoever stands in a rejected row of the file is not told to be missing from it", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村", "王坡村", "水屯村", "孟庄村"]);
    await written(t, officer, csv);
    const lines = csv.split("\n").slice(0, 7);
    // The first household's place is not known, of the second one row is bad; the fourth is really not in the file.
    const some = spoilt(lines.join("\n").replaceAll("孟庄村", "没有的村"), [4]);
    const batch = await looked(t, officer, some);
    expect(batch.preview).toMatchObject({
      gone: 1,
      diff: { goneRegisterNos: ["411702003"], gonePersons: 0 },
    });
    const gone = await officer.get<DifferencePage>(`${url(batch)}/differences?kind=gone`);
    expect(gone.body.differences).toMatchObject([{ registerNo: "411702003" }]);
  }));

test("a household is rejected whole when none of its rows is taken, and named when only its head's is not", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    // Household 0 loses its head's row, household 1 both rows.
    const batch = await looked(t, officer, spoilt(aRosterCsv(["孟庄村", "王坡村"]), [1, 3, 4]));
    expect(batch).toMatchObject({
      state: "ready",
      preview: { households: 1, persons: 1, headless: ["411702000"], headlessCount: 1 },
    });
    const { body } = await officer.get<RejectGroupList>(`${url(batch)}/reject-groups`);
    expect(body.groups).toContainEqual(
      expect.objectContaining({
        count: 1,
        reason: expect.objectContaining({ zh: expect.stringContaining("整户未导入") }),
      }),
    );
    const bad = await looked(t, officer, spoilt(aRosterCsv(["孟庄村"]), [1, 2]));
    expect(bad).toMatchObject({ state: "rejected", preview: { households: 0, persons: 0 } });
  }));

test("a head who stands on the books stays when his row is rejected", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村"]);
    await written(t, officer, csv);
    const batch = await looked(t, officer, spoilt(csv.replaceAll("未脱贫", "脱贫"), [1]));
    expect(batch).toMatchObject({ state: "ready", preview: { updated: 1, headlessCount: 0 } });
  }));

test("the rejects of an undone import are at rest", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村", "王坡村"]);
    await written(t, officer, csv);
    const batch = await written(t, officer, spoilt(csv.replaceAll("未脱贫", "脱贫"), [2]));
    const toFix = async () => (await officer.get<Today>("/today")).body.importsToFix;
    expect(await toFix()).toMatchObject([{ id: batch.id, rejected: 1 }]);
    await officer.post(`${url(batch)}/undo`);
    await runNewest(t, "import.undo");
    expect(await toFix()).toEqual([]);
    const { body } = await officer.get<ImportBatch>(url(batch));
    expect(body).toMatchObject({ state: "undone", can: { close: false } });
  }));
