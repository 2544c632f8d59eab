/** Cells put right by hand: checked when typed, part of the next preview, sealed, and on record. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aSpoiltRosterCsv, upload } from "../../test/import-scene.ts";
import { syntheticId } from "../../test/register-builders.ts";
import { runNewest } from "../../test/run-task.ts";
import type { Client } from "../../test/client.ts";
import type { ImportBatch } from "./import.contract.ts";
import type { ImportCorrectionList } from "./import-correction.contract.ts";

const url = ({ county, id }: Pick<ImportBatch, "county" | "id">) => `/counties/${county}/imports/${id}`;

async function read(t: TestApi, officer: Client, batch: ImportBatch): Promise<ImportBatch> {
  await runNewest(t, "import.preview");
  return (await officer.get<ImportBatch>(url(batch))).body;
}

const spoiltImport = async (t: TestApi, officer: Client): Promise<ImportBatch> =>
  read(t, officer, (await upload(officer, aSpoiltRosterCsv())).body);

const cell = { sheet: "花名册", row: 3, letter: "G" };

function correct(officer: Client, batch: ImportBatch, value: string, at = cell) {
  return officer.post<ImportCorrectionList & { code?: string; zh?: string }>(`${url(batch)}/corrections`, {
    ...at,
    value,
  });
}

test("a corrected cell is checked by the rules of reading, in words", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await spoiltImport(t, officer);
    expect(batch).toMatchObject({ state: "ready", can: { correct: true }, preview: { rejectedCount: 1 } });
    expect(batch.preview?.rejected[0]).toMatchObject({ row: 3, column: "证件号码" });
    const short = await correct(officer, batch, "4117021980");
    expect(short).toMatchObject({ status: 422, body: { code: "import.cell-unreadable" } });
    expect(short.body.zh).toContain("证件号码有10位，应为18位");
    const wrong = await correct(officer, batch, "990101198001019999");
    expect(wrong.body.zh).toContain("校验位不对");
    expect(await correct(officer, batch, "岳父的", { ...cell, letter: "I" })).toMatchObject({ status: 422 });
    expect(await correct(officer, batch, "", { ...cell, letter: "F" })).toMatchObject({ status: 422 });
    expect(await correct(officer, batch, "", { ...cell, letter: "D" })).toMatchObject({ status: 422 });
    const nowhere = await correct(officer, batch, "1", { ...cell, letter: "ZZ" });
    expect(nowhere.body.code).toBe("import.unknown-column");
    expect((await officer.get<ImportCorrectionList>(`${url(batch)}/corrections`)).body).toEqual({
      corrections: [],
      unchecked: 0,
    });
  }));

test("what was put right is checked again, written, and the record says who did it and never what", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await spoiltImport(t, officer);
    const right = syntheticId();
    const kept = await correct(officer, batch, right);
    expect(kept).toMatchObject({
      status: 200,
      body: { unchecked: 1, corrections: [{ ...cell, isChecked: false, correctedBy: "测试人员" }] },
    });
    expect(JSON.stringify(kept.body)).not.toContain(right);
    const tooEarly = await officer.post(`${url(batch)}/apply`);
    expect(tooEarly).toMatchObject({ status: 409, body: { code: "import.corrections-unchecked" } });
    expect((await officer.post(`${url(batch)}/check`)).status).toBe(202);
    const fresh = await read(t, officer, batch);
    expect(fresh).toMatchObject({ state: "ready", preview: { rejectedCount: 0, households: 2, persons: 4 } });
    await officer.post(`${url(batch)}/apply`);
    await runNewest(t, "import.apply");
    expect((await officer.get<ImportBatch>(url(batch))).body).toMatchObject({
      state: "applied",
      uploadedBy: "测试人员",
      appliedBy: "测试人员",
    });
    const { body } = await officer.get<ImportCorrectionList>(`${url(batch)}/corrections`);
    expect(body).toMatchObject({ unchecked: 0, corrections: [{ ...cell, isChecked: true }] });
    const [sealed, events] = await t.asSystem(async ({ tx }) => [
      await tx.selectFrom("registry.import_correction").select("value_cipher").execute(),
      await tx
        .selectFrom("audit.event")
        .select(["action", "detail"])
        .where("subject_id", "=", batch.id)
        .execute(),
    ]);
    expect(sealed).toEqual([{ value_cipher: null }]);
    expect(events).toMatchObject([
      { action: "import.create" },
      { action: "import.correct", detail: { ...cell, field: "member.id_number" } },
      { action: "import.check-again", detail: { corrected: 1 } },
      { action: "import.apply", detail: { corrected: 1 } },
    ]);
    expect(JSON.stringify(events)).not.toContain(right);
  }));

test("a correction comes back as it was typed where it is nothing personal, else masked", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await spoiltImport(t, officer);
    const right = syntheticId();
    await correct(officer, batch, right);
    await correct(officer, batch, "配偶", { ...cell, letter: "I" });
    await correct(officer, batch, "王坡村", { ...cell, letter: "C" });
    const { body } = await correct(officer, batch, "", { ...cell, letter: "K" });
    const masked = `${right.slice(0, 4)}**********${right.slice(-4)}`;
    expect(body.corrections).toMatchObject([
      { letter: "C", to: "王坡村", isWhole: true },
      { letter: "G", to: masked, isWhole: false },
      { letter: "I", to: "配偶", isWhole: true },
      { letter: "K", to: null, isWhole: true },
    ]);
    expect(JSON.stringify(body)).not.toContain(right);
  }));

test("the receipt says which corrections were written, from what to what, masked", () =>
  rolledBack(async (t) => {
    const clerk = t.as(await t.aPerson({ role: "townshipClerk", areaCode: "411702100000" }));
    const csv = aSpoiltRosterCsv().replaceAll("水屯镇,王坡村", "沙河店镇,沙西村");
    const batch = await read(t, clerk, (await upload(clerk, csv)).body);
    const right = syntheticId();
    await correct(clerk, batch, right);
    await correct(clerk, batch, "脱贫", { ...cell, row: 4, letter: "J" });
    await clerk.post(`${url(batch)}/check`);
    await read(t, clerk, batch);
    await clerk.post(`${url(batch)}/apply`);
    await runNewest(t, "import.apply");
    const { body } = await clerk.get<ImportCorrectionList>(`${url(batch)}/corrections`);
    expect(body.corrections).toMatchObject([
      { row: 3, isWritten: true, to: `${right.slice(0, 4)}**********${right.slice(-4)}` },
      { row: 4, isWritten: false, from: "未脱贫", to: "脱贫" },
    ]);
  }));

test("a row that the file does not have, or a number that no row has, is refused in words", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await spoiltImport(t, officer);
    for (const row of [1, 6, 900_000]) {
      const beyond = await correct(officer, batch, syntheticId(), { ...cell, row });
      expect(beyond).toMatchObject({ status: 422, body: { code: "import.unknown-row" } });
      expect(beyond.body.zh).toContain(`没有第${row}行`);
    }
    expect((await correct(officer, batch, syntheticId(), { ...cell, row: 3_000_000_000 })).status).toBe(400);
    expect((await correct(officer, batch, "4117\u0000")).status).toBe(400);
    for (const path of [
      "differences?after=99999999999",
      "differences?field=a%00b",
      "rejects?kind=reject&group=1&after=99999999999",
      "rejects?kind=reject&group=99999999999",
      "undo?after=%00",
    ])
      expect([path, (await officer.get(`${url(batch)}/${path}`)).status]).toEqual([path, 400]);
    const search = (body: object) => officer.post("/areas/411702000000/households/search", body);
    expect((await search({ text: "王\u0000" })).status).toBe(400);
    expect((await search({ exitStatus: ["0\u0000"] })).status).toBe(400);
  }));

test("a correction can be withdrawn: the file's own value counts again", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await spoiltImport(t, officer);
    await correct(officer, batch, syntheticId());
    await officer.post(`${url(batch)}/check`);
    expect(await read(t, officer, batch)).toMatchObject({ preview: { rejectedCount: 0 } });
    const query = new URLSearchParams({ ...cell, row: String(cell.row) });
    expect((await officer.delete(`${url(batch)}/corrections?${query}`)).status).toBe(202);
    expect(await read(t, officer, batch)).toMatchObject({ state: "ready", preview: { rejectedCount: 1 } });
    const { body } = await officer.get<ImportCorrectionList>(`${url(batch)}/corrections`);
    expect(body.corrections).toEqual([]);
  }));

test("a cell of another place's import cannot be put right", () =>
  rolledBack(async (t) => {
    const batch = await spoiltImport(t, t.as(await t.aPerson()));
    const stranger = t.as(await t.aPerson({ areaCode: "621022000000" }));
    expect((await correct(stranger, batch, syntheticId())).status).toBe(404);
  }));
