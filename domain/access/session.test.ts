import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { getHelperId } from "../registry/helper.service.ts";
import { addPerson } from "./person.service.ts";
import type { Session } from "./session.contract.ts";

const password = "correct horse 马";

function aSigner(t: TestApi, login: string) {
  return t.asSystem((work) =>
    addPerson(work, getHelperId, {
      login,
      displayName: "张三",
      password,
      grants: [{ role: "townshipClerk", areaCode: "411702001000" }],
    }),
  );
}

function cookieIn(headers: { "set-cookie"?: unknown }): string {
  return String(headers["set-cookie"]).split(";")[0] ?? "";
}

function events(t: TestApi) {
  return t.asSystem((work) =>
    work.tx
      .selectFrom("audit.event")
      .select(["action", "subject_id", "person_id", "area_code", "detail"])
      .where("action", "like", "session.%")
      .orderBy("action")
      .orderBy("area_code", "desc")
      .execute(),
  );
}

test("who signs in where the demo was loaded is told so: its people are invented", () =>
  rolledBack(async (t) => {
    const someone = await t.aPerson();
    expect((await t.as(someone).get<Session>("/session")).body.demo).toBe(false);
    await aSigner(t, "demo-county");
    expect((await t.as(someone).get<Session>("/session")).body.demo).toBe(true);
  }));

test("a person signs in, is told who he is, and signs out", () =>
  rolledBack(async (t) => {
    const person = await aSigner(t, "clerk1");
    const signedIn = await t.anyone.post<Session>("/session", { login: "clerk1", password });
    expect(signedIn.status).toBe(201);
    expect(String(signedIn.headers["set-cookie"])).toMatch(
      /^jingzhun_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const cookie = cookieIn(signedIn.headers);

    const me = await t.anyone.get<Session>("/session", { cookie });
    expect(me.body.person).toEqual({
      id: person.id,
      login: "clerk1",
      displayName: "张三",
      mustChangePassword: true,
    });
    expect(me.body.acting).toMatchObject({ role: "townshipClerk", areaCode: "411702001000" });
    expect(me.body.acting?.permissions).toContain("household.update");
    expect(me.body.acting?.permissions).not.toContain("person.add");
    expect(me.body.acting?.rows).toBe("all");

    expect((await t.anyone.delete("/session", { cookie })).status).toBe(204);
    expect((await t.anyone.get("/session", { cookie })).status).toBe(401);
    const area = { subject_id: person.id, person_id: person.id, area_code: "411702001000" };
    expect(await events(t)).toMatchObject([
      { action: "session.create", ...area },
      { action: "session.delete", ...area },
    ]);
  }));

test("an administrator is told that no list of households is his, a helper that it holds his own", () =>
  rolledBack(async (t) => {
    const rowsOf = async (person: Parameters<typeof t.aPerson>[0]) =>
      (await t.as(await t.aPerson(person)).get<Session>("/session")).body.acting?.rows;
    expect(await rowsOf({ role: "administrator" })).toBe("none");
    expect(await rowsOf({ role: "helper" })).toBe("own");
    expect(await rowsOf({ role: "villageTeam" })).toBe("all");
  }));

test("the database never holds the token itself", () =>
  rolledBack(async (t) => {
    await aSigner(t, "clerk2");
    const signedIn = await t.anyone.post("/session", { login: "clerk2", password });
    const token = cookieIn(signedIn.headers).split("=")[1] ?? "";
    const [session] = await t.asSystem((work) => work.tx.selectFrom("access.session").selectAll().execute());
    expect(session?.token_hash).toHaveLength(32);
    expect(session?.token_hash.includes(Buffer.from(token, "base64url"))).toBe(false);
  }));

test("a wrong password and an unknown account get the same answer, and what was typed is not recorded", () =>
  rolledBack(async (t) => {
    const person = await aSigner(t, "clerk3");
    const wrong = await t.anyone.post("/session", { login: "clerk3", password: "wrong" });
    const unknown = await t.anyone.post("/session", { login: "nobody-here", password });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.code).toBe("access.wrong-password");
    const recorded = await events(t);
    expect(recorded).toMatchObject([
      { action: "session.refuse", subject_id: person.id, area_code: "411702001000" },
      { action: "session.refuse", subject_id: "unknown", area_code: "000000000000" },
    ]);
    expect(JSON.stringify(recorded)).not.toContain("nobody-here");
  }));

