/** An administrator's start page in a real browser: who holds a role today, and that all rules are not those in force. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningHouse, administrator, formerClerk, officer, openHouse } from "./running-house.ts";

const browserPath = process.env["JINGZHUN_CHROMIUM"];
const isBuilt = existsSync(join(import.meta.dirname, "../../apps/web/dist/index.html"));

let house: RunningHouse;

beforeAll(async () => {
  if (browserPath && isBuilt) house = await openHouse(browserPath);
}, 120_000);

afterAll(() => house?.close());

test.skipIf(!browserPath || !isBuilt)(
  "an administrator sees who may sign in, whose roles have ended, and the rules of all years and provinces as such",
  async () => {
    const page = await house.browser.newPage({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
    await page.goto(house.address);
    await page.getByLabel("账号").fill(administrator.login);
    await page.getByLabel("密码", { exact: true }).fill(administrator.password);
    await page.getByRole("button", { name: "登录" }).click();

    await page.getByRole("heading", { name: "人员与岗位" }).waitFor();
    const rowOf = (login: string) =>
      page.getByRole("row").filter({ has: page.getByRole("cell", { name: login, exact: true }) });
    await rowOf(officer.login).getByText("可登录", { exact: true }).waitFor();
    await rowOf(formerClerk.login).getByText("本地区现无有效岗位", { exact: true }).waitFor();
    expect(await rowOf(formerClerk.login).getByText("可登录").count()).toBe(0);

    await page.getByRole("heading", { name: "规则文件中的全部规则" }).waitFor();
    await page
      .getByText(/^风险消除标准 \d+ 条$/)
      .first()
      .waitFor();
  },
  120_000,
);
