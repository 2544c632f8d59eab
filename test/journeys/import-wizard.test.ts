/** The import wizard by keyboard alone, on a wide screen and on a phone: a column mapped, a cell put right, written, a receipt. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRosterCsv, aSpoiltRosterCsv } from "../import-scene.ts";
import { syntheticId } from "../register-builders.ts";
import { type RunningHouse, browserIsReady, officer, openHouse } from "./running-house.ts";
import { desk, expectAccessible, expectNoSidewaysScroll, openPage, phone, press, signIn } from "./steps.ts";

const longName = `2018年${"驿城区水屯镇孟庄村建档立卡贫困人口基本信息核对后的花名册".repeat(3)}.csv`;

let house: RunningHouse;

beforeAll(async () => {
  if (browserIsReady) house = await openHouse();
}, 120_000);

afterAll(() => house?.close());

test.skipIf(!browserIsReady)(
  "an officer maps a column, puts a cell right, writes the file and prints the receipt, without a mouse",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, officer);
    await page.getByRole("link", { name: "导入", exact: true }).first().waitFor();
    await page.goto(`${house.address}/imports`);
    await page.getByText("还没有导入过文件").waitFor();
    await expectFit(page);
    await page.locator("input[type=file]").setInputFiles(aSpoiltRoster());
    await page.getByText("待确认").waitFor();
    await expectFit(page);

    await press(page, page.locator(".unused-columns > summary"));
    await page.getByRole("cell", { name: "由系统根据其他列计算，不从文件读取" }).waitFor();
    await expectFit(page);
    await fetchRejected(page);
    await putRight(page);
    await page.reload();
    await page.getByText("已改 1 处，还没有核对").waitFor();
    const box = page.getByLabel("第 3 行“证件号码”正确的值");
    expect(await box.getAttribute("placeholder")).toMatch(/^已改为 9901\*+/);
    await mapColumn(page);
    await page.getByText("按人工的对应").first().waitFor();
    await page.getByText("没有不合格的行").waitFor();
    await expectFit(page);

    await page.getByText("新增的 2 户写入后不能撤销").waitFor();
    await press(page, page.getByRole("button", { name: /^写入 2 户/ }));
    const question = page.getByRole("group", { name: "这次写入的都是新增户，不能撤销。确定写入 2 户吗？" });
    await expect.poll(() => question.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectFit(page);
    await press(page, page.getByRole("button", { name: "先不写入" }));
    const asking = page.getByRole("button", { name: /^写入 2 户/ });
    await expect.poll(() => asking.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await question.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "回执" }).waitFor();
    expect(await page.getByText("负责的范围内").count()).toBe(0);
    await page.getByText("人工改正 1 处").waitFor();
    await expectFit(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "打印回执" }).isVisible()).toBe(false);
    expect(await page.getByText("人工改正 1 处").isVisible()).toBe(true);
  },
  180_000,
);

test.skipIf(!browserIsReady)(
  "a file whose needed column nobody knows waits until the officer says which one it is, without a mouse",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, officer);
    await page.getByRole("link", { name: "导入", exact: true }).first().waitFor();
    await page.goto(`${house.address}/imports`);
    const csv = aRosterCsv(["孟庄村"])
      .replace("户编号", "户号码（国办）")
      .replaceAll("411702000", "411702009");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: longName, mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByRole("heading", { name: "请指定必需的列" }).waitFor();
    await page.getByRole("alert").filter({ hasText: "户编号" }).waitFor();
    await expectFit(page);

    await page.getByLabel("“户号码（国办）”列对应的字段").focus();
    await page.keyboard.type("户编号");
    await page.keyboard.press("Enter");
    await expectFit(page);
    await press(page, page.getByRole("button", { name: "按此对应重新核对" }));
    await page.getByText("待确认").waitFor();
    await page.getByText("按人工的对应").first().waitFor();
    const write = page.getByRole("button", { name: /^写入 1 户/ });
    await expectFit(page);
    expect(await write.isEnabled()).toBe(true);
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "an officer turns to the last page of a reason and puts its last row right, without a mouse",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, officer);
    await page.getByRole("link", { name: "导入", exact: true }).first().waitFor();
    await page.goto(`${house.address}/imports`);
    const villages = Array.from({ length: 120 }, () => "没有的村");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: longName, mimeType: "text/csv", buffer: Buffer.from(aRosterCsv(villages)) });
    await page.getByText("第 1 / 3 页").waitFor();
    await expectFit(page);
    await turnInVain(page);
    for (const at of [2, 3]) {
      await press(page, page.getByRole("button", { name: "下一页" }).first());
      await page.getByText(`第 ${at} / 3 页`).waitFor();
    }
    const last = page.getByLabel("第 240 行“行政村”正确的值");
    await typeOnDuringReply(page, last);
    expect(await last.inputValue()).toBe("孟庄村委会");
    for (const _ of "委会") await page.keyboard.press("Backspace");
    await page.reload();
    await page.getByText("第 1 / 3 页").waitFor();
    for (const at of [2, 3]) {
      await press(page, page.getByRole("button", { name: "下一页" }).first());
      await page.getByText(`第 ${at} / 3 页`).waitFor();
    }
    await expect.poll(() => last.inputValue()).toBe("孟庄村");
    await press(page, page.getByRole("button", { name: "用改正后的值重新核对" }));
    await page.getByText("119 处").waitFor();
    const write = page.getByRole("button", { name: /^写入 1 户/ });
    await expect.poll(() => write.isEnabled()).toBe(true);
    await expectFit(page);
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "an officer undoes a written import and sees which households were left alone, without a mouse",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, officer);
    const csv = aRosterCsv(["孟庄村", "王坡村"]).replaceAll("41170200", "41170208");
    await write(page, csv, "确定写入");
    const [header = "", ...rows] = csv.split("\n");
    const another = aRosterCsv(["孟庄村"]).replaceAll("41170200", "41170207").split("\n").slice(1);
    await write(page, [header, ...rows, ...another].join("\n").replaceAll("未脱贫", "脱贫"));
    await expectFit(page);
    const ofNew = page.getByRole("row").filter({ hasText: "新增户" });
    expect(await ofNew.allInnerTexts()).toEqual([expect.stringMatching(/411702070.*王\*\*.*孟庄村/s)]);
    await page.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d 前可以撤销/).waitFor();
    await page.emulateMedia({ media: "print" });
    await page.locator(".not-printed").first().waitFor({ state: "attached" });
    expect(await page.locator(".not-printed").filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await press(page, page.getByRole("button", { name: "撤销本次导入" }));
    await expectFit(page);
    await press(page, page.getByRole("button", { name: "确定撤销" }));
    await page.getByText("已撤销：2 户恢复为导入前的值，1 户未动。").waitFor();
    await press(page, page.getByText("撤销时不动的 1 户"));
    await page.getByRole("cell", { name: "由本次导入新增" }).waitFor();
    expect(await page.getByRole("button", { name: "撤销本次导入" }).count()).toBe(0);
    await expectFit(page);
  },
  180_000,
);

/** From the file to the receipt. `answer`: to the question before what cannot be undone. */
async function write(page: Page, csv: string, answer?: string): Promise<void> {
  await page.getByRole("link", { name: "导入", exact: true }).first().waitFor();
  await page.goto(`${house.address}/imports`);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "2018年花名册.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await press(page, page.getByRole("button", { name: /^写入 \d+ 户/ }));
  if (answer !== undefined) await press(page, page.getByRole("button", { name: answer }));
  await page.getByRole("heading", { name: "回执" }).waitFor();
}

