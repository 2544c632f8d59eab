/** An administrator's start page in a real browser: who holds a role today, and that all rules are not those in force. */
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type RunningHouse,
  administrator,
  browserIsReady,
  formerClerk,
  officer,
  openHouse,
} from "./running-house.ts";
import { expectAccessible, openPage, press, signIn } from "./steps.ts";

let house: RunningHouse;

beforeAll(async () => {
  if (browserIsReady) house = await openHouse();
}, 120_000);

afterAll(() => house?.close());

test.skipIf(!browserIsReady)(
  "an administrator sees who may sign in, and whose roles have ended; the rules of all years and provinces stand with the policies",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, administrator);

    await page.getByRole("heading", { name: "人员与岗位" }).waitFor();
    const rowOf = (login: string) =>
      page.getByRole("row").filter({ has: page.getByRole("cell", { name: login, exact: true }) });
    await rowOf(officer.login).getByText("可登录", { exact: true }).waitFor();
    await rowOf(formerClerk.login).getByText("本地区现无有效岗位", { exact: true }).waitFor();
    expect(await rowOf(formerClerk.login).getByText("可登录").count()).toBe(0);

    await rowOf(administrator.login).getByText("本人：岗位须由另一位或上级管理员办理").waitFor();
    await page.goto(`${house.address}/policies`);
    await page
      .getByRole("region", { name: "规则文件中的全部规则" })
      .getByText(/^风险消除标准 \d+ 条$/)
      .waitFor();
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "an administrator adds a person, gives another role and stops the account, by keys alone",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, administrator);
    await press(page, page.getByRole("button", { name: "新增人员" }));
    const dialog = page.getByRole("dialog", { name: "新增人员" });
    await dialog.getByLabel("姓名").fill("赵新");
    await dialog.getByLabel("账号").fill("zhao new");
    await page.keyboard.press("Enter");
    await dialog.getByText("账号用 2 到 64 个字母").waitFor();
    await dialog.getByLabel("账号").fill("zhao-new");
    await dialog.getByLabel("岗位").selectOption("townshipClerk");
    await dialog.getByLabel("驿城区以下的地区").selectOption({ index: 1 });
    await expectAccessible(page);
    await press(page, dialog.getByRole("button", { name: "新增人员" }));
    const shown = page.getByRole("dialog", { name: "已新增人员" });
    const password = (await shown.locator("code").textContent()) ?? "";
    expect(password.length).toBeGreaterThanOrEqual(12);
    await expectAccessible(page);
    await press(page, shown.getByRole("button", { name: "已记下" }));

    await press(page, page.getByRole("button", { name: "给赵新增加岗位" }));
    const grant = page.getByRole("dialog", { name: "给赵新增加岗位" });
    await grant.getByLabel("岗位").selectOption("villageTeam");
    await press(page, grant.getByRole("button", { name: "增加岗位" }));
    const row = page
      .getByRole("row")
      .filter({ has: page.getByRole("cell", { name: "zhao-new", exact: true }) });
    await row.getByText("驻村工作队").waitFor();

    const other = await openPage(house);
    await signIn(other, house, { login: "zhao-new", password });
    await other.getByText("首次登录请先修改密码。").waitFor();
    await other.close();

    await press(page, page.getByRole("button", { name: "停用赵新的账号" }));
    await press(page, page.getByRole("dialog").getByRole("button", { name: "停用", exact: true }));
    await row.getByText("已停用", { exact: true }).waitFor();
    await page.close();
  },
  120_000,
);
