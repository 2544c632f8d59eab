import { sql } from "kysely";
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import type { EventPage } from "./event.contract.ts";
import { recordAudit } from "./event.service.ts";

function record(t: TestApi, area: string, id: string) {
  return t.asSystem((work) =>
    recordAudit(work, "household.update", { kind: "test", id, area }, { count: 1 }),
  );
}

test("an officer reads what was done in his area, newest first, page by page", () =>
  rolledBack(async (t) => {
    for (let number = 1; number <= 5; number++) {
      t.clock.set(new Date(t.clock.now().getTime() + 1000));
      await record(t, "411702001000", String(number));
    }
    await record(t, "411721000000", "elsewhere");
    const officer = t.as(await t.aPerson());
    const first = await officer.get<EventPage>("/audit/events?subjectKind=test&limit=3");
    expect(first.body.events.map((event) => event.subjectId)).toEqual(["5", "4", "3"]);
    const second = await officer.get<EventPage>(
      `/audit/events?subjectKind=test&limit=3&before=${first.body.next}`,
    );
    expect(second.body.events.map((event) => event.subjectId)).toEqual(["2", "1"]);
    expect(second.body.next).toBeNull();
    expect(second.body.events[0]).toMatchObject({
      action: "household.update",
      areaCode: "411702001000",
      detail: { count: 1 },
    });
  }));

test("the record is for those who may read it", () =>
  rolledBack(async (t) => {
    expect((await t.anyone.get("/audit/events")).status).toBe(401);
    expect((await t.as(await t.aPerson({ role: "helper" })).get("/audit/events")).status).toBe(403);
    expect((await t.as(await t.aPerson()).get("/audit/events?limit=1000")).status).toBe(400);
  }));

test("the app can neither change nor remove what was recorded", () =>
  rolledBack(async (t) => {
    await record(t, "411702001000", "kept");
    for (const attempt of [
      sql`update audit.event set action = 'other'`,
      sql`delete from audit.event`,
      sql`truncate audit.event`,
    ]) {
      await expect(t.asSystem((work) => attempt.execute(work.tx))).rejects.toThrow(/permission denied/);
    }
  }));
