/** Leaving a computer that the next person uses: what a failed sign-out says, and what is gone after one. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningHouse, browserIsReady, officer, openHouse } from "./running-house.ts";
import { openPage, press, signIn } from "./steps.ts";

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
    const leave = async (): Promise<void> => {
      await press(page, page.locator(".person-button"));
      await page.getByRole("menuitem", { name: "退出登录" }).click();
    };
    await page.route("**/api/v1/session", (route) => route.abort());
    await leave();
    await page.getByRole("status").filter({ hasText: "没有退出" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/today");
    await page.unroute("**/api/v1/session");
    await leave();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await page.goto(house.address);
    await page.waitForURL(/\/sign-in/);
  },
  60_000,
);
