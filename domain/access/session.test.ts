import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import type { Session } from "./session.contract.ts";
import { addPerson } from "./person.service.ts";

const login = "zhang";
const password = "correct horse 马";

test("a person signs in, is told who he is, and signs out", () =>
  rolledBack(async (t) => {
    await t.asSystem((work) =>
      addPerson(work, {
        login,
        displayName: "张三",
        password,
        grants: [{ role: "townshipClerk", areaCode: "411702001000" }],
      }),
    );
    const signedIn = await t.anyone.post<Session>("/session", { login, password });
    expect(signedIn.status).toBe(201);
    const setCookie = String(signedIn.headers["set-cookie"]);
    expect(setCookie).toMatch(/^jingzhun_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = setCookie.split(";")[0] ?? "";

    const me = await t.anyone.get<Session>("/session", { cookie });
    expect(me.body.person).toMatchObject({ login, displayName: "张三", mustChangePassword: true });
    expect(me.body.acting).toMatchObject({ role: "townshipClerk", areaCode: "411702001000" });

    expect((await t.anyone.delete("/session", { cookie })).status).toBe(204);
    expect((await t.anyone.get("/session", { cookie })).status).toBe(401);
  }));
