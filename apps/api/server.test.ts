import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { machineClock } from "../../platform/clock.ts";
import { createLog } from "../../platform/log.ts";
import { buildServer } from "./server.ts";

test("the machines around us learn that it is alive, able to work, and how it fares", () =>
  rolledBack(async (t) => {
    expect((await t.app.inject("/healthz")).json()).toEqual({ status: "ok" });
    expect((await t.app.inject("/readyz")).json()).toEqual({ status: "ok" });
    await t.anyone.get("/session?secret=1");
    const metrics = await t.app.inject("/metrics");
    expect(metrics.body).toContain(
      'jingzhun_http_request_seconds_count{method="GET",route="/api/v1/session",status="401"}',
    );
    expect(metrics.body).not.toContain("secret");
  }));

test("without its database it is alive but not ready", async () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const app = await buildServer({
    database: { transaction: () => Promise.reject(refused), close: () => Promise.resolve() },
    log: createLog("silent"),
    clock: machineClock,
    routes: [],
  });
  expect((await app.inject("/healthz")).statusCode).toBe(200);
  const reply = await app.inject("/readyz");
  expect(reply.statusCode).toBe(503);
  expect(reply.json()).toMatchObject({ code: "server.unavailable" });
  await app.close();
});

test("pages may load nothing from elsewhere and run no script of their own", () =>
  rolledBack(async (t) => {
    const { headers } = await t.app.inject("/healthz");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}'/);
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("http");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }));

test("the description of the API and its pages are served", () =>
  rolledBack(async (t) => {
    const description = await t.app.inject("/api/v1/openapi.json");
    expect(description.json()).toMatchObject({ openapi: "3.1.0" });
    const page = await t.app.inject("/api/docs/");
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-type"]).toContain("text/html");
  }));

test("a file may be larger than a JSON body", () =>
  rolledBack(async (t) => {
    const server = await t.serving((app) => {
      app.post("/upload", {
        config: { permission: "import.create" },
        handler: async (request) => {
          const file = await request.file();
          return { bytes: (await file?.toBuffer())?.length ?? 0 };
        },
      });
    });
    const bytes = 3 * 1024 * 1024;
    const form = new Response(formWith(new Blob([Buffer.alloc(bytes)])));
    const reply = await server
      .as(await t.aPerson())
      .post<{ bytes: number }>("/upload", Buffer.from(await form.arrayBuffer()), {
        "content-type": form.headers.get("content-type") ?? "",
      });
    expect(reply.body).toEqual({ bytes });
    await server.app.close();
  }));

function formWith(file: Blob): FormData {
  const form = new FormData();
  form.append("file", file, "register.xlsx");
  return form;
}
