/**
 * npm run pictures -- http://127.0.0.1:PORT: retakes the pictures of the README in docs/screens from a running demo
 * (`npm start`), in Chinese, as wide as a desk or a phone. Changes nothing in the demo but one import that is not applied.
 * The machine needs a Chinese font.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, chromium } from "playwright-core";
import { DemoReply } from "../apps/api/demo.contract.ts";
import { listVillages } from "../apps/cli/demo-villages.ts";
import { generateRegister, writeRegisterXlsx } from "../domain/registry/synthetic.ts";
import { findBrowser } from "./browser.mjs";
import { takeRecheck } from "./recheck-pictures.ts";

const folder = join(import.meta.dirname, "../docs/screens");
const county = "411702000000";
const desk = { width: 1440, height: 900 };
const phone = { width: 360, height: 780 };
const [address = ""] = process.argv.slice(2);

const executablePath = await findBrowser();
if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(address) || !executablePath) {
  process.stderr.write("npm run pictures -- http://127.0.0.1:PORT\n");
  process.exit(2);
}
const env = { ...process.env, LANG: "C.UTF-8" };
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"], env });
try {
  const page = await browser.newPage({ locale: "zh-CN", viewport: desk });
  await signIn(page);
  await takeArea(page);
  await takeHousehold(page);
  await takeImport(page);
  await takeRecheck(page, take);
} finally {
  await browser.close();
}

async function signIn(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole("textbox", { name: "账号" }).waitFor();
  await take(page, "sign-in");
  const reply = await page.request.get(`${address}/api/v1/demo`);
  const { demo } = DemoReply.parse(await reply.json());
  await page.getByRole("textbox", { name: "账号" }).fill("demo-county");
  await page.getByLabel("密码", { exact: true }).fill(demo?.password ?? "");
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function takeArea(page: Page): Promise<void> {
  await page.goto(`${address}/today`);
  await page.getByRole("region", { name: "要整改的问题" }).waitFor();
  await take(page, "today");
  await page.goto(`${address}/areas/${county}`);
  await page.getByText("退出核查结果").first().waitFor();
  await take(page, "area");
  const finding = page.getByRole("row").filter({ hasText: "住房不安全" });
  await finding.getByRole("link", { name: /户$/ }).first().click();
  await page.locator("a[data-row]").first().waitFor();
  await take(page, "households");
}

async function takeHousehold(page: Page): Promise<void> {
  await page.locator("a[data-row]").first().click();
  await page.getByRole("tab", { name: "判定" }).waitFor();
  await take(page, "household");
  await page.setViewportSize(phone);
  await take(page, "phone");
  await page.setViewportSize(desk);
  await page.getByRole("tab", { name: "判定" }).click();
  const line = page.getByRole("listitem").filter({ has: page.getByText("住房安全有保障", { exact: true }) });
  await line.getByRole("button", { name: "为什么" }).click();
  await page.getByRole("dialog").getByRole("heading", { name: "要求" }).waitFor();
  await take(page, "why");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await page.getByLabel("住房等级").click();
  await page.locator(".ant-select-item-option", { hasText: "B级" }).click();
  const trial = page.getByRole("complementary", { name: "预览（未保存）" });
  await trial.getByText("待核实").first().waitFor();
  await take(page, "edit");
}

async function takeImport(page: Page): Promise<void> {
  const files = await mkdtemp(join(tmpdir(), "jingzhun-pictures-"));
  const path = join(files, "驿城区花名册.xlsx");
  const areaVillages = listVillages(county);
  const wanted = {
    households: 150,
    seed: 77,
    year: 2018,
    areaVillages,
    format: "roster",
    quirks: true,
  } as const;
  await writeRegisterXlsx(path, generateRegister(wanted));
  await page.goto(`${address}/imports`);
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByRole("heading", { name: "不合格的行" }).waitFor();
  await take(page, "import");
  await rm(files, { recursive: true });
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
