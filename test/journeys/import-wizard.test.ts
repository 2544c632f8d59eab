/** The import wizard by keyboard alone, on a wide screen and on a phone: a column mapped, a cell put right, written, a receipt. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRosterCsv } from "../import-scene.ts";
import { syntheticId } from "../register-builders.ts";
import { type RunningHouse, officer, openHouse } from "./running-house.ts";

const project = join(import.meta.dirname, "../..");
const browserPath = process.env["JINGZHUN_CHROMIUM"];
const isBuilt = existsSync(join(project, "apps/web/dist/index.html"));
const axe = readFileSync(join(project, "node_modules/axe-core/axe.min.js"), "utf8");
const longName = `2018年${"驿城区水屯镇孟庄村建档立卡贫困人口基本信息核对后的花名册".repeat(3)}.csv`;

let house: RunningHouse;

beforeAll(async () => {
  if (browserPath && isBuilt) house = await openHouse(browserPath);
}, 120_000);

afterAll(() => house?.close());

test.skipIf(!browserPath || !isBuilt)(
  "an officer maps a column, puts a cell right, writes the file and prints the receipt, without a mouse",
  async () => {
    const page = await house.browser.newPage({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
    await signIn(page);
    await page.goto(`${house.address}/imports`);
    await page.getByText("还没有导入过文件").waitFor();
    await expectFit(page, "empty");
    await page.locator("input[type=file]").setInputFiles(aSpoiltRoster());
    await page.getByText("待确认").waitFor();
    await expectFit(page, "ready");

    await putRight(page);
    await page.reload();
    await page.getByText("已改 1 处，还没有核对").waitFor();
    await mapColumn(page);
    await page.getByText("按人工的对应").first().waitFor();
    await page.getByText("没有不合格的行").waitFor();
    await expectFit(page, "checked");

    await press(page, page.getByRole("button", { name: /^写入 2 户/ }));
    await page.getByRole("heading", { name: "回执" }).waitFor();
    await page.getByText("人工改正 1 处").waitFor();
    await expectFit(page, "receipt");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "打印回执" }).isVisible()).toBe(false);
    expect(await page.getByText("人工改正 1 处").isVisible()).toBe(true);
  },
  180_000,
);

/** A column that nobody knows, and an id number with a wrong check digit in row 3. */
function aSpoiltRoster() {
  const spoil = (id: string): string => id.slice(0, 17) + (id.endsWith("1") ? "2" : "1");
  const lines = aRosterCsv(["孟庄村", "王坡村"]).replaceAll("贫困户属性", "户的属性").split("\n");
  const csv = lines.map((line, at) => (at === 2 ? line.replace(/\d{17}[\dX]/, spoil) : line)).join("\n");
  return { name: longName, mimeType: "text/csv", buffer: Buffer.from(csv) };
}

async function signIn(page: Page): Promise<void> {
  await page.goto(house.address);
  await page.getByLabel("账号").fill(officer.login);
  await page.getByLabel("密码", { exact: true }).fill(officer.password);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "导入", exact: true }).first().waitFor();
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await target.focus();
  await page.keyboard.press(key);
}

async function putRight(page: Page): Promise<void> {
  const field = page.getByLabel("第 3 行“证件号码”正确的值");
  await field.focus();
  await page.keyboard.type("4117021980");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "证件号码有10位，应为18位" }).waitFor();
  await expectFit(page, "wrong");
  await field.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(syntheticId());
  await page.keyboard.press("Enter");
  await page.getByText("已改 1 处，还没有核对").waitFor();
}

async function mapColumn(page: Page): Promise<void> {
  const summary = page.locator(".column-map > summary");
  if (!(await page.getByRole("heading", { name: "表头在第" }).isVisible())) await press(page, summary);
  await page.getByLabel("“户的属性”列对应的字段").focus();
  await page.keyboard.type("贫困户属性");
  await page.keyboard.press("Enter");
  await expectFit(page, "mapping");
  await press(page, page.getByRole("button", { name: "按此对应重新核对" }));
}

/** At both widths: nothing serious for axe, and nothing runs out of the page at the side. */
async function expectFit(page: Page, name: string): Promise<void> {
  const shots = process.env["JINGZHUN_SHOTS"];
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
    if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
    // A list that is closing may still hang over the edge.
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(overflow, { message: `${name} at ${width}`, timeout: 5_000 }).toBeLessThanOrEqual(0);
    await page.evaluate(axe);
    await expect.poll(() => graveFaults(page), { timeout: 10_000, interval: 500 }).toEqual([]);
  }
}

function graveFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: AxeRunner }).axe.run();
    return violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .map((one) => `${one.id} ${one.nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}

interface AxeRunner {
  run(): Promise<{ violations: { id: string; impact: string | null; nodes: { target: string[] }[] }[] }>;
}
