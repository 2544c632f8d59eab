import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { apply } from "../../test/import-scene.ts";
import { aReadHousehold, aReadRegister } from "../../test/register-builders.ts";
import type { EventPage } from "../audit/event.contract.ts";
import type { Person } from "./person.contract.ts";

const county = "411702000000";

function anAdministrator(t: TestApi, areaCode = county) {
  return t.aPerson({ role: "administrator", areaCode });
}

function newPerson(login: string, areaCode: string) {
  return { login, displayName: "李四", password: "long enough", grants: [{ role: "villageTeam", areaCode }] };
}

test("an administrator adds a person at a place written with fewer digits", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    const added = await administrator.post<Person>("/people", newPerson("team1", "411702001"));
    expect(added.status).toBe(201);
    expect(added.body.grants).toMatchObject([
      { role: "villageTeam", areaCode: "411702001000", validFrom: "2026-03-02", validTo: null },
    ]);
    const listed = await administrator.get<{ people: Person[] }>("/people");
    expect(listed.body.people.map((person) => person.login)).toContain("team1");
    expect((await t.anyone.post("/session", { login: "team1", password: "long enough" })).status).toBe(201);
  }));

test("an account name is given once in the whole system", () =>
  rolledBack(async (t) => {
    const one = t.as(await anAdministrator(t));
    const other = t.as(await anAdministrator(t, "411721000000"));
    expect((await one.post("/people", newPerson("team2", county))).status).toBe(201);
    const again = await other.post("/people", newPerson("team2", "411721000000"));
    expect(again.status).toBe(409);
    expect(again.body.code).toBe("access.login-taken");
  }));

test("all faults of a new person are reported with their places", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    const reply = await administrator.post("/people", {
      login: "no spaces",
      displayName: "李四",
      password: "short",
      grants: [{ role: "systemActor", areaCode: "41170" }],
    });
    expect(reply.status).toBe(400);
    expect(reply.body.issues?.map((issue) => issue.path.join("."))).toEqual([
      "login",
      "password",
      "grants.0.role",
      "grants.0.areaCode",
    ]);
  }));

async function aHelper(t: TestApi): Promise<string> {
  const read = aReadHousehold({ helper: { name: "李助民", unit: null, phone: null } });
  return t.asSystem(async (work) => {
    await apply(work, aReadRegister([read]));
    return (await work.tx.selectFrom("registry.helper").select("id").executeTakeFirstOrThrow()).id;
  });
}

test("a helper is somebody of the register", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    const helper = { role: "helper", areaCode: county };
    const person = { login: "helper1", displayName: "李四", password: "long enough" };
    const refused = await administrator.post("/people", { ...person, grants: [helper] });
    expect(refused.body.issues).toEqual([
      {
        path: ["grants", 0, "helperId"],
        zh: expect.stringContaining("须指明"),
        en: expect.stringContaining("needs the helper"),
      },
    ]);
    const unknown = { ...helper, helperId: "00000000-0000-7000-8000-0000000000aa" };
    const notFound = { status: 404, body: { code: "helper.not-found" } };
    expect(await administrator.post("/people", { ...person, grants: [unknown] })).toMatchObject(notFound);
    const known = { ...helper, helperId: await aHelper(t) };
    const added = await administrator.post<Person>("/people", { ...person, grants: [known] });
    expect(added.status).toBe(201);
    const grants = `/people/${added.body.id}/grants`;
    expect(await administrator.post(grants, unknown)).toMatchObject(notFound);
    expect((await administrator.post(grants, known)).status).toBe(201);
  }));

test("a role outside the administrator's area is not given, and nothing of the person remains", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    for (const areaCode of ["411721000000", "4117", "0"]) {
      const reply = await administrator.post("/people", newPerson("team3", areaCode));
      expect(reply.status).toBe(404);
      expect(reply.body.code).toBe("access.outside-area");
    }
    expect((await administrator.post("/people", newPerson("team3", county))).status).toBe(201);
  }));

