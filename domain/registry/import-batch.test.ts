import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { aListener } from "../../test/register-builders.ts";
import { taskProblems } from "../../platform/jobs/task.problems.ts";
import type { ImportBatch, ImportList } from "./import.contract.ts";
import { applyTask, previewTask } from "./import-batch.service.ts";
import { importProblems } from "./import.problems.ts";
import type { FileReader } from "./import-file.service.ts";
import { applyBatch, readAndPreview, releaseBatch } from "./import-run.service.ts";
import type { Problem } from "../../platform/problem.ts";
import { readRegisterInChild } from "./reading-process.ts";
import { readingProblems } from "./reading.problems.ts";
import { readRegister } from "./reading.ts";

const county = "411702000000";

const url = ({ county: code, id }: ImportBatch) => `/counties/${code}/imports/${id}`;

const keyOf = ({ county: code, id }: ImportBatch) => ({ county: code, id });

function preview(
  t: TestApi,
  batch: ImportBatch,
  read: FileReader = readRegister,
): Promise<Problem | undefined> {
  return t.asSystem((work) => readAndPreview(work, batch, read), county);
}

describe("a file", () => {
  test("is uploaded, read, looked at, applied and leaves a receipt", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const uploaded = await upload(officer, aRosterCsv(["孟庄村", "王坡村", "没有的村"]));
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
      await t.asSystem((work) => applyBatch(work, keyOf(ready), readRegister, listener), county);
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
      const { body } = await upload(officer, aRosterCsv(["孟庄村"]));
      const cipher = () =>
        t.asSystem(({ tx }) =>
          tx.selectFrom("registry.import_batch").select("file_cipher").executeTakeFirstOrThrow(),
        );
      expect((await cipher()).file_cipher?.includes("王建国")).toBe(false);
      await preview(t, body);
      await officer.post(`${url(body)}/apply`);
      await t.asSystem((work) => applyBatch(work, keyOf(body), readRegister, aListener()), county);
      expect((await cipher()).file_cipher).toBeNull();
    }));

  test("never lies on the disk in plain text, also when the process that reads it is killed", () =>
    rolledBack(async (t) => {
      const temporary = mkdtempSync(join(tmpdir(), "jingzhun-plain-"));
      vi.stubEnv("TMPDIR", temporary);
      try {
        const { body } = await upload(t.as(await t.aPerson()), aRosterCsv(["孟庄村"]));
        const seen: string[] = [];
        await preview(t, body, (file, options) => {
          seen.push(...readdirSync(temporary));
          return readRegisterInChild(file, options, { heapMegabytes: 500, seconds: 0.01 });
        });
        const { body: refused } = await t.as(await t.aPerson()).get<ImportBatch>(url(body));
        expect(refused.problem?.code).toBe("reading.too-slow");
        expect([...seen, ...readdirSync(temporary)]).toEqual([]);
      } finally {
        vi.unstubAllEnvs();
        rmSync(temporary, { recursive: true });
      }
    }));

  test("that has a header and no row is refused for that, whatever its year", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const [header = ""] = aRosterCsv(["孟庄村"]).split("\n");
      const { body } = await upload(officer, `${header}\n`);
      expect((await preview(t, body))?.code).toBe("import.no-rows");
      const { body: refused } = await officer.get<ImportBatch>(url(body));
      expect(refused).toMatchObject({ state: "refused", problem: { code: "import.no-rows" } });
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
    const { body } = await upload(officer, aRosterCsv(["孟庄村"]), "驿城区2017年花名册.csv", "");
    await preview(t, body);
    expect((await officer.get<ImportBatch>(url(body))).body).toMatchObject({ state: "ready", year: 2017 });
  }));

test("reading, comparing and writing are told one after the other, with counts", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const { body } = await upload(officer, aRosterCsv(["孟庄村", "王坡村"]));
    const told: unknown[] = [];
    const report = (...step: unknown[]) => Promise.resolve(void told.push(step));
    await t.asSystem((work) => readAndPreview(work, body, readRegister, report), county);
    await officer.post(`${url(body)}/apply`);
    await t.asSystem((work) => applyBatch(work, keyOf(body), readRegister, aListener(), report), county);
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
      const { body } = await upload(officer, aRosterCsv(["孟庄村"]));
      await preview(t, body);
      await preview(t, body, () => Promise.reject(new Error("must not be read again")));
      expect((await officer.post(`${url(body)}/apply`)).status).toBe(202);
      expect((await officer.post(`${url(body)}/apply`)).status).toBe(409);
      const listener = aListener();
      for (const _ of [1, 2])
        await t.asSystem((work) => applyBatch(work, keyOf(body), readRegister, listener), county);
      expect(listener.told).toHaveLength(1);
    }));

  test("that could not be applied can be tried again and says why", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const { body } = await upload(officer, aRosterCsv(["孟庄村"]));
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

  test("whose task was given up ends as broken off, and its file can be read again", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const { body } = await upload(officer, aRosterCsv(["孟庄村"]));
      const givenUp = taskProblems["task.given-up"]();
      const broken = { state: "failed", problem: { code: "import.broken-off" }, can: { restart: true } };
      await t.asSystem((work) => releaseBatch(work, body, givenUp), county);
      expect((await officer.get<ImportBatch>(url(body))).body).toMatchObject(broken);
      expect((await officer.post(`${url(body)}/restart`)).status).toBe(202);
      expect((await officer.post(`${url(body)}/restart`)).body.code).toBe("import.not-failed");
      await preview(t, body);
      expect((await officer.post(`${url(body)}/apply`)).status).toBe(202);
      await t.asSystem((work) => releaseBatch(work, body, givenUp), county);
      expect((await officer.get<ImportBatch>(url(body))).body).toMatchObject(broken);
    }));

  test("whose reading process was killed is broken off and not refused: the file is kept", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const { body } = await upload(officer, aRosterCsv(["孟庄村"]));
      await preview(t, body, () => Promise.reject(readingProblems["reading.stopped"]()));
      expect((await officer.get<ImportBatch>(url(body))).body).toMatchObject({
        state: "failed",
        problem: { code: "reading.stopped" },
        can: { restart: true },
      });
      await officer.post(`${url(body)}/restart`);
      await preview(t, body);
      expect((await officer.get<ImportBatch>(url(body))).body).toMatchObject({
        state: "ready",
        problem: null,
      });
    }));

  test("is seen only in its area", () =>
    rolledBack(async (t) => {
      const { body } = await upload(t.as(await t.aPerson()), aRosterCsv(["孟庄村"]));
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
      expect((await upload(officer, "")).body).toMatchObject({ code: "reading.empty" });
      expect((await officer.post("/imports", {})).body.code).toBe("import.no-file");
      expect((await upload(officer, aRosterCsv(["孟庄村"]), "a.csv", "18")).body).toMatchObject({
        code: "import.bad-year",
      });
    }));

  test("from who may not import", () =>
    rolledBack(async (t) => {
      const reader = t.as(await t.aPerson({ role: "cityReader", areaCode: "411700000000" }));
      expect((await upload(reader, aRosterCsv(["孟庄村"]))).status).toBe(403);
      const city = t.as(await t.aPerson({ areaCode: "411700000000" }));
      expect((await upload(city, aRosterCsv(["孟庄村"]))).body).toMatchObject({
        code: "import.county-needed",
      });
      expect((await upload(t.anyone, aRosterCsv(["孟庄村"]))).status).toBe(401);
    }));
});
