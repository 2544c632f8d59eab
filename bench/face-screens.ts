/** Steps `sign-in-form`, `first-page`, `today`, `area`, `list`: each in five contexts with an empty cache. */
import type { Page } from "playwright-core";
import type { Bench } from "./bench.ts";
import { measure } from "./cpu.ts";
import { city } from "./dataset.ts";
import { type FaceHouse, reader } from "./face-house.ts";
import { stepOf, withCalls } from "./step.ts";

const times = 5;

export async function screenSteps(bench: Bench, house: FaceHouse): Promise<void> {
  await repeated(bench, house, "sign-in-form", () => house.fresh().then((page) => openForm(page, house)));
  await repeated(bench, house, "first-page", async () => {
    const page = await house.fresh();
    await openForm(page, house);
    return signIn(page);
  });
  const state = await signedInState(house);
  const cold = (path: string, selector: string) => async (): Promise<Timed> => {
    const page = await house.fresh(state);
    await page.goto(`${house.address}${path}`);
    return { page, milliseconds: await drawn(page, selector) };
  };
  await repeated(bench, house, "today", cold("/today", ".today .today-main"));
  await repeated(bench, house, "area", cold(`/areas/${city}`, ".page .area-grid"));
  await repeated(bench, house, "area-whole", async () => {
    const { page } = await cold(`/areas/${city}`, ".page .area-grid")();
    await page.waitForLoadState("networkidle");
    return { page, milliseconds: await page.evaluate(lastReply) };
  });
  await repeated(bench, house, "list", cold(`/areas/${city}/households`, "a[data-row]"));
}

interface Timed {
  page: Page;
  milliseconds: number;
}

async function openForm(page: Page, { address }: FaceHouse): Promise<Timed> {
  await page.goto(address);
  return { page, milliseconds: await drawn(page, "input[autocomplete=username]") };
}

/** From the press of the button until what there is to do is drawn. */
export async function signIn(page: Page): Promise<Timed> {
  await page.getByRole("textbox", { name: "账号" }).fill(reader.login);
  await page.getByLabel("密码", { exact: true }).fill(reader.password);
  await page.getByRole("button", { name: "登录" }).click();
  const end = await drawn(page, ".today .today-main");
  return { page, milliseconds: end - (await page.evaluate(() => window.faceClock.clicked)) };
}

export function drawn(page: Page, selector: string): Promise<number> {
  return page.evaluate((wanted) => window.faceClock.drawn(wanted), selector);
}

/** The end of the last reply that the page asked for; runs inside the page. */
function lastReply(): number {
  const replies = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/"));
  return Math.max(...replies.map(({ startTime, duration }) => startTime + duration));
}

async function signedInState(house: FaceHouse) {
  const page = await house.fresh();
  await openForm(page, house);
  await signIn(page);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}

async function repeated(
  { dataset, report }: Bench,
  { processes }: FaceHouse,
  step: string,
  once: () => Promise<Timed>,
): Promise<void> {
  const all: number[] = [];
  const usage = await measure(processes, async () => {
    for (let n = 0; n < times; n++) {
      const { page, milliseconds } = await once();
      all.push(milliseconds);
      await page.context().close();
    }
  });
  report(withCalls(stepOf(step, dataset.households, usage), all));
}
