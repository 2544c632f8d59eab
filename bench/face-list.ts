/** Steps `list-filter`, `list-sort`, `list-next`, `list-previous`: sixty presses each, until the rows are drawn. */
import type { Page } from "playwright-core";
import type { Bench } from "./bench.ts";
import { measure } from "./cpu.ts";
import { city } from "./dataset.ts";
import type { Turn } from "./face-clock.ts";
import type { FaceHouse } from "./face-house.ts";
import { drawn, signIn } from "./face-screens.ts";
import { type StepResult, stepOf, withCalls } from "./step.ts";

const presses = 60;

const choices: [label: string, option: string][] = [
  ["退出核查", "未达标"],
  ["监测对象", "监测对象"],
  ["脱贫属性", "未脱贫"],
  ["贫困村", "不在贫困村"],
  ["主要致贫原因", "因病"],
  ["数据问题", "有数据问题"],
  ["帮扶责任人", "无帮扶责任人"],
  ["退出核查", "待核实"],
  ["户类型", "低保户"],
  ["贫困村", "在贫困村"],
  ["监测对象", "非监测对象"],
  ["脱贫属性", "返贫"],
  ["退出核查", "达标"],
  ["主要致贫原因", "因学"],
  ["数据问题", "无数据问题"],
  ["帮扶责任人", "有帮扶责任人"],
  ["脱贫属性", "脱贫"],
];

export async function listSteps(bench: Bench, house: FaceHouse): Promise<void> {
  const page = await house.fresh();
  await page.goto(house.address);
  await signIn(page);
  await openList(page, house);
  const sorts: Turn[] = [];
  await timed(bench, house, "list-filter", async (n) => {
    if (n % 3 === 0 && n > 0) await openList(page, house);
    const turn = await choose(page, choices[(n * 5 + Math.floor(n / choices.length)) % choices.length]);
    const head = page.locator(".household-table .sort-button");
    if ((await head.count()) > 0) sorts.push(await pressed(page, () => head.click()));
    return turn;
  });
  const { dataset, report } = bench;
  report(turnsOf(stepOf("list-sort", dataset.households, { wall: 0, cpu: 0 }), sorts));
  await openList(page, house);
  for (const [step, button] of [
    ["list-next", "下一页"],
    ["list-previous", "上一页"],
  ] as const)
    await timed(bench, house, step, () =>
      pressed(page, () => page.getByRole("button", { name: button }).click()),
    );
  await page.context().close();
}

async function openList(page: Page, { address }: FaceHouse): Promise<void> {
  await page.goto(`${address}/areas/${city}/households?year=2018`);
  await drawn(page, "a[data-row]");
  await page.waitForLoadState("networkidle");
}

/** The choice is opened before the clock runs. */
async function choose(page: Page, [label, option] = ["", ""]): Promise<Turn> {
  const select = page.getByRole("combobox", { name: label, exact: true });
  const isSelect = (await select.count()) > 0;
  await (isSelect ? select : page.getByRole("button", { name: label })).first().click();
  const item = isSelect
    ? page.locator(".ant-select-dropdown:visible .ant-select-item-option").getByText(option, { exact: true })
    : page.getByRole("checkbox", { name: option, exact: true });
  const turn = await pressed(page, () => item.click());
  await page.keyboard.press("Escape");
  return turn;
}

async function pressed(page: Page, press: () => Promise<void>): Promise<Turn> {
  const turned = page.evaluate(() => window.faceClock.turned());
  await press();
  return turned;
}

async function timed(
  { dataset, report }: Bench,
  { processes }: FaceHouse,
  step: string,
  once: (n: number) => Promise<Turn>,
): Promise<void> {
  const turns: Turn[] = [];
  const usage = await measure(processes, async () => {
    for (let n = 0; n < presses; n++) turns.push(await once(n));
  });
  report(turnsOf(stepOf(step, dataset.households, usage), turns));
}

function turnsOf(step: StepResult, turns: Turn[]): StepResult {
  const requests = turns.flatMap(({ request }) => (request === null ? [] : [request]));
  const asked = withCalls(step, requests);
  return {
    ...withCalls(
      step,
      turns.map(({ whole }) => whole),
    ),
    requests: requests.length,
    requestP95Milliseconds: asked.p95Milliseconds ?? 0,
  };
}
