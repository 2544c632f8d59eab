/** Leaving a computer that the next person uses: what a failed sign-out says, and what is gone after one. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningHouse, browserIsReady, officer, openHouse } from "./running-house.ts";
import { openPage, phone, press, signIn, signInHere } from "./steps.ts";

let house: RunningHouse;

beforeAll(async () => {
  if (browserIsReady) house = await openHouse();
}, 120_000);

afterAll(() => house?.close());

test.skipIf(!browserIsReady)(
  "a sign-out that failed says so and stays where it is; the next one leads to the sign-in page",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, officer);
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await page.route("**/api/v1/session", (route) => route.abort());
    await leave(page);
    await page.getByRole("status").filter({ hasText: "没有退出" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/today");
    await page.unroute("**/api/v1/session");
    await leave(page);
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await page.goto(house.address);
    await page.waitForURL(/\/sign-in/);
  },
  60_000,
);

test.skipIf(!browserIsReady)(
  "on a phone, too, a sign-out that failed is not taken for one",
  async () => {
    const page = await openPage(house, phone);
    await signIn(page, house, officer);
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await press(page, page.getByRole("link", { name: "我的", exact: true }));
    const leaving = page.getByRole("button", { name: "退出登录" });
    await leaving.waitFor();
    await page.route("**/api/v1/session", (route) => route.fulfill({ status: 503 }));
    await press(page, leaving);
    await page.getByRole("status").filter({ hasText: "没有退出" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/me");
  },
  60_000,
);

test.skipIf(!browserIsReady)(
  "an id number that was looked for stands in no history entry, and nobody who signs in later reads it on the way back",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, officer);
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type(idNumber);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/households$/);
    const box = page.getByRole("searchbox", { name: "查找户" }).first();
    await expect.poll(() => box.inputValue()).toBe(idNumber);
    const entry = await page.evaluate(() => JSON.stringify([history.state, { ...sessionStorage }]));
    await leave(page);
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await signInHere(page, officer);
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await page.goBack();
    await page.waitForURL(/\/households$/);
    await box.waitFor();
    expect([await box.inputValue(), entry.includes(idNumber)]).toEqual(["", false]);
  },
  60_000,
);

const idNumber = "411702198001011234";

async function leave(page: Page): Promise<void> {
  await press(page, page.locator(".person-button"));
  await page.getByRole("menuitem", { name: "退出登录" }).click();
}
