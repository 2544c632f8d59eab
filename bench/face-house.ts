/** The server in a process of its own, the built pages, a reader of the whole city, and a browser. */
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { ensureWebBuilt } from "../bin/web-build.mjs";
import { findFreePort } from "../apps/cli/free-port.ts";
import { endChild, startChild } from "../apps/cli/supervised-child.ts";
import { addPerson } from "../domain/access/person.service.ts";
import { systemWork, wholeCountryCode } from "../domain/access/system-work.ts";
import { getHelperId } from "../domain/registry/helper.service.ts";
import { findBrowser } from "../test/browser.mjs";
import { type Bench, cache } from "./bench.ts";
import { city } from "./dataset.ts";
import { installClock } from "./face-clock.ts";

export const reader = { login: "bench-reader", password: "bench-password" };

export interface FaceHouse {
  address: string;
  /** Its processes beside this one: server and database. */
  processes: number[];
  /** A browser context that has nothing in its cache, and its one page. */
  fresh(state?: Awaited<ReturnType<BrowserContext["storageState"]>>): Promise<Page>;
  close(): Promise<void>;
}

export async function openFaceHouse(bench: Bench): Promise<FaceHouse> {
  const executablePath = await findBrowser();
  if (!executablePath || !(await ensureWebBuilt()))
    throw new Error("The face needs a browser and built pages");
  await addReader(bench);
  const port = await findFreePort("127.0.0.1", 8180);
  const server = startServer(bench, port);
  const address = `http://127.0.0.1:${port}`;
  await untilReady(address);
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...process.env, LANG: "C.UTF-8" },
  });
  return {
    address,
    processes: [bench.postmaster, ...(server.pid === undefined ? [] : [server.pid])],
    fresh: (state) => freshPage(browser, state),
    async close() {
      await browser.close();
      await endChild(server);
    },
  };
}

function addReader({ app }: Bench): Promise<unknown> {
  return systemWork(app, wholeCountryCode, new Date(), (work) =>
    addPerson(work, getHelperId, {
      ...reader,
      displayName: "市级查看",
      mustChangePassword: false,
      grants: [{ role: "cityReader", areaCode: city }],
    }),
  );
}

function startServer({ appUrl }: Bench, port: number) {
  const environment = {
    ...process.env,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: "",
    HOST: "127.0.0.1",
    PORT: String(port),
    JINGZHUN_DATA: cache,
    JINGZHUN_KEYS: join(cache, "bench-keys.json"),
    JINGZHUN_DEMO: "",
  };
  const file = join(import.meta.dirname, "../apps/api/main.ts");
  return startChild({ file, logFile: join(cache, "bench-face.log"), environment });
}

async function untilReady(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const reply = await fetch(`${address}/readyz`).catch(() => undefined);
    if (reply?.ok) return;
    await pause(100);
  }
  throw new Error("The server of the face did not start: see .cache/bench-face.log");
}

async function freshPage(browser: Browser, state: Parameters<FaceHouse["fresh"]>[0]): Promise<Page> {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
    ...(state && { storageState: state }),
  });
  await context.addInitScript(installClock);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}
