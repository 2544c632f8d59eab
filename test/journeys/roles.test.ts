/** A day of each role by keys alone, in a real browser on a small demo. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  demoAccount,
  openHouseWithDemo,
  registerNoOfTownship,
  writeTownshipRoster,
} from "./demo-in-house.ts";
import { type RunningHouse, browserIsReady } from "./running-house.ts";
import {
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  focusedWords,
  goTo,
  openFirstRow,
  openPage,
  phone,
  press,
  signIn,
  tabTo,
} from "./steps.ts";

let house: RunningHouse;
openHouseWithDemo((opened) => (house = opened));

const patient = 120_000;

test.skipIf(!browserIsReady)(
  "a helper on a phone reads today, his households only, why one is not met, and opens its data with a purpose",
  async () => {
    const page = await openPage(house, phone);
    const complaints = complaintsOf(page);
    await signIn(page, house, demoAccount("demo-helper"));
    await readOwnCards(page);
    await expectSound(page);

    await press(page, page.getByRole("link", { name: "我的户" }));
    await page.getByText("只列您帮扶的户", { exact: false }).waitFor();
    expect(await page.locator("a[data-row]").count()).toBe(6);
    await expectSound(page);

    await openFirstRow(page);
    // His own name stands in full before anything is opened.
    const whoHelps = page.locator(".five-answers").getByText("您本人", { exact: false });
    expect(await whoHelps.textContent()).not.toContain("*");
    await readWhy(page);
    await openMaskedData(page);

    await goTo(page, "a");
    await page.getByText("您的岗位不能打开全部明细", { exact: false }).waitFor();
    expect(await page.getByRole("link", { name: "打开明细" }).count()).toBe(0);
    expect(await page.locator("main a[href*='/households']").count()).toBe(0);
    await expectSound(page);
    expect(complaints).toEqual([]);
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "a township clerk finds a household, mends its house grade, and imports the roster of the township",
  async () => {
    const page = await openPage(house);
    const complaints = complaintsOf(page);
    await signIn(page, house, demoAccount("demo-town"));
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await expectSound(page);

    await page.keyboard.press("/");
    await page.keyboard.type(registerNoOfTownship);
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "判定" }).waitFor();
    await mendHouseGrade(page);
    await importOwnTownship(page);
    expect(complaints).toEqual([]);
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "a village team on a phone goes from today to a household of the village, mends it, and finds the policies",
  async () => {
    const page = await openPage(house, phone);
    const complaints = complaintsOf(page);
    await signIn(page, house, demoAccount("demo-village"));
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await expectSound(page);

    await press(page, page.getByRole("navigation").getByRole("link", { name: "户", exact: true }));
    await page.getByRole("heading", { name: "户列表" }).waitFor({ state: "attached" });
    await openFirstRow(page);
    await page.getByRole("tab", { name: "判定" }).waitFor();
    await expectSound(page);
    await chooseHouseGrade(page);
    await press(page, page.getByRole("button", { name: "保存", exact: true }));
    await page.getByText("已保存，判定已重新计算").waitFor();

    await press(page, page.getByRole("link", { name: "我的", exact: true }));
    await press(page, page.getByRole("link", { name: "政策", exact: true }));
    await page.getByRole("heading", { name: "政策" }).waitFor();
    await expectSound(page);
    expect(complaints).toEqual([]);
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "a county officer goes from today to a finding of the area and one of its households, and exports the list",
  async () => {
    const page = await openPage(house);
    const complaints = complaintsOf(page);
    await signIn(page, house, demoAccount("demo-county"));
    await page.getByRole("region", { name: "要整改的问题" }).waitFor();
    await expectSound(page);

    await goTo(page, "a");
    await page.getByRole("heading", { name: "驿城区" }).waitFor();
    await expectSound(page);
    const found = page.getByRole("region", { name: "发现的问题" }).getByRole("link", { name: /\d+ 户$/ });
    await press(page, found.first());
    await page.getByRole("heading", { name: "户列表" }).waitFor({ state: "attached" });
    await expectSound(page);
    await openFirstRow(page);
    await page.getByRole("tab", { name: "判定" }).waitFor();
    await expectSound(page);
    await exportList(page);
    expect(complaints).toEqual([]);
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "a city reader goes from the city to a county, and tries a higher line",
  async () => {
    const page = await openPage(house);
    const complaints = complaintsOf(page);
    await signIn(page, house, demoAccount("demo-city"));
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await expectSound(page);

    await goTo(page, "a");
    await page.getByRole("heading", { name: "驻马店市" }).waitFor();
    await expectSound(page);
    await press(
      page,
      page.getByRole("region", { name: "下级地区", exact: true }).getByRole("link", { name: "驿城区" }),
    );
    await page.getByRole("heading", { name: "驿城区" }).waitFor();
    await expectSound(page);
    await tryHigherLine(page);
    expect(complaints).toEqual([]);
  },
  patient,
);

async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Each problem stands once with its standards and what is lacking, and every target is high enough for a thumb. */
async function readOwnCards(page: Page): Promise<void> {
  const own = page.getByRole("region", { name: "我的户" });
  await own.getByText("还不能脱贫的在前", { exact: false }).waitFor();
  const cards = await own.locator(".own-card").allTextContents();
  expect(cards).toHaveLength(6);
  const poor = cards.filter((words) => words.includes("没有超过扶贫标准"));
  expect(poor.length).toBeGreaterThan(0);
  for (const words of poor)
    expect(words).toMatch(/^(?!.*没有超过.*没有超过).*还差[\d,.]+元国家标准河南省标准/);
  for (const target of await own.locator("summary, .own-card, .own-reasons").all())
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
}

