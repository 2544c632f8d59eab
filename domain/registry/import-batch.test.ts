import { describe, expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aListener, syntheticId } from "../../test/register-builders.ts";
import type { ImportBatch, ImportList } from "./import.contract.ts";
import { applyBatch, applyTask, previewTask, readAndPreview, releaseBatch } from "./import-batch.service.ts";
import { importProblems } from "./import.problems.ts";
import type { Problem } from "../../platform/problem.ts";
import { readRegisterFile } from "./reading.ts";

const county = "411702000000";

const header = "县,乡镇,行政村,户编号,人编号,姓名,证件号码,人数,与户主关系,脱贫属性,贫困户属性";
const row = (village: string, number: string, name: string, id: string, relation: string) =>
  `驿城区,水屯镇,${village},${number},${number}${relation === "户主" ? "1" : "2"},${name},${id},2,${relation},未脱贫,一般贫困户`;

function aFile(villages: string[]): string {
  const rows = villages.flatMap((village, index) => [
    row(village, `41170200${index}`, "王建国", syntheticId(), "户主"),
    row(village, `41170200${index}`, "张秀英", syntheticId(), "配偶"),
  ]);
  return [header, ...rows].join("\n");
}

type Client = ReturnType<TestApi["as"]>;

function upload(client: Client, content: string | null, fileName = "花名册.csv", year = "2018") {
  const field = `--edge\r\nContent-Disposition: form-data; name="year"\r\n\r\n${year}\r\n`;
  const file = `--edge\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;
  const body = Buffer.from(`${field}${content === null ? "" : file}--edge--\r\n`);
  return client.post<ImportBatch>("/imports", body, { "content-type": "multipart/form-data; boundary=edge" });
}

const url = ({ county: code, id }: ImportBatch) => `/counties/${code}/imports/${id}`;

function preview(t: TestApi, batch: ImportBatch, read = readRegisterFile): Promise<Problem | undefined> {
  return t.asSystem((work) => readAndPreview(work, batch, read), county);
}

describe("a file", () => {
  test("is uploaded, read, looked at, applied and leaves a receipt", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const uploaded = await upload(officer, aFile(["孟庄村", "王坡村", "没有的村"]));
      expect(uploaded.status).toBe(202);
      expect(uploaded.body).toMatchObject({
        state: "reading",
        fileName: "花名册.csv",
        year: 2018,
        preview: null,
      });

      await preview(t, uploaded.body);
      const { body: ready } = await officer.get<ImportBatch>(url(uploaded.body));
      expect(ready).toMatchObject({
        state: "ready",
        layout: "roster",
        can: { apply: true },
        preview: { households: 2, persons: 4, created: 2, rejectedCount: 1, diff: { new: 2 } },
      });

      expect((await officer.post<ImportBatch>(`${url(ready)}/apply`)).body).toMatchObject({
        state: "applying",
      });
      const listener = aListener();
      await t.asSystem((work) => applyBatch(work, ready, readRegisterFile, listener), county);
      expect(listener.told).toEqual(["county 411702 2018"]);
      const { body: applied } = await officer.get<ImportBatch>(url(ready));
      expect(applied).toMatchObject({ state: "applied", can: { apply: false }, preview: { created: 2 } });
      expect(applied.appliedAt).not.toBeNull();

      const { body: list } = await officer.get<ImportList>("/imports");
      expect(list.imports).toMatchObject([{ id: ready.id, state: "applied", preview: null }]);
      const tasks = await t.asSystem(({ tx }) =>
        tx.selectFrom("job.task").select("kind").orderBy("created_at").orderBy("id").execute(),
      );
      expect(tasks.map((task) => task.kind)).toEqual([previewTask, applyTask]);
    }));

  test("is kept sealed until it is applied", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const { body } = await upload(officer, aFile(["孟庄村"]));
      const cipher = () =>
        t.asSystem(({ tx }) =>
          tx.selectFrom("registry.import_batch").select("file_cipher").executeTakeFirstOrThrow(),
        );
      expect((await cipher()).file_cipher?.includes("王建国")).toBe(false);
      await preview(t, body);
      await officer.post(`${url(body)}/apply`);
      await t.asSystem((work) => applyBatch(work, body, readRegisterFile, aListener()), county);
      expect((await cipher()).file_cipher).toBeNull();
    }));

  test("that is not recognised is refused with the reason, and nothing is kept of it", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const { body } = await upload(officer, "姓名,电话\n甲,1\n", "通讯录.csv");
      // The task of the worker ends with the reason: it is not "done".
      expect((await preview(t, body))?.code).toMatch(/^reading\./);
      const { body: refused } = await officer.get<ImportBatch>(url(body));
      expect(refused).toMatchObject({
        state: "refused",
        preview: null,
        problem: { code: expect.stringMatching(/^reading\./) },
      });
      expect((await officer.post(`${url(body)}/apply`)).body).toMatchObject({
        status: 409,
        code: "import.not-ready",
      });
    }));
});

test("a file's own name tells the year where nothing in it does", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const { body } = await upload(officer, aFile(["孟庄村"]), "驿城区2017年花名册.csv", "");
    await preview(t, body);
    expect((await officer.get<ImportBatch>(url(body))).body).toMatchObject({ state: "ready", year: 2017 });
  }));

test("reading, comparing and writing are told one after the other, with counts", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const { body } = await upload(officer, aFile(["孟庄村", "王坡村"]));
    const told: unknown[] = [];
    const report = (...step: unknown[]) => Promise.resolve(void told.push(step));
    await t.asSystem((work) => readAndPreview(work, body, readRegisterFile, report), county);
    await officer.post(`${url(body)}/apply`);
    await t.asSystem((work) => applyBatch(work, body, readRegisterFile, aListener(), report), county);
    expect(told).toEqual([
      ["read", 0, 0],
      ["compare", 0, 2],
      ["read", 0, 0],
      ["write", 0, 2],
    ]);
  }));

describe("an import", () => {
  test("is applied once, also when its task runs again", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const { body } = await upload(officer, aFile(["孟庄村"]));
      await preview(t, body);
      await preview(t, body, () => Promise.reject(new Error("must not be read again")));
      expect((await officer.post(`${url(body)}/apply`)).status).toBe(202);
      expect((await officer.post(`${url(body)}/apply`)).status).toBe(409);
      const listener = aListener();
      for (const _ of [1, 2])
        await t.asSystem((work) => applyBatch(work, body, readRegisterFile, listener), county);
      expect(listener.told).toHaveLength(1);
    }));

  test("that could not be applied can be tried again and says why", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const { body } = await upload(officer, aFile(["孟庄村"]));
      await preview(t, body);
      await officer.post(`${url(body)}/apply`);
      const problem = importProblems["import.identity-taken-meanwhile"]();
      await t.asSystem((work) => releaseBatch(work, body, problem), county);
      const { body: ready } = await officer.get<ImportBatch>(url(body));
      expect(ready).toMatchObject({
        state: "ready",
        problem: { code: "import.identity-taken-meanwhile" },
        can: { apply: true },
      });
    }));

  test("is seen only in its area", () =>
    rolledBack(async (t) => {
      const { body } = await upload(t.as(await t.aPerson()), aFile(["孟庄村"]));
      const neighbour = t.as(await t.aPerson({ areaCode: "411721000000" }));
      expect((await neighbour.get(url(body))).body.code).toBe("import.not-found");
      expect((await neighbour.get<ImportList>("/imports")).body.imports).toEqual([]);
      expect((await neighbour.post(`${url(body)}/apply`)).status).toBe(404);
    }));
});

describe("an upload is refused", () => {
  test("without a file, a form or a sensible year", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      expect((await upload(officer, null)).body).toMatchObject({ code: "import.no-file" });
      expect((await upload(officer, "")).body).toMatchObject({ code: "import.no-file" });
      expect((await officer.post("/imports", {})).body.code).toBe("import.no-file");
      expect((await upload(officer, aFile(["孟庄村"]), "a.csv", "18")).body).toMatchObject({
        code: "import.bad-year",
      });
    }));

  test("from who may not import", () =>
    rolledBack(async (t) => {
      const reader = t.as(await t.aPerson({ role: "cityReader", areaCode: "411700000000" }));
      expect((await upload(reader, aFile(["孟庄村"]))).status).toBe(403);
      const city = t.as(await t.aPerson({ areaCode: "411700000000" }));
      expect((await upload(city, aFile(["孟庄村"]))).body).toMatchObject({ code: "import.county-needed" });
      expect((await upload(t.anyone, aFile(["孟庄村"]))).status).toBe(401);
    }));
});
