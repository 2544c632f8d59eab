/** Any household by keys alone: what is typed, which row has the focus, and the way back to it. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoAccount, openHouseWithDemo, registerNoOfTownship } from "./demo-in-house.ts";
import { type RunningHouse, browserIsReady } from "./running-house.ts";
import { complaintsOf, expectAccessible, goTo, openPage, press, signIn, tabTo } from "./steps.ts";

let house: RunningHouse;
openHouseWithDemo((opened) => (house = opened));

async function signedIn(): Promise<Page> {
  const page = await openPage(house);
  await signIn(page, house, demoAccount("demo-county"));
  await page.getByRole("heading", { name: "今天" }).waitFor();
  return page;
}

async function lookFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const listRow = ".household-table a[data-row]";

/** The ids of the rows that are shown. */
const rowsOf = (page: Page): Promise<(string | null)[]> =>
  page.locator(listRow).evaluateAll((links) => links.map((link) => link.getAttribute("data-row")));

const focusedRow = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("data-row") ?? null);

async function expectFocusOn(page: Page, at: number): Promise<string> {
  await page.locator(listRow).first().waitFor();
  await expect
    .poll(async () => (await rowsOf(page)).indexOf(await focusedRow(page)), { timeout: 10_000 })
    .toBe(at);
  return (await focusedRow(page)) ?? "";
}

test.skipIf(!browserIsReady)(
  "whole pinyin finds many: the first row has the focus, j moves, Enter opens, and the way back leads to the same row",
  async () => {
    const page = await signedIn();
    const complaints = complaintsOf(page);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await lookFor(page, "wang");
    await expectFocusOn(page, 0);
    const focus = page.locator(`${listRow}:focus`);
    expect(await focus.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe("solid");
    const why = await focus.getAttribute("aria-describedby");
    expect(await page.locator(`[id="${why}"]`).textContent()).toContain("拼音");
    await expectAccessible(page);
    await page.keyboard.press("j");
    const second = await expectFocusOn(page, 1);
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "判定" }).waitFor();
    expect(page.url()).toContain(second);
    await page.goBack();
    expect(await expectFocusOn(page, 1)).toBe(second);
    expect(asked.filter((url) => /wang/i.test(url))).toEqual([]);
    expect(page.url()).not.toMatch(/wang/i);
    await lookFor(page, "zzzzzz");
    await page.getByRole("alert").filter({ hasText: "没有查到" }).waitFor();
    // Nothing found: the next letter takes the place of what was typed.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-search")))
      .toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "the last digits of a number open the one household that has them, and the way back leads past the list",
  async () => {
    const page = await signedIn();
    await lookFor(page, registerNoOfTownship.slice(-6));
    await page.getByRole("tab", { name: "判定" }).waitFor();
    await page.getByText(registerNoOfTownship).first().waitFor();
    await page.getByText("户编号末几位").waitFor();
    expect(page.url()).not.toContain(registerNoOfTownship.slice(-6));
    await page.goBack();
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await page.close();
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "the address carries page and row: the way back, a reload and a shared link lead there",
  async () => {
    const page = await signedIn();
    await goTo(page, "h");
    await page.locator(listRow).first().waitFor();
    const firstPage = await rowsOf(page);
    await press(page, page.getByRole("button", { name: "下一页" }));
    await page.waitForURL(/[?]page=2&after=411702:[\da-f-]{36}$/);
    await expect.poll(() => rowsOf(page)).not.toEqual(firstPage);
    const secondPage = await rowsOf(page);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const opened = await expectFocusOn(page, 1);
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "判定" }).waitFor();
    await page.goBack();
    expect(await expectFocusOn(page, 1)).toBe(opened);
    await page.getByText("第 2 页").waitFor();
    const address = page.url();
    expect(address).toMatch(new RegExp(`#${opened}$`));
    const other = await signedIn();
    await other.goto(address);
    expect(await expectFocusOn(other, 1)).toBe(opened);
    expect(await rowsOf(other)).toEqual(secondPage);
    await press(other, other.getByRole("button", { name: "上一页" }));
    await expect.poll(() => rowsOf(other)).toEqual(firstPage);
    expect(new URL(other.url()).search).toBe("");
    await turnRound(other, firstPage);
    await page.close();
    await other.close();
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "a list read again without its first household leaves the focus on the household that had it, at the end of the list, too",
  async () => {
    const page = await signedIn();
    await goTo(page, "h");
    await page.locator(listRow).first().waitFor();
    const before = await rowsOf(page);
    await page.route("**/households/search", async (route) => {
      const response = await route.fetch();
      const { rows, ...rest } = await response.json();
      await route.fulfill({ response, json: { ...rest, rows: rows.slice(before.length - left) } });
    });
    let left = before.length;
    for (const at of [3, before.length - 1]) {
      const id = before[at] ?? "";
      await page.locator(`[data-row="${id}"]`).focus();
      left -= 1;
      await readAgain(page, before.length - left);
      await expect.poll(() => rowsOf(page)).toEqual(before.slice(before.length - left));
      expect(await focusedRow(page)).toBe(id);
    }
    await page.close();
  },
  120_000,
);

/** As if the reader came back to the tab after so many minutes. */
async function readAgain(page: Page, minutes: number): Promise<void> {
  await page.clock.setFixedTime(Date.now() + minutes * 60_000);
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
}

/** The head over the numbers is a button. */
async function turnRound(page: Page, firstPage: (string | null)[]): Promise<void> {
  const head = page.getByRole("columnheader", { name: "户编号" });
  await tabTo(page, head.getByRole("button"));
  await page.keyboard.press("Enter");
  await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending");
  await expect.poll(() => rowsOf(page)).not.toEqual(firstPage);
  await page.keyboard.press("Enter");
  await expect.poll(() => rowsOf(page)).toEqual(firstPage);
}
