import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { machineClock } from "../../platform/clock.ts";
import { createLog } from "../../platform/log.ts";
import { buildServer } from "./server.ts";

const folder = await mkdtemp(join(tmpdir(), "web-"));
await mkdir(join(folder, "assets"));
await writeFile(
  join(folder, "index.html"),
  '<meta name="csp-nonce" content="__CSP_NONCE__"><meta name="session" content="__SESSION__">',
);
await writeFile(join(folder, "assets", "app-1a2b.js"), "console.log(1)");
await writeFile(join(folder, "secret.txt"), "not for the web");

const app = await buildServer({
  database: { transaction: () => Promise.reject(new Error("not used")), close: () => Promise.resolve() },
  log: createLog("silent"),
  clock: machineClock,
  routes: [],
  webFolder: folder,
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test.each(["/", "/areas/411702000000", "/households"])(
  "%s is the one page, with a fresh nonce",
  async (url) => {
    const headers = { accept: "text/html" };
    const [one, two] = [await app.inject({ url, headers }), await app.inject({ url, headers })];
    expect(one.statusCode).toBe(200);
    const nonce = /content="([0-9a-f]{32})"/.exec(one.body)?.[1];
    expect(one.headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(two.body).not.toBe(one.body);
    expect(one.headers["cache-control"]).toBe("no-cache");
  },
);

test("the page says whether a session was sent, which its scripts cannot see", async () => {
  const page = async (cookie: string) =>
    (await app.inject({ url: "/areas/1", headers: { accept: "text/html", cookie } })).body;
  expect(await page("")).toContain('name="session" content="none"');
  expect(await page("jingzhun_session=x")).toContain('name="session" content="sent"');
});

test("built files are served and may be kept for ever", async () => {
  const reply = await app.inject("/assets/app-1a2b.js");
  expect(reply.body).toBe("console.log(1)");
  expect(reply.headers["cache-control"]).toContain("immutable");
});

test.each([
  "/assets/missing.js",
  "/assets/../secret.txt",
  "/assets/%2e%2e/secret.txt",
  "/assets/..%2fsecret.txt",
  "/secret.txt",
  "/api/v1/missing",
])("%s is not served", async (url) => {
  const reply = await app.inject({ url, headers: { accept: "*/*" } });
  expect(reply.statusCode).toBeGreaterThanOrEqual(400);
  expect(reply.statusCode).toBeLessThan(500);
  expect(reply.body).not.toContain("not for the web");
});
