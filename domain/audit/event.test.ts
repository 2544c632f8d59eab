import { sql } from "kysely";
import { expect, test } from "vitest";
import { aHousehold } from "../../test/a-household.ts";
import { type TestApi, type TestPerson, rolledBack } from "../../test/api.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import type { EventPage, RecordedPeople } from "./event.contract.ts";
import { recordAudit } from "./event.service.ts";

installKeys(makeKeys());

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

test("an entry says who did it, in which role and place, to which household, and what it was and became", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, { living: { house_grade: "04" } }));
    const officer = t.as(await t.aPerson());
    const path = `/counties/${book.county}/households/${book.householdId}`;
    await officer.patch(`${path}/books/2018`, { version: 1, livingCondition: { houseGrade: "03" } });
    const { body } = await officer.get<EventPage>("/audit/events?action=household.update");
    expect(body.events).toMatchObject([
      {
        who: { name: "测试人员", role: "countyDataOfficer", place: { name: "驿城区" } },
        place: { code: "411702100200" },
        household: { county: "411702", id: book.householdId, registerNo: book.registerNo },
        fields: [],
        changes: [{ field: { zh: "住房等级" }, from: { zh: "C级" }, to: { zh: "B级" }, isMoney: false }],
      },
    ]);
    expect(body.events[0]?.detail).not.toHaveProperty("changes");
  }));

test("who sees no household is told neither its number nor a value of its book", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, { living: { house_grade: "04" } }));
    const path = `/counties/${book.county}/households/${book.householdId}`;
    const edit = { version: 1, livingCondition: { houseGrade: "03" } };
    await t.as(await t.aPerson()).patch(`${path}/books/2018`, edit);
    const admin = t.as(await t.aPerson({ role: "administrator" }));
    const { body } = await admin.get<EventPage>(`/audit/events?subjectId=${book.householdId}`);
    expect(body.events).toMatchObject([{ household: null, changes: [], fields: [{ zh: "住房等级" }] }]);
    expect(JSON.stringify(body)).not.toContain(book.registerNo);
    expect(JSON.stringify(body)).not.toContain("C级");
  }));

test("days, person, kind of action and place narrow the record; days begin in China", () =>
  rolledBack(async (t) => {
    const officer = await t.aPerson();
    const other = await t.aPerson();
    const at = async (time: string, area: string, id: string, person = officer) => {
      t.clock.set(new Date(time));
      await t.asSystem((work) =>
        recordAudit(
          { ...work, actor: { ...work.actor, personId: person.id, grantId: person.grantId } },
          id === "open" ? "household.open" : "household.update",
          { kind: "test", id, area },
        ),
      );
    };
    await at("2026-03-01T15:59:59Z", "411702001000", "before");
    await at("2026-03-01T16:00:00Z", "411702001000", "morning");
    await at("2026-03-02T10:00:00Z", "411702002000", "open", other);
    await at("2026-03-02T15:59:59Z", "411702002000", "night");
    await at("2026-03-02T16:00:00Z", "411702002000", "after");
    t.clock.set(new Date("2026-03-02T04:00:00Z"));
    const found = async (filter: string) => {
      const reply = await t.as(officer).get<EventPage>(`/audit/events?subjectKind=test&${filter}`);
      return reply.body.events.map(({ subjectId }) => subjectId);
    };
    expect(await found("from=2026-03-02&to=2026-03-02")).toEqual(["night", "open", "morning"]);
    expect(await found(`personId=${other.id}`)).toEqual(["open"]);
    expect(await found("action=household.open")).toEqual(["open"]);
    expect(await found("areaCode=411702001")).toEqual(["morning", "before"]);
    expect(await found(`from=2026-03-02&areaCode=411702002&personId=${officer.id}`)).toEqual([
      "after",
      "night",
    ]);
    expect((await t.as(officer).get("/audit/events?areaCode=411721")).status).toBe(404);
    expect((await t.as(officer).get("/audit/events?action=no.such")).status).toBe(400);
    expect((await t.as(officer).get("/audit/events?from=2026-02-30")).status).toBe(400);
  }));

test("what a job did stands under the person who asked for it, who is named as long as he has a role here", () =>
  rolledBack(async (t) => {
    const asker = await t.aPerson();
    const stranger = await t.aPerson({ areaCode: "411721000000" });
    for (const person of [asker, stranger]) {
      await t.asSystem((work) =>
        recordAudit({ ...work, actor: { ...work.actor, startedBy: person.id } }, "verdict.evaluate", {
          kind: "test",
          id: person.login,
          area: "411702000000",
        }),
      );
    }
    const { body } = await t.as(asker).get<EventPage>("/audit/events?subjectKind=test");
    expect(body.events).toMatchObject([
      { who: { id: stranger.id, name: null, role: null, place: null } },
      { who: { id: asker.id, name: "测试人员", role: null } },
    ]);
    const own = await t.as(asker).get<EventPage>(`/audit/events?subjectKind=test&personId=${asker.id}`);
    expect(own.body.events).toHaveLength(1);
  }));

test("whose entries can be asked for: people of the area; a helper is masked but for who manages people", () =>
  rolledBack(async (t) => {
    const helper = await t.aPerson({ role: "helper", areaCode: "411702001000" });
    await t.aPerson({ areaCode: "411721000000" });
    const officer = await t.aPerson();
    const nameOf = async (reader: TestPerson, id: string) => {
      const { body } = await t.as(reader).get<RecordedPeople>("/audit/people");
      expect(body.people).toHaveLength(3);
      return body.people.find((person) => person.id === id)?.name;
    };
    const admin = await t.aPerson({ role: "administrator" });
    expect(await nameOf(officer, helper.id)).toBe("测**");
    expect(await nameOf(admin, helper.id)).toBe("测试人员");
    expect((await t.as(helper).get("/audit/people")).status).toBe(403);
    expect((await t.anyone.get("/audit/people")).status).toBe(401);
  }));
