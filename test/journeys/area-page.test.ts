/** The page of an area while its replies come late and out of order: what is drawn stays where it is. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoArea, demoYear } from "../../apps/cli/demo-county.ts";
import { demoAccount, openHouseWithDemo } from "./demo-in-house.ts";
import { type RunningHouse, browserIsReady } from "./running-house.ts";
import { openPage, signIn } from "./steps.ts";

let house: RunningHouse;
openHouseWithDemo((opened) => (house = opened));

/** Ends of the addresses that the lower panels ask. */
const lateReplies = ["targets", "rank", "map", "series"];

test.skipIf(!browserIsReady)(
  "no reply, however late, moves a panel away that is drawn already: a press ends where it began",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, demoAccount("demo-county"));
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await noteShifts(page);
    for (const late of lateReplies) {
      const answer = await holdBack(page, late);
      await page.goto(`${house.address}/areas/${demoArea}?year=${demoYear}`);
      await page.getByText("退出核查结果").first().waitFor();
      // All other replies are there by now.
      await page.waitForTimeout(1_000);
      await answer();
      await firstFinding(page).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await shiftsOf(page), late).toEqual([]);
    }
    await firstFinding(page).click();
    await page.waitForURL(/[/]households[?]/);
  },
  120_000,
);

function firstFinding(page: Page) {
  return page
    .getByRole("region", { name: "发现的问题" })
    .getByRole("link", { name: /\d+ 户$/ })
    .first();
}

/** Replies of this kind wait until the function is called that comes back. */
async function holdBack(page: Page, kind: string): Promise<() => Promise<void>> {
  const gate = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname.endsWith(`/areas/${demoArea}/${kind}`),
    async (route) => {
      await gate.promise;
      await route.continue();
    },
  );
  return async () => {
    gate.resolve();
    await page.unrouteAll({ behavior: "wait" });
  };
}

/** Notes which panels move on the pages opened from now on. */
async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as unknown as { sources: { node: Node | null }[] }[];
      for (const { node } of entries.flatMap(({ sources }) => sources))
        if (node instanceof Element && node.closest(".panel")) moved.push(node.className);
    }).observe({ type: "layout-shift", buffered: true });
  });
}

function shiftsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved);
}
