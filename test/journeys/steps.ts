/** Steps that the journeys share: signing in, the keys of a person without a mouse, and what every page must keep to. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { RunningHouse } from "./running-house.ts";

const axe = readFileSync(join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");

export const desk = { width: 1440, height: 900 };
export const phone = { width: 360, height: 780 };

export interface Account {
  login: string;
  password: string;
}

/** A window of its own, with nobody signed in. */
export async function openPage(house: RunningHouse, viewport = desk): Promise<Page> {
  const page = await house.browser.newPage({ locale: "zh-CN", viewport, acceptDownloads: true });
  page.setDefaultTimeout(30_000);
  return page;
}

/** By keys alone. */
export async function signIn(page: Page, house: RunningHouse, account: Account): Promise<void> {
  await page.goto(house.address);
  await signInHere(page, account);
}

/** On the sign-in page that is already there. */
export async function signInHere(page: Page, { login, password }: Account): Promise<void> {
  await tabTo(page, page.getByLabel("账号"));
  await page.keyboard.type(login);
  await tabTo(page, page.getByLabel("密码", { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
}

/** A whole number leads to one household: it opens by itself. */
export async function openHousehold(
  page: Page,
  house: RunningHouse,
  account: Account,
  registerNo: string,
): Promise<void> {
  await signIn(page, house, account);
  await page.getByRole("heading", { name: "今天" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type(registerNo);
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "判定" }).waitFor();
}

const mostTabs = 250;

/** Presses Tab until the element has the focus: what cannot be reached fails the journey. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press("Tab");
    // Asked each time anew: a list that was read again has other elements.
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`);
}

export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** `g` and a letter lead to a room. */
export async function goTo(page: Page, letter: string): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.press(letter);
}

/** Opens the first row of the list on the page. */
export async function openFirstRow(page: Page): Promise<void> {
  await page.locator("a[data-row]").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
}

/** Whoever closes a dialog goes on where it was opened. */
export function focusedWords(page: Page): Promise<string | null> {
  return page.locator(":focus").evaluate((one) => one.getAttribute("aria-label") ?? one.textContent);
}

/** Of the page at rest: a colour in the middle of a fade is no colour of the page. */
export async function expectAccessible(page: Page): Promise<void> {
  // Within one visit the page stays, and so does what was put into it.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  await expect
    .poll(() => graveFaults(page), { timeout: 10_000, interval: 300, message: new URL(page.url()).pathname })
    .toEqual([]);
}

function graveFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: AxeRunner }).axe.run({
      resultTypes: ["violations"],
    });
    return violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .map((one) => `${one.id} ${one.nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}

interface AxeRunner {
  run(options: {
    resultTypes: ["violations"];
  }): Promise<{ violations: { id: string; impact: string | null; nodes: { target: string[] }[] }[] }>;
}

/** A page is never wider than its window; a table may scroll in a frame of its own. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // A list that is closing may still hang over the edge.
  await expect
    .poll(() => tooWide(page), { timeout: 5_000, message: new URL(page.url()).pathname })
    .toEqual([]);
}

function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = [...document.querySelectorAll("body *")];
    return all
      .filter((one) => one.getBoundingClientRect().right > clientWidth)
      .map((one) => one.outerHTML.slice(0, 120));
  });
}

/** What the browser complains about: refused styles and scripts, broken pages. A refused request is no complaint. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const isRefusedRequest = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isRefusedRequest) complaints.push(message.text());
  });
  return complaints;
}
