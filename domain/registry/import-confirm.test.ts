/** How an import ends: with what was shown and confirmed, or by itself when there is nothing to write. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { apply, aRosterCsv, upload } from "../../test/import-scene.ts";
import { aReadHousehold, aReadMember, aReadRegister } from "../../test/register-builders.ts";
import { runNewest } from "../../test/run-task.ts";
import type { Client } from "../../test/client.ts";
import type { ImportBatch } from "./import.contract.ts";

const url = ({ county, id }: ImportBatch) => `/counties/${county}/imports/${id}`;

async function uploadedAndRead(t: TestApi, officer: Client, csv: string): Promise<ImportBatch> {
  const { body } = await upload(officer, csv);
  await runNewest(t, "import.preview");
  return (await officer.get<ImportBatch>(url(body))).body;
}

/** A household of 王建国 and 张秀英 on the books, and a file that gives its number to others. */
async function suspectImport(t: TestApi, officer: Client): Promise<ImportBatch> {
  const first = await uploadedAndRead(t, officer, aRosterCsv(["孟庄村"]));
  await officer.post(`${url(first)}/apply`);
  await runNewest(t, "import.apply");
  const others = aRosterCsv(["孟庄村"]).replace("王建国", "赵守业").replace("张秀英", "钱玉兰");
  return uploadedAndRead(t, officer, others);
}

test("they are written when exactly what was shown is confirmed", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await suspectImport(t, officer);
    expect(batch.preview).toMatchObject({ identityChangeCount: 1, identityChanges: ["411702000"] });
    const unconfirmed = await officer.post(`${url(batch)}/apply`);
    expect(unconfirmed).toMatchObject({
      status: 409,
      body: { code: "import.identity-changes-unconfirmed" },
    });
    expect(unconfirmed.body.zh).toContain("户主与全部成员均变更，疑似编号重复");
    const other = await officer.post(`${url(batch)}/apply`, { identityDigest: "0".repeat(64) });
    expect(other).toMatchObject({ status: 409, body: { code: "import.identity-changes-differ" } });
    const { identityDigest } = batch.preview ?? {};
    expect((await officer.post(`${url(batch)}/apply`, { identityDigest })).status).toBe(202);
    await runNewest(t, "import.apply");
    expect((await officer.get<ImportBatch>(url(batch))).body).toMatchObject({ state: "applied" });
  }));

test("another import in between leads to a fresh preview, and nothing is written", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await suspectImport(t, officer);
    const { identityDigest } = batch.preview ?? {};
    const aChild = aReadMember({ name: "王小明", isHead: false });
    const members = [aReadMember({ idNumber: null }), aReadMember({ name: "张秀英", isHead: false }), aChild];
    const between = aReadRegister([aReadHousehold({ registerNo: "411702000", members })]);
    await t.asSystem((work) => apply(work, between), "411702000000");
    await officer.post(`${url(batch)}/apply`, { identityDigest });
    await expect(runNewest(t, "import.apply")).rejects.toMatchObject({
      code: "import.identity-changes-differ",
    });
    expect((await officer.get<ImportBatch>(url(batch))).body.state).toBe("reading");
    await runNewest(t, "import.preview");
    const { body: fresh } = await officer.get<ImportBatch>(url(batch));
    expect(fresh).toMatchObject({
      state: "ready",
      problem: { code: "import.identity-changes-differ" },
      preview: { identityChangeCount: 1 },
    });
    expect(fresh.preview?.identityDigest).not.toBe(identityDigest);
    await officer.post(`${url(batch)}/apply`, { identityDigest: fresh.preview?.identityDigest });
    await runNewest(t, "import.apply");
    expect((await officer.get<ImportBatch>(url(batch))).body).toMatchObject({
      state: "applied",
      problem: null,
    });
  }));

test("a file of rejected rows is not called unchanged: its rejects can be read and it is kept", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村"]);
    const batch = await uploadedAndRead(t, officer, csv.replaceAll(",户主,", ",配偶,"));
    expect(batch).toMatchObject({
      state: "rejected",
      problem: null,
      can: { apply: false, restart: true },
      preview: { created: 0, updated: 0, rejectedCount: 1, rejected: [{ registerNo: "411702000" }] },
    });
    expect((await officer.post(`${url(batch)}/apply`)).body.code).toBe("import.not-ready");
  }));

test("a file that a locked book takes nothing of can be read again when the book is open", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村"]);
    const first = await uploadedAndRead(t, officer, csv);
    await officer.post(`${url(first)}/apply`);
    await runNewest(t, "import.apply");
    const setBook = (book_status: string) =>
      t.asSystem(({ tx }) => tx.updateTable("registry.household_year").set({ book_status }).execute());
    await setBook("locked");
    const batch = await uploadedAndRead(t, officer, csv.replaceAll("未脱贫", "脱贫"));
    expect(batch).toMatchObject({ state: "rejected", preview: { updated: 0, rejectedCount: 1 } });
    await setBook("draft");
    expect((await officer.post(`${url(batch)}/restart`)).status).toBe(202);
    await runNewest(t, "import.preview");
    expect((await officer.get<ImportBatch>(url(batch))).body).toMatchObject({
      state: "ready",
      preview: { updated: 1, rejectedCount: 0 },
    });
  }));

test("a file that changes nothing ends by itself, and nothing is kept of it", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村", "王坡村"]);
    const first = await uploadedAndRead(t, officer, csv);
    expect(first.preview?.diff).toMatchObject({ new: 2, newRegisterNos: ["411702000", "411702001"] });
    await officer.post(`${url(first)}/apply`);
    await runNewest(t, "import.apply");
    const again = await uploadedAndRead(t, officer, csv);
    expect(again).toMatchObject({
      state: "unchanged",
      can: { apply: false },
      preview: { created: 0, updated: 0, unchanged: 2 },
    });
    expect((await officer.post(`${url(again)}/apply`)).body.code).toBe("import.not-ready");
    const kept = await t.asSystem(({ tx }) =>
      tx.selectFrom("registry.import_batch").select("file_cipher").where("id", "=", again.id).execute(),
    );
    expect(kept).toEqual([{ file_cipher: null }]);
  }));
