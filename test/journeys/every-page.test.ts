/** Every page of the face, as wide as a desk and as a phone, in Chinese and in large English type: nothing grave, nothing cut. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoArea } from "../../apps/cli/demo-county.ts";
import { demoAccount, openHouseWithDemo, writeTownshipRoster } from "./demo-in-house.ts";
import { type RunningHouse, administrator, browserIsReady } from "./running-house.ts";
import {
  complaintsOf,
  desk,
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  phone,
  signIn,
} from "./steps.ts";

let house: RunningHouse;
openHouseWithDemo((opened) => (house = opened));

const rule = "/policies/exit.household.income";

/** An address for each route; `/` only leads on. */
const addresses: Record<string, () => string> = {
  "/sign-in": () => "/sign-in",
  "/today": () => "/today",
  "/me": () => "/me",
  "/design": () => "/design",
  "/areas/$area": () => `/areas/${demoArea}`,
  "/areas/$area/households": () => `/areas/${demoArea}/households`,
  "/households/$county/$id": () => found.household,
  "/imports": () => "/imports",
  "/imports/$county/$id": () => found.import,
  "/people": () => "/people",
  "/audit": () => "/audit",
  "/policies": () => "/policies",
  "/policies/$rule": () => rule,
  "/policies/$rule/what-if": () => `${rule}/what-if`,
  $: () => "/nothing/here",
};
const ofAdministrator = new Set(["/people"]);

/** Pages whose address is known only when something stands there. */
const found = { household: "", import: "" };

test("no route of the face is missing here", () => {
  const router = readFileSync(join(import.meta.dirname, "../../apps/web/router.tsx"), "utf8");
  const paths = [...router.matchAll(/path: "([^"]+)"/g)].map(([, path]) => path);
  expect(paths.filter((path) => path !== "/").toSorted()).toEqual(Object.keys(addresses).toSorted());
});

test.skipIf(!browserIsReady)(
  "an address that leads nowhere keeps the rooms, and a household that is not there is called so",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, demoAccount("demo-town"));
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await page.goto(`${house.address}/nothing/here`);
    await page.getByText("没有这个页面").waitFor();
    await page.locator(".main-nav").getByRole("link", { name: "户" }).waitFor();
    await page.goto(`${house.address}/households/411702/00000000-0000-7000-8000-000000000000`);
    await page.getByText("没有这一户，或不在您负责的范围").waitFor();
    await page.getByRole("link", { name: "到户列表查找" }).click();
    await page.waitForURL(/areas/);
    expect(new URL(page.url()).pathname).toMatch(/^\/areas\/\d{12}\/households$/);
    await page.close();
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "every page is sound in Chinese and in large English type, at a desk and on a phone",
  async () => {
    const page = await openPage(house);
    const complaints = complaintsOf(page);
    await signIn(page, house, demoAccount("demo-county"));
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await findAddresses(page);
    const others = Object.keys(addresses).filter((path) => !ofAdministrator.has(path));
    await expectAllSound(page, others);
    expect(complaints).toEqual([]);
    const people = await openPage(house);
    await signIn(people, house, administrator);
    await people.getByRole("heading", { name: "人员与岗位" }).waitFor();
    await expectAllSound(people, [...ofAdministrator, "/audit"]);
  },
  120_000,
);

async function findAddresses(page: Page): Promise<void> {
  await page.goto(`${house.address}/areas/${demoArea}/households`);
  found.household = (await page.locator("a[data-row]").first().getAttribute("href")) ?? "";
  await page.goto(`${house.address}/imports`);
  await page.locator("input[type=file]").setInputFiles(await writeTownshipRoster(house.folder));
  await page.getByText("待确认").waitFor();
  found.import = new URL(page.url()).pathname;
}

async function expectAllSound(page: Page, paths: readonly string[]): Promise<void> {
  for (const preference of [
    { language: "zh", size: "normal" },
    { language: "en", size: "large" },
  ]) {
    await page.evaluate((chosen) => {
      for (const key of Object.keys(localStorage).filter((one) => one.startsWith("jingzhun.preference")))
        localStorage.setItem(key, JSON.stringify(chosen));
      localStorage.setItem("jingzhun.preference", JSON.stringify(chosen));
    }, preference);
    for (const path of paths) await expectSoundAt(page, path);
  }
}

async function expectSoundAt(page: Page, path: string): Promise<void> {
  await page.goto(`${house.address}${addresses[path]?.()}`, { waitUntil: "networkidle" });
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}
