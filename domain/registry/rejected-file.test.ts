/** The rejected rows as a workbook: made by a task, fetched by whoever asked for it, imported again. */
import { expect, test } from "vitest";
import type { Task } from "../../apps/api/task.contract.ts";
import { updateTask } from "../../platform/jobs/task.sql.ts";
import { type TestApi, type TestPerson, rolledBack } from "../../test/api.ts";
import { aSpoiltRosterCsv, upload } from "../../test/import-scene.ts";
import { runNewest } from "../../test/run-task.ts";
import type { ImportBatch } from "./import.contract.ts";
import { readRegister } from "./reading.ts";
import type { StartedRejectedFile } from "./rejected-file.contract.ts";

async function spoiltImport(t: TestApi, person: TestPerson): Promise<string> {
  const { body } = await upload(t.as(person), aSpoiltRosterCsv());
  await runNewest(t, "import.preview");
  return `/counties/${body.county}/imports/${body.id}`;
}

async function fetchFile(t: TestApi, { token, grantId }: TestPerson, url: string) {
  const headers = { cookie: `jingzhun_session=${token}`, "x-acting-grant": grantId };
  return t.app.inject({ method: "GET", url: `/api/v1${url}`, headers });
}

test("the rejected rows come as a workbook of whole households, to mend and import again", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    const officer = t.as(person);
    const url = await spoiltImport(t, person);
    const started = await officer.post<StartedRejectedFile>(`${url}/rejected-rows`);
    expect(started.status).toBe(202);
    const { taskId } = started.body;
    expect((await officer.get<Task>(`/tasks/${taskId}`)).body.file).toBeNull();
    const early = await officer.get(`${url}/rejected-rows/${taskId}`);
    expect(early).toMatchObject({ status: 404, body: { code: "import.rejected-file-not-found" } });

    expect(await runNewest(t, "import.open-rejected")).toBe(person.id);
    await t.asSystem((work) => updateTask(work.tx, taskId, work.now, { state: "done" }));
    const { file } = (await officer.get<Task>(`/tasks/${taskId}`)).body;
    expect(file).toBe(`${url}/rejected-rows/${taskId}`);
    const reply = await fetchFile(t, person, file ?? "");
    expect(reply.headers).toMatchObject({ "cache-control": "no-store" });
    expect(reply.headers["content-disposition"]).toContain(encodeURIComponent("2018年不合格的行.xlsx"));
    const again = await readRegister({ name: "2018年不合格的行.xlsx", bytes: reply.rawPayload });
    expect(again).toMatchObject({ year: 2018, rowsRead: 2, rejects: [{ row: 3, column: "证件号码" }] });
    expect(again.households.map(({ registerNo }) => registerNo)).toEqual(["411702000"]);
    const events = await t.asSystem(({ tx }) =>
      tx
        .selectFrom("audit.event")
        .select(["detail", "started_by"])
        .where("action", "=", "import.open-rejected")
        .execute(),
    );
    expect(events).toEqual([{ detail: { rows: 2 }, started_by: person.id }]);
  }));

test("nobody else fetches it, and what was written meanwhile is not made", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    const url = await spoiltImport(t, person);
    const { body } = await t.as(person).post<StartedRejectedFile>(`${url}/rejected-rows`);
    await runNewest(t, "import.open-rejected");
    for (const other of [await t.aPerson(), await t.aPerson({ areaCode: "621022000000" })])
      expect((await fetchFile(t, other, `${url}/rejected-rows/${body.taskId}`)).statusCode).toBe(404);

    await t.as(person).post(`${url}/rejected-rows`);
    await t.as(person).post(`${url}/apply`);
    await runNewest(t, "import.apply");
    expect((await t.as(person).get<ImportBatch>(url)).body.state).toBe("applied");
    await expect(runNewest(t, "import.open-rejected")).rejects.toMatchObject({ code: "import.not-ready" });
    const late = await t.as(person).post(`${url}/rejected-rows`);
    expect(late).toMatchObject({ status: 409, body: { code: "import.not-ready" } });
  }));
