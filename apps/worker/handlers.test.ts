/** Long work as the worker does it: what was asked for through HTTP, run from the queue's own rows. */
import { expect, test } from "vitest";
import { type TestApi, type TestPerson, rolledBack } from "../../test/api.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { runNewest } from "../../test/run-task.ts";
import type { EventPage } from "../../domain/audit/event.contract.ts";
import type { ImportBatch } from "../../domain/registry/import.contract.ts";

async function anImportReady(t: TestApi, person: TestPerson): Promise<ImportBatch> {
  const { body } = await upload(t.as(person), aRosterCsv(["孟庄村"]));
  await runNewest(t, "import.preview");
  return body;
}

async function eventsOf(t: TestApi, reader: TestPerson, query: string): Promise<EventPage["events"]> {
  return (await t.as(reader).get<EventPage>(`/audit/events?${query}`)).body.events;
}

test("the record of an import names the import and who confirmed it, and the evaluation that follows is his, too", () =>
  rolledBack(async (t) => {
    const [uploader, officer] = [await t.aPerson(), await t.aPerson()];
    const batch = await anImportReady(t, uploader);
    await t.as(officer).post(`/counties/${batch.county}/imports/${batch.id}/apply`);
    await runNewest(t, "import.apply");
    const events = await eventsOf(t, officer, `subjectKind=import&subjectId=${batch.id}`);
    expect(events.map(({ action, personId, startedBy }) => [action, personId, startedBy])).toEqual([
      ["import.apply", "00000000-0000-7000-8000-000000000001", officer.id],
      ["import.create", uploader.id, null],
    ]);
    expect(await runNewest(t, "verdict.evaluate")).toBe(officer.id);
    expect(await eventsOf(t, officer, "subjectKind=evaluation")).toMatchObject([
      { action: "verdict.evaluate", startedBy: officer.id },
    ]);
  }));

test("an evaluation that somebody started names him", () =>
  rolledBack(async (t) => {
    const officer = await t.aPerson();
    const batch = await anImportReady(t, officer);
    await t.as(officer).post(`/counties/${batch.county}/imports/${batch.id}/apply`);
    await runNewest(t, "import.apply");
    const other = await t.aPerson();
    expect((await t.as(other).post("/areas/411702000000/evaluations", { year: 2018 })).status).toBe(202);
    expect(await runNewest(t, "verdict.evaluate")).toBe(other.id);
    expect(await eventsOf(t, other, "subjectKind=evaluation")).toMatchObject([{ startedBy: other.id }]);
  }));
