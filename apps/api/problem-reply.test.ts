import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import { rolledBack } from "../../test/api.ts";
import { insertPerson } from "../../domain/access/person.sql.ts";
import type { Routes } from "../../domain/access/routes.ts";
import { newId } from "../../platform/id.ts";
import { createLog } from "../../platform/log.ts";

const secret = "王小明";

const faulty: Routes = (app) => {
  const config = { permission: "household.read" } as const;
  app.post("/echo", {
    config,
    schema: {
      body: z.strictObject({ year: z.int(), people: z.array(z.strictObject({ name: z.string() })) }),
    },
    handler: async () => "ok",
  });
  app.get("/detail", {
    config,
    handler: (request) =>
      request.work((work) => sql`select ${secret}::int`.execute(work.tx).then(() => ({ done: true }))),
  });
  app.post("/twice", {
    config,
    handler: (request) =>
      request.work(async (work) => {
        const person = { login: "twice", name: secret, created_at: work.now };
        await insertPerson(work.tx, { ...person, id: newId(work.now) });
        await insertPerson(work.tx, { ...person, id: newId(work.now) });
      }),
  });
  app.post("/elsewhere", {
    config,
    handler: (request) =>
      request.work((work) =>
        sql`insert into registry.household (county_code, id, area_code, register_no, created_at)
          values ('411721', ${newId(work.now)}, '411721001001', '1', ${work.now})`.execute(work.tx),
      ),
  });
  app.get("/leak", {
    config,
    schema: { response: { 200: z.strictObject({ id: z.string() }) } },
    handler: async () => ({ id: "1", idNumber: secret }),
  });
};

test("every fault of a request is reported with its place, in Chinese and English", () =>
  rolledBack(async (t) => {
    const server = await t.serving(faulty);
    const officer = server.as(await t.aPerson());
    const reply = await officer.post("/echo", { year: "2018", people: [{ name: "a" }, {}], more: 1 });
    expect(reply.status).toBe(400);
    expect(reply.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(reply.body).toMatchObject({ type: "urn:jingzhun:problem:request.invalid", status: 400 });
    expect(reply.body.issues).toMatchObject([
      { path: ["year"], zh: expect.stringContaining("期望"), en: expect.stringContaining("expected number") },
      { path: ["people", 1, "name"] },
      { path: [] },
    ]);
    await server.app.close();
  }));

test("a path that names nothing possible is an address without a page, not a form filled in wrongly", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const reply = await officer.get("/counties/411702/households/not-an-id");
    expect(reply.body).toMatchObject({ code: "request.not-found", status: 404 });
  }));

test("the title speaks the reader's language, Chinese unless English is asked for first", () =>
  rolledBack(async (t) => {
    const title = async (language: string) =>
      (await t.anyone.get("/people", { "accept-language": language })).body.title;
    expect(await title("en-GB,zh;q=0.5")).toBe("Sign in first.");
    expect(await title("zh-CN,en;q=0.5")).toBe("请先登录。");
    expect(await title("")).toBe("请先登录。");
  }));

test.each([
  ["no JSON", '{"year":', "application/json", 400, "request.unreadable"],
  ["an empty body", "", "application/json", 400, "request.unreadable"],
  [
    "two megabytes",
    JSON.stringify("x".repeat(2 * 1024 * 1024)),
    "application/json",
    413,
    "request.too-large",
  ],
  ["plain text", "year=2018", "text/plain", 415, "request.media-type"],
  ["XML", "<year/>", "application/xml", 415, "request.media-type"],
])("a body that is %s is refused", (_, body, type, status, code) =>
  rolledBack(async (t) => {
    const server = await t.serving(faulty);
    const officer = server.as(await t.aPerson());
    const reply = await officer.post("/echo", body, { "content-type": type });
    expect(reply.status).toBe(status);
    expect(reply.body.code).toBe(code);
    await server.app.close();
  }),
);

test("an address that does not exist is a problem too", () =>
  rolledBack(async (t) => {
    const reply = await t.anyone.get("/nothing-here", { accept: "text/html" });
    expect(reply.status).toBe(404);
    expect(reply.body.code).toBe("request.not-found");
  }));

test("a violated constraint becomes the problem that its module gave it", () =>
  rolledBack(async (t) => {
    const server = await t.serving(faulty);
    const reply = await server.as(await t.aPerson()).post("/twice", {});
    expect(reply.status).toBe(409);
    expect(reply.body.code).toBe("access.login-taken");
    await server.app.close();
  }));

test("a row outside the area is stopped by the database and looks as if it did not exist", () =>
  rolledBack(async (t) => {
    const server = await t.serving(faulty);
    const reply = await server.as(await t.aPerson()).post("/elsewhere", {});
    expect(reply.status).toBe(404);
    expect(reply.body.code).toBe("access.outside-area");
    await server.app.close();
  }));

test("an unforeseen error tells a number to quote, and neither reply nor log holds what the rows hold", () =>
  rolledBack(async (t) => {
    const lines: string[] = [];
    const log = createLog("info", { write: (line) => void lines.push(line) });
    const server = await t.serving(faulty, log);
    const officer = server.as(await t.aPerson());
    const failed = await officer.get<{ detail: { id: string } }>(`/detail?who=${encodeURIComponent(secret)}`);
    const leaked = await officer.get("/leak");
    const duplicate = await officer.post("/twice", { name: secret });
    expect([failed.status, leaked.status, duplicate.status]).toEqual([500, 500, 409]);
    const written = lines.join("");
    expect(written).toContain(failed.body.detail.id);
    expect(written).toContain("22P02");
    expect(written).toContain('"route":"/api/v1/detail"');
    for (const text of [written, JSON.stringify([failed.body, leaked.body, duplicate.body])]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(encodeURIComponent(secret));
    }
    await server.app.close();
  }));