/** A column that nobody knows, one that the system computes, and an id number with a wrong check digit in row 3. */
function aSpoiltRoster() {
  const [header = "", ...rows] = aSpoiltRosterCsv().replaceAll("贫困户属性", "户的属性").split("\n");
  const csv = [`${header},家庭总收入`, ...rows.map((row) => `${row},12000`)].join("\n");
  return { name: longName, mimeType: "text/csv", buffer: Buffer.from(csv) };
}

/** Made by the worker, fetched where it was asked for. */
async function fetchRejected(page: Page): Promise<void> {
  await press(page, page.getByRole("button", { name: "生成不合格的户（Excel）" }));
  const fetching = page.getByRole("button", { name: "取文件" });
  await fetching.waitFor();
  await expectFit(page);
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, fetching)]);
  expect(file.suggestedFilename()).toBe("2018年不合格的行.xlsx");
}

async function putRight(page: Page): Promise<void> {
  const field = page.getByLabel("第 3 行“证件号码”正确的值");
  await field.focus();
  await page.keyboard.type("4117021980");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "证件号码有10位，应为18位" }).waitFor();
  await expectFit(page);
  await field.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(syntheticId());
  await page.keyboard.press("Enter");
  await page.getByText("已改 1 处，还没有核对").waitFor();
}

/** A page that cannot be read takes nothing away of the one that is shown, and can be asked for again. */
async function turnInVain(page: Page): Promise<void> {
  const rejects = page.getByRole("region", { name: "不合格的行" });
  const rows = await rejects.getByRole("row").count();
  await page.route("**/rejects?*", (route) => route.fulfill({ status: 500 }));
  await press(page, rejects.getByRole("button", { name: "下一页" }));
  const again = rejects.getByRole("alert").getByRole("button", { name: "重试" });
  await again.waitFor();
  expect(await rejects.getByRole("row").count()).toBe(rows);
  await page.getByText("第 1 / 3 页").waitFor();
  await page.unroute("**/rejects?*");
  await press(page, again);
  await page.getByText("第 2 / 3 页").waitFor();
  await press(page, rejects.getByRole("button", { name: "上一页" }));
  await page.getByText("第 1 / 3 页").waitFor();
}

/** A village is sent, and its writer goes on while the reply is slow. */
async function typeOnDuringReply(page: Page, field: Locator): Promise<void> {
  let reply = (): void => undefined;
  const held = new Promise<void>((release) => (reply = release));
  await page.route("**/corrections", (route) => held.then(() => route.continue()));
  // Leaving the box sends as well: whichever comes first.
  const asked = page.waitForRequest(
    (request) => request.method() !== "GET" && request.url().endsWith("/corrections"),
  );
  await field.pressSequentially("孟庄村");
  await expect.poll(() => field.inputValue()).toBe("孟庄村");
  await field.press("Enter");
  await asked;
  await field.pressSequentially("委会");
  reply();
  await page.getByText("已改 1 处，还没有核对").waitFor();
}

async function mapColumn(page: Page): Promise<void> {
  const summary = page.locator(".column-map > summary");
  if (!(await page.getByRole("heading", { name: "表头在第" }).isVisible())) await press(page, summary);
  await page.getByLabel("“户的属性”列对应的字段").focus();
  await page.keyboard.type("贫困户属性");
  await page.keyboard.press("Enter");
  await expectFit(page);
  await press(page, page.getByRole("button", { name: "按此对应重新核对" }));
}

/** At both widths: nothing serious for axe, and nothing runs out of the page at the side. */
async function expectFit(page: Page): Promise<void> {
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
}
