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
import { openPage, signIn } from "./steps.ts";

let house: RunningHouse;

beforeAll(async () => {
  if (browserIsReady) house = await openHouse();
}, 120_000);

afterAll(() => house?.close());

test.skipIf(!browserIsReady)(
  "an administrator sees who may sign in, whose roles have ended, and the rules of all years and provinces as such",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, administrator);

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