test("people of other areas cannot be seen, given roles or disabled", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    const stranger = await t.aPerson({ areaCode: "411721000000", login: "stranger" });
    const listed = await administrator.get<{ people: Person[] }>("/people");
    expect(listed.body.people.map((person) => person.login)).not.toContain("stranger");
    const grant = { role: "townshipClerk", areaCode: county };
    expect((await administrator.post(`/people/${stranger.id}/grants`, grant)).status).toBe(404);
    expect((await administrator.post(`/people/${stranger.id}/disable`)).status).toBe(404);
  }));

test("people and sessions of other areas cannot be read by any statement", () =>
  rolledBack(async (t) => {
    await t.aPerson({ areaCode: "411721000000", login: "far-away" });
    const near = await t.aPerson({ areaCode: "411702001000", login: "near-by" });
    const [people, sessions] = await t.asSystem(
      async ({ tx }) => [
        await tx.selectFrom("access.person").select("login").execute(),
        await tx.selectFrom("access.session").select("person_id").execute(),
      ],
      county,
    );
    expect(people).toEqual([{ login: "near-by" }]);
    expect(sessions).toEqual([{ person_id: near.id }]);
  }));

test("a second role makes a second place to act in", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    const person = await t.aPerson({ areaCode: "411702001000" });
    const granted = await administrator.post<Person>(`/people/${person.id}/grants`, {
      role: "townshipClerk",
      areaCode: "411702002000",
      validTo: "2026-12-31",
    });
    expect(granted.status).toBe(201);
    expect(granted.body.grants.map((grant) => grant.areaCode)).toEqual(["411702001000", "411702002000"]);
  }));

test("an administrator gives no role to himself", () =>
  rolledBack(async (t) => {
    const person = await anAdministrator(t);
    const wanted = { role: "countyDataOfficer", areaCode: county };
    const refused = await t.as(person).post<{ code: string }>(`/people/${person.id}/grants`, wanted);
    expect([refused.status, refused.body.code]).toEqual([403, "access.own-grant"]);
  }));

test("a role that has ended, or has not begun, does not hold today", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    const role = { role: "villageTeam", areaCode: county };
    const { body } = await administrator.post<Person>("/people", {
      ...newPerson("team5", county),
      grants: [
        { ...role, validFrom: "2025-01-01", validTo: "2026-03-01" },
        { ...role, validFrom: "2025-01-02", validTo: "2026-03-02" },
        { ...role, validFrom: "2026-03-03" },
      ],
    });
    expect(body.grants.map(({ holds }) => holds)).toEqual([false, true, false]);
  }));

test("the record uses the words of the operations", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    const { body: person } = await administrator.post<Person>("/people", newPerson("team4", county));
    const grant = { role: "townshipClerk", areaCode: "411702001" };
    await administrator.post(`/people/${person.id}/grants`, grant);
    await administrator.post(`/people/${person.id}/disable`);
    const { body } = await administrator.get<EventPage>(`/audit/events?subjectId=${person.id}`);
    const actions = body.events.map((event) => event.action).sort();
    expect(actions).toEqual(["person.add", "person.disable", "person.grant"]);
  }));

test("a disabled person is out at once", () =>
  rolledBack(async (t) => {
    const administrator = t.as(await anAdministrator(t));
    const person = await t.aPerson();
    expect((await t.as(person).get("/session")).status).toBe(200);
    const disabled = await administrator.post<Person>(`/people/${person.id}/disable`);
    expect(disabled.body.disabled).toBe(true);
    expect((await t.as(person).get("/session")).status).toBe(401);
  }));

test("who also serves elsewhere is disabled by a higher administrator only", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    const cityAdministrator = t.as(await anAdministrator(t, "411700000000"));
    await cityAdministrator.post(`/people/${person.id}/grants`, {
      role: "townshipClerk",
      areaCode: "411721",
    });
    const refused = await t.as(await anAdministrator(t)).post(`/people/${person.id}/disable`);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe("access.grants-elsewhere");
    expect((await cityAdministrator.post(`/people/${person.id}/disable`)).status).toBe(200);
  }));

test("only administrators manage people", () =>
  rolledBack(async (t) => {
    expect((await t.anyone.get("/people")).status).toBe(401);
    expect((await t.as(await t.aPerson({ role: "countyDataOfficer" })).get("/people")).status).toBe(403);
  }));
