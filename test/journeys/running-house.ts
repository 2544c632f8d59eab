/** The whole program for a browser: server, worker and a database of its own, with a county officer, an administrator and a former clerk. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { listVillages } from "../../apps/cli/demo-villages.ts";
import { apiRoutes } from "../../apps/api/routes.ts";
import { buildServer } from "../../apps/api/server.ts";
import { taskHandlers } from "../../apps/worker/handlers.ts";
import type { NewPerson } from "../../domain/access/person.contract.ts";
import { addPerson } from "../../domain/access/person.service.ts";
import type { Work } from "../../domain/access/work.ts";
import { getHelperId } from "../../domain/registry/helper.service.ts";
import { systemWork, wholeCountryCode } from "../../domain/access/system-work.ts";
import { generateRegister, writeRegisterXlsx } from "../../domain/registry/synthetic.ts";
import { machineClock } from "../../platform/clock.ts";
import { type Database, openDatabase } from "../../platform/db/database.ts";
import { startWorker } from "../../platform/jobs/run-worker.ts";
import { createLog } from "../../platform/log.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import { testDatabase } from "../database.ts";

export const officer = { login: "journey", password: "journey-password" };
export const administrator = { login: "journey-administrator", password: "journey-password" };
export const formerClerk = { login: "journey-former", password: "journey-password" };
export const county = "411702000000";

export interface RunningHouse {
  address: string;
  database: Database;
  /** For files of the journey; gone with the house. */
  folder: string;
  browser: Browser;
  /** A roster of invented people, two of whose households are spoiled. */
  rosterPath: string;
  close(): Promise<void>;
}

const executablePath = process.env["JINGZHUN_CHROMIUM"];

/** Without a browser or a built face there is nothing to look at. */
export const browserIsReady =
  executablePath !== undefined && existsSync(join(import.meta.dirname, "../../apps/web/dist/index.html"));

export async function openHouse(): Promise<RunningHouse> {
  installKeys(makeKeys());
  const { appUrl } = await testDatabase();
  const database = openDatabase(appUrl);
  const log = createLog("silent");
  const clock = machineClock;
  await systemWork(database, wholeCountryCode, clock.now(), addPeople);
  const app = await buildServer({ database, clock, log, routes: apiRoutes() });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const worker = await startWorker({
    appUrl,
    database,
    clock,
    log,
    handlers: taskHandlers(database, clock),
  });
  const folder = await mkdtemp(join(tmpdir(), "jingzhun-journey-"));
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox", "--disable-gpu"],
    // Without a locale the browser reads Chinese file names as nothing and uploads no file.
    env: { ...process.env, LANG: "C.UTF-8" },
  });
  return {
    address,
    database,
    folder,
    browser,
    rosterPath: await writeRoster(folder),
    async close() {
      await browser.close();
      await worker.stop();
      await app.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addPeople(work: Work): Promise<void> {
  const people: Pick<NewPerson, "login" | "password" | "displayName" | "grants">[] = [
    { ...officer, displayName: "测试数据员", grants: [{ role: "countyDataOfficer", areaCode: county }] },
    { ...administrator, displayName: "测试管理员", grants: [{ role: "administrator", areaCode: county }] },
    {
      ...formerClerk,
      displayName: "测试前经办",
      grants: [{ role: "townshipClerk", areaCode: county, validFrom: "2019-01-01", validTo: "2019-12-31" }],
    },
  ];
  for (const person of people) await addPerson(work, getHelperId, { ...person, mustChangePassword: false });
}

async function writeRoster(folder: string): Promise<string> {
  const path = join(folder, "驿城区花名册.xlsx");
  const areaVillages = listVillages(county);
  const options = {
    households: 150,
    seed: 7,
    year: 2018,
    areaVillages,
    format: "roster",
    quirks: true,
  } as const;
  await writeRegisterXlsx(path, generateRegister(options));
  return path;
}