test("the sixth wrong password in a row is not even looked at, and says how long to wait", () =>
  rolledBack(async (t) => {
    await aSigner(t, "clerk4");
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await t.anyone.post("/session", { login: "clerk4", password: "wrong" })).status).toBe(401);
    }
    const locked = await t.anyone.post("/session", { login: "clerk4", password });
    expect(locked.status).toBe(429);
    expect(locked.body.code).toBe("access.locked");
    expect(Number(locked.headers["retry-after"])).toBeGreaterThan(0);
  }));

test("success gives the tries back", () =>
  rolledBack(async (t) => {
    await aSigner(t, "clerk5");
    for (let attempt = 0; attempt < 8; attempt++) {
      const given = attempt % 2 === 0 ? "wrong" : password;
      expect((await t.anyone.post("/session", { login: "clerk5", password: given })).status).toBe(
        attempt % 2 === 0 ? 401 : 201,
      );
    }
  }));

test("who must change the password may do nothing else, by whatever way he comes", () =>
  rolledBack(async (t) => {
    await aSigner(t, "clerk7");
    const cookie = cookieIn((await t.anyone.post("/session", { login: "clerk7", password })).headers);
    const area = () => t.anyone.get("/areas/411702001000", { cookie });
    expect(await area()).toMatchObject({ status: 403, body: { code: "access.password-change-needed" } });
    expect((await t.anyone.post("/areas/411702001000/households/search", {}, { cookie })).body.code).toBe(
      "access.password-change-needed",
    );
    expect((await t.anyone.get("/session", { cookie })).status).toBe(200);
    const change = { current: password, next: "another horse" };
    expect((await t.anyone.put("/session/password", change, { cookie })).status).toBe(204);
    expect((await area()).status).toBe(200);
  }));

test("a changed password signs out the other browsers", () =>
  rolledBack(async (t) => {
    await aSigner(t, "clerk6");
    const [here, there] = [
      cookieIn((await t.anyone.post("/session", { login: "clerk6", password })).headers),
      cookieIn((await t.anyone.post("/session", { login: "clerk6", password })).headers),
    ];
    const change = (current: string) =>
      t.anyone.put("/session/password", { current, next: "another horse" }, { cookie: here });
    expect((await change("wrong")).status).toBe(401);
    expect(
      (await t.anyone.put("/session/password", { current: password, next: "short" }, { cookie: here }))
        .status,
    ).toBe(400);
    expect((await change(password)).status).toBe(204);
    expect((await t.anyone.get("/session", { cookie: there })).status).toBe(401);
    const me = await t.anyone.get<Session>("/session", { cookie: here });
    expect(me.body.person.mustChangePassword).toBe(false);
    expect((await t.anyone.post("/session", { login: "clerk6", password: "another horse" })).status).toBe(
      201,
    );
  }));

test("a refused change of the password stays in the record, without what was typed", () =>
  rolledBack(async (t) => {
    const person = await aSigner(t, "clerk8");
    const cookie = cookieIn((await t.anyone.post("/session", { login: "clerk8", password })).headers);
    const change = { current: "guessed by a passer-by", next: "another horse" };
    const refused = await t.anyone.put("/session/password", change, { cookie });
    expect(refused).toMatchObject({ status: 401, body: { code: "access.wrong-password" } });
    const recorded = await events(t);
    expect(recorded).toMatchObject([
      { action: "session.create" },
      {
        action: "session.refuse",
        subject_id: person.id,
        person_id: person.id,
        area_code: "411702001000",
        detail: { operation: "session.change-password" },
      },
    ]);
    expect(JSON.stringify(recorded)).not.toContain("guessed");
  }));

test("nobody signs in as the program itself", () =>
  rolledBack(async (t) => {
    expect((await t.anyone.post("/session", { login: "system", password: "system" })).status).toBe(401);
  }));
