/** What was typed is neither lost nor written over another person's work, in a real browser on a small demo. */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoAccount, openHouseWithDemo, registerNoOfTownship } from "./demo-in-house.ts";
import { type RunningHouse, browserIsReady } from "./running-house.ts";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  focusedWords,
  openHousehold,
  openPage,
  phone,
  press,
  signInHere,
  tabTo,
} from "./steps.ts";

let house: RunningHouse;
openHouseWithDemo((opened) => (house = opened));

const patient = 120_000;
const clerk = demoAccount("demo-town");

test.skipIf(!browserIsReady)(
  "an edit that began before a colleague saved is held back, and goes on from the newer book with what was typed",
  async () => {
    const slow = await openPage(house);
    await slow.clock.install();
    await openHousehold(slow, house, clerk, registerNoOfTownship);
    await beginEdit(slow, "101");
    const quick = await openPage(house);
    await openHousehold(quick, house, demoAccount("demo-county"), registerNoOfTownship);
    await beginEdit(quick, "90");
    await save(quick);
    await quick.close();

    // Coming back to the tab reads the newer book: the edit is of the older one all the same.
    await slow.clock.fastForward("01:00");
    const reread = slow.waitForResponse((reply) =>
      /households\/[^/]+\?year=|households\/[^/]+$/.test(reply.url()),
    );
    await slow.evaluate(() => globalThis.dispatchEvent(new Event("visibilitychange")));
    await reread;
    await press(slow, saveButton(slow));
    await press(slow, slow.getByRole("button", { name: "取用新台账" }));
    await slow.getByRole("button", { name: "取用新台账" }).waitFor({ state: "detached" });
    expect(await houseArea(slow).inputValue()).toContain("101");
    await save(slow);
    await slow.close();
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "who has to sign in again in the middle of an edit finds it as it was",
  async () => {
    const page = await openPage(house);
    await openHousehold(page, house, clerk, registerNoOfTownship);
    await beginEdit(page, "77");
    await tabTo(page, saveButton(page));
    await page.request.delete(`${house.address}/api/v1/session`);
    // Whatever the page asks first is refused; it may have noticed before the press.
    await Promise.all([page.waitForURL(/sign-in/), page.keyboard.press("Enter")]);
    await signInHere(page, clerk);
    await houseArea(page).waitFor();
    expect(await houseArea(page).inputValue()).toContain("77");
    await save(page);
    await page.close();
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "on a phone saving stays within reach of the thumb, and an amount below zero is refused in words",
  async () => {
    const page = await openPage(house, phone);
    await openHousehold(page, house, clerk, registerNoOfTownship);
    await press(page, page.getByRole("tab", { name: "成员" }));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("e");
    await page.getByLabel("工资性收入").waitFor();
    expect(await focusedWords(page)).toBe("工资性收入");
    const wage = page.getByLabel("工资性收入");
    await wage.fill("-500");
    await page.keyboard.press("Tab");
    await page.getByText("不能为负数，−500 没有填入").waitFor();
    await wage.fill("12345");
    await page.keyboard.press("Tab");
    await page.getByText("不能为负数").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "全部变化" }).waitFor();
    const box = await saveButton(page).boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(phone.height);
    // Nothing lies over it: the click would be refused.
    await saveButton(page).click({ trial: true });
    await page.close();
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "digits of an input method are an amount, and words are kept and said to be none",
  async () => {
    const page = await openPage(house);
    await openHousehold(page, house, clerk, registerNoOfTownship);
    await press(page, page.getByRole("tab", { name: "成员" }));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("e");
    const wage = page.getByLabel("工资性收入");
    await expect.poll(() => focusedWords(page)).toBe("工资性收入");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText("１２４４５");
    await page.keyboard.press("Tab");
    await expect.poll(() => wage.inputValue()).toBe("12445");
    await page.getByText("试算，保存后生效").first().waitFor();
    await wage.focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText("一万多");
    await page.keyboard.press("Tab");
    await page.getByText("不是数字，“一万多”没有填入").waitFor();
    expect(await wage.inputValue()).toBe("一万多");
    // Nothing is saved beside it, it outlives another tab, and nobody leaves it unseen.
    await page.getByText("1 处填的不是可用的数字").waitFor();
    expect(await saveButton(page).isDisabled()).toBe(true);
    await page.getByRole("tab", { name: "保障" }).click();
    await page.getByRole("tab", { name: "收入" }).click();
    expect(await wage.inputValue()).toBe("一万多");
    await page.getByRole("link", { name: "今天" }).click();
    await page.getByRole("button", { name: "留下继续填写" }).click();
    await wage.fill("500");
    await page.getByText("1 处填的不是可用的数字").waitFor({ state: "detached" });
    await save(page);
    await page.close();
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "a member's ability to work is mended by keys, on the tab of members where the edit began",
  async () => {
    const page = await openPage(house);
    await openHousehold(page, house, clerk, registerNoOfTownship);
    await press(page, page.getByRole("tab", { name: "成员" }));
    await page.keyboard.press("e");
    await expect.poll(() => focusedWords(page)).toMatch(/健康状况$/);
    const labour = page.getByRole("combobox", { name: /劳动技能$/ }).first();
    const cell = page.locator("td:has(input)").filter({ has: labour });
    await tabTo(page, labour);
    const before = await cell.textContent();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell.textContent()).not.toBe(before);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await save(page);
    await page.getByText("姓名、证件号码、性别").waitFor({ state: "detached" });
    await page.close();
  },
  patient,
);

function houseArea(page: Page): Locator {
  return page.getByLabel("住房面积");
}

function saveButton(page: Page): Locator {
  return page.getByRole("button", { name: "保存", exact: true });
}

async function beginEdit(page: Page, squareMetres: string): Promise<void> {
  await press(page, page.getByRole("tab", { name: "成员" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("e");
  await tabTo(page, houseArea(page));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(squareMetres);
  await page.keyboard.press("Tab");
  await page.getByRole("complementary", { name: "预览（未保存）" }).waitFor();
}

async function save(page: Page): Promise<void> {
  await press(page, saveButton(page));
  await page.getByText("已保存，判定已重新计算").waitFor();
}

test.skipIf(!browserIsReady)(
  "from what is wrong or to verify one press leads to the field that decides it",
  async () => {
    const page = await openPage(house);
    await openHousehold(page, house, clerk, registerNoOfTownship);
    await page.getByRole("tab", { name: "判定" }).click();
    const water = page.getByRole("listitem").filter({ hasText: "四项饮水指标与饮水安全一致" });
    await press(page, water.getByRole("button", { name: "去修改" }));
    await page.getByRole("tab", { name: "生产生活", selected: true }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("水量");
    await expectAccessible(page);
    await page.close();
  },
  patient,
);