async function readWhy(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("tab", { selected: true }));
  while ((await focusedWords(page)) !== "判定") await page.keyboard.press("ArrowRight");
  await expectSound(page);
  await press(page, page.getByRole("tabpanel").getByRole("button", { name: "为什么" }).first());
  await page.getByRole("dialog").getByRole("heading", { name: "要求" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await focusedWords(page)).toBe("为什么");
}

async function openMaskedData(page: Page): Promise<void> {
  await press(page, page.getByRole("button", { name: "查看原文" }));
  const dialog = page.getByRole("dialog", { name: "查看原文" });
  await tabTo(page, dialog.getByRole("radio", { name: "入户走访" }));
  await page.keyboard.press("Space");
  await expectAccessible(page);
  await press(page, dialog.getByRole("button", { name: "查看并留痕" }));
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByRole("button", { name: "查看原文" }).count()).toBe(0);
  const head = page.getByRole("heading", { level: 1 });
  expect(await head.textContent()).not.toContain("*");
  const answers = page.locator(".five-answers");
  expect(await answers.textContent()).not.toContain("*");
  await expectSound(page);
  await press(page, page.getByRole("button", { name: "隐藏原文" }));
  expect(await head.textContent()).toContain("**");
}

/** An edit begins on the tab that is shown: that of the members when a household is opened. */
async function chooseHouseGrade(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("tab", { name: "成员" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tab", { name: "生产生活", selected: true }).waitFor();
  await page.keyboard.press("e");
  await tabTo(page, page.getByLabel("住房等级"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

async function mendHouseGrade(page: Page): Promise<void> {
  await chooseHouseGrade(page);
  await page.getByRole("complementary", { name: "预览（未保存）" }).waitFor();
  await expectSound(page);
  await press(page, page.getByRole("button", { name: "保存", exact: true }));
  await page.getByText("已保存，判定已重新计算").waitFor();
}

async function importOwnTownship(page: Page): Promise<void> {
  await goTo(page, "i");
  const choose = page.getByRole("region", { name: "导入文件" }).getByRole("button");
  const asked = page.waitForEvent("filechooser");
  await press(page, choose);
  await (await asked).setFiles(await writeTownshipRoster(house.folder));
  await press(page, page.getByRole("button", { name: /^写入 24 户/ }));
  await press(page, page.getByRole("button", { name: "确定写入" }));
  await page.getByRole("heading", { name: "回执" }).waitFor();
  await expectSound(page);
}

async function exportList(page: Page): Promise<void> {
  await goTo(page, "h");
  await press(page, page.getByRole("button", { name: "导出", exact: true }));
  await page.getByText("导出户列表 已完成").waitFor();
  await press(page, page.getByRole("button", { name: "进行中的工作" }));
  const saved = page.waitForEvent("download");
  await press(page, page.getByRole("button", { name: "取文件" }));
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
}

async function tryHigherLine(page: Page): Promise<void> {
  await goTo(page, "p");
  await press(page, page.getByRole("link", { name: "人均纯收入稳定超过扶贫标准" }).first());
  await page.getByRole("heading", { name: "样例", exact: true }).waitFor();
  await expectSound(page);
  await press(page, page.getByRole("link", { name: "试算" }));
  await tabTo(page, page.getByRole("textbox", { name: "扶贫标准" }));
  await page.keyboard.type("90000");
  await page.keyboard.press("Enter");
  await page.getByText(/户、.*人的判定会变/).waitFor();
  await page.locator("a[data-row]").first().waitFor();
  await expectSound(page);
}
