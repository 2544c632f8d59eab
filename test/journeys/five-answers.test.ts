/** The head of a household page answers an inspector's five questions, and each answer leads to its reasons. */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  addBooksOf,
  demoAccount,
  exitedIn,
  openHouseWithDemo,
  registerNoOfTownship,
} from "./demo-in-house.ts";
import { type RunningHouse, browserIsReady } from "./running-house.ts";
import { desk, expectAccessible, expectNoSidewaysScroll, openHousehold, openPage, phone } from "./steps.ts";

let house: RunningHouse;
openHouseWithDemo((opened) => (house = opened));

const leads = [
  ["扶持谁", "历史", "#household-book"],
  ["谁来扶", "帮扶", "#household-helpers"],
  ["怎么扶", "帮扶", "#household-help"],
  ["如何退", "判定", "#household-criterion"],
  ["问题改了没有", "判定", "#household-quality"],
] as const;

test.skipIf(!browserIsReady).each([
  ["a desk", desk],
  ["a phone", phone],
])(
  "on %s each of the five answers brings its reasons into sight, by keys as well, and again after scrolling away",
  async (_, size) => {
    const page = await openPage(house, size);
    await openHousehold(page, house, demoAccount("demo-county"), registerNoOfTownship);
    for (const [question, tab, part] of leads) {
      await answerTo(page, question).press("Enter");
      await page.getByRole("tab", { name: tab, selected: true }).waitFor();
      await expect.poll(() => isInSight(page.locator(part), size.height)).toBe(true);
      await page.evaluate(() => globalThis.scrollTo(0, 0));
      await answerTo(page, question).click();
      await expect.poll(() => isInSight(page.locator(part), size.height)).toBe(true);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.close();
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "of a household that left poverty the head says in which year, what is not on record of it, and how it stands now",
  async () => {
    const page = await openPage(house);
    await openHousehold(page, house, demoAccount("demo-county"), exitedIn(2016));
    const answer = answerTo(page, "如何退");
    await answer.getByText("2016 年脱贫").waitFor();
    await expect
      .poll(() => answer.textContent())
      .toMatch(
        /系统里没有 2016 年的台账.*2018 年的情况：人均纯收入 [\d,.]+ 元（当年扶贫标准 2,995 元）.*“保障”一栏：达标/,
      );
    await page.close();
  },
  60_000,
);

test.skipIf(!browserIsReady)(
  "where the book of the year of the exit is there, the answer leads to its criteria; of an edit nobody is led away unasked",
  async () => {
    await addBooksOf(house, 2017);
    const page = await openPage(house, phone);
    await openHousehold(page, house, demoAccount("demo-county"), exitedIn(2017));
    const answer = answerTo(page, "如何退");
    await answer.getByText("退出当年登记的情况见 2017 年台账").waitFor();
    await answer.press("Enter");
    await page.waitForURL(/year=2017/);
    await expect.poll(() => isInSight(page.locator("#household-criterion"), phone.height)).toBe(true);
    await page.goBack();
    await page.waitForURL(/year=2018|^(?!.*year=)/);
    await page.keyboard.press("e");
    await page.getByRole("tab", { name: "收入" }).click();
    await page.getByLabel("工资性收入").fill("12345");
    await page.getByText("试算，保存后生效").first().waitFor();
    await answer.click();
    await page.getByRole("tab", { name: "判定", selected: true }).waitFor();
    expect(page.url()).not.toContain("year=2017");
    await page.close();
  },
  120_000,
);

function answerTo(page: Page, question: string): Locator {
  return page.locator(".five-answers > div", { hasText: question }).getByRole("button");
}

/** The part has the focus and begins above the lower edge, below what sticks to the top. */
async function isInSight(part: Locator, height: number): Promise<boolean> {
  const hasFocus = await part.evaluate((one) => one === document.activeElement);
  const top = await part.evaluate((one) => one.getBoundingClientRect().top);
  return hasFocus && top >= 50 && top < height - 100;
}
