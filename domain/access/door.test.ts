import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import { rolledBack } from "../../test/api.ts";
import { recordAudit } from "../audit/event.service.ts";
import type { Routes } from "./routes.ts";
import type { Session } from "./session.contract.ts";

const hour = 60 * 60 * 1000;

const probe: Routes = (app) => {
  app.get("/probe", {
    config: { permission: "household.read" },
    schema: { response: { 200: z.strictObject({ areaCode: z.string() }) } },
    handler: (request) => request.work(async (work) => ({ areaCode: work.actor.areaCode })),
  });
  for (const [url, config] of [
    ["/reading", { permission: "household.list", readOnly: true }],
    ["/writing", { permission: "household.list" }],
  ] as const) {
    app.post(url, {
      config,
      handler: (request) =>
        request.work(async (work) => {
          await recordAudit(work, "household.update", { kind: "test", id: "1", area: work.actor.areaCode });
          return { done: true };
        }),
    });
  }
  app.post("/half", {
    config: { permission: "household.list" },
    handler: (request) =>
      request.work(async (work) => {
        await recordAudit(work, "household.update", { kind: "test", id: "half", area: work.actor.areaCode });
        throw new Error("after the first write");
      }),
  });
};

test("a route without a permission stops the boot and is named", () =>
  rolledBack(async (t) => {
    const forgetful: Routes = (app) => {
      app.get("/forgotten", { handler: async () => "" });
    };
    await expect(t.serving(forgetful)).rejects.toThrow("Routes without a permission: GET /api/v1/forgotten");
  }));

test("nobody passes without a session, with an unknown one or with one that ended", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson({ role: "administrator" });
    expect((await t.anyone.get("/people")).body.code).toBe("access.sign-in-needed");
    expect((await t.as({ ...person, token: "unknown" }).get("/people")).status).toBe(401);
    expect((await t.as(person).get("/people")).status).toBe(200);
    t.clock.set(new Date(t.clock.now().getTime() + 12 * hour));
    expect((await t.as(person).get("/people")).status).toBe(401);
  }));

test("the session of an active person is extended, so that work is not cut off", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    for (let step = 0; step < 4; step++) {
      t.clock.set(new Date(t.clock.now().getTime() + 7 * hour));
      expect((await t.as(person).get("/session")).status).toBe(200);
    }
  }));

test("a role without the permission is refused before its body is read", () =>
  rolledBack(async (t) => {
    const reply = await t.as(await t.aPerson()).post("/people", { nonsense: true });
    expect(reply.status).toBe(403);
    expect(reply.body.code).toBe("access.not-permitted");
  }));

test("a person acts under one grant, which the header names", () =>
  rolledBack(async (t) => {
    const server = await t.serving(probe);
    const officer = await t.aPerson({ areaCode: "411702000000" });
    const stranger = await t.aPerson({ areaCode: "411721000000" });
    expect((await server.as(officer).get<{ areaCode: string }>("/probe")).body.areaCode).toBe("411702000000");
    const borrowed = await server.as({ ...officer, grantId: stranger.grantId }).get("/probe");
    expect(borrowed.status).toBe(403);
    expect(borrowed.body.code).toBe("access.grant-not-valid");
    await server.app.close();
  }));

test.each([
  ["2026-03-02T15:59:59Z", null],
  ["2026-03-02T16:00:00Z", "countyDataOfficer"],
  ["2026-03-04T15:59:59Z", "countyDataOfficer"],
  ["2026-03-04T16:00:00Z", null],
])("a grant from 3 to 4 March, by the day in China: at %s the role is %s", (moment, role) =>
  rolledBack(async (t) => {
    t.clock.set(new Date(moment));
    const person = await t.aPerson();
    await t.asSystem((work) =>
      sql`update access.role_grant set valid_from = '2026-03-03', valid_to = '2026-03-04'
        where id = ${person.grantId}::uuid`.execute(work.tx),
    );
    const me = await t.as({ ...person, grantId: "" }).get<Session>("/session");
    expect(me.body.acting?.role ?? null).toBe(role);
  }),
);

test("a person without a valid role is told so", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    await t.asSystem((work) =>
      sql`update access.role_grant set valid_to = '2025-12-31' where id = ${person.grantId}::uuid`.execute(
        work.tx,
      ),
    );
    const reply = await t.as({ ...person, grantId: "" }).get("/people");
    expect(reply.status).toBe(403);
    expect(reply.body.code).toBe("access.no-grant");
  }));

test("a POST that declares to read only cannot write", () =>
  rolledBack(async (t) => {
    const server = await t.serving(probe);
    const officer = server.as(await t.aPerson());
    expect((await officer.post("/writing", {})).status).toBe(200);
    expect((await officer.post("/reading", {})).status).toBe(500);
    await server.app.close();
  }));

test("what a failed request wrote before the failure is gone", () =>
  rolledBack(async (t) => {
    const server = await t.serving(probe);
    const reply = await server.as(await t.aPerson()).post("/half", {});
    expect(reply.status).toBe(500);
    const written = await t.asSystem((work) =>
      work.tx.selectFrom("audit.event").selectAll().where("subject_id", "=", "half").execute(),
    );
    expect(written).toEqual([]);
    await server.app.close();
  }));

test.each([
  ["a browser on another site", { "sec-fetch-site": "cross-site" }, 403],
  ["a browser on a sister host", { "sec-fetch-site": "same-site" }, 403],
  ["an older browser on another site", { origin: "https://evil.example" }, 403],
  ["a sandboxed page", { origin: "null" }, 403],
  ["our own page", { "sec-fetch-site": "same-origin", origin: "http://localhost:5173" }, 200],
  ["our own page in an older browser", { origin: "http://localhost:80", host: "localhost:80" }, 200],
  ["a program", {}, 200],
])("a change sent by %s", (_, headers, status) =>
  rolledBack(async (t) => {
    const server = await t.serving(probe);
    const reply = await server.as(await t.aPerson()).post("/writing", {}, headers);
    expect(reply.status).toBe(status);
    await server.app.close();
  }),
);
