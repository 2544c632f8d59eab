/** The numbers of an area page, each against the list that it opens: what is counted there stands there. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoArea, demoYear } from "../../apps/cli/demo-county.ts";
import { readHouseholdFilters, searchOf } from "../../apps/web/addresses/household-filters.ts";
import { parsePlainSearch } from "../../apps/web/addresses/plain-search.ts";
import type { AreaFigures } from "../../domain/verdicts/figures/figure.contract.ts";
import type { HouseholdPageOf } from "../../domain/verdicts/list/household-list.contract.ts";
import { demoAccount, openHouseWithDemo } from "./demo-in-house.ts";
import { type RunningHouse, browserIsReady } from "./running-house.ts";
import { openPage, signIn } from "./steps.ts";

let house: RunningHouse;
openHouseWithDemo((opened) => (house = opened));

test.skipIf(!browserIsReady)(
  "every count of the area page that is a link opens as many households, or persons, as it says",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, demoAccount("demo-county"));
    await page.getByRole("heading", { name: "今天" }).waitFor();
    await page.goto(`${house.address}/areas/${demoArea}?year=${demoYear}`);
    await page.getByRole("region", { name: "下级地区", exact: true }).waitFor();
    await page.waitForLoadState("networkidle");
    const numbers = await numbersOf(page);
    expect(numbers.length).toBeGreaterThan(30);
    for (const { words, address } of numbers) {
      const { households, persons } = await rowsBehind(page, address);
      expect([households, persons], `${words} ${address}`).toContain(numberIn(words));
    }
  },
  120_000,
);

test.skipIf(!browserIsReady)(
  "the households that left poverty in the year are as many as the register counts",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, demoAccount("demo-county"));
    await page.getByRole("heading", { name: "今天" }).waitFor();
    const figures = await ask<AreaFigures>(page, "GET", `/areas/${demoArea}/figures?year=${demoYear}`);
    const of = (exited: string) => `/areas/${demoArea}/households?year=${demoYear}&exited=${exited}`;
    const exited = await rowsBehind(page, of("yes"));
    expect(exited.households).toBeGreaterThan(0);
    expect(exited).toEqual({
      households: figures.counts?.exitedHouseholds,
      persons: figures.counts?.exitedPersons,
    });
    const others = await rowsBehind(page, of("no"));
    expect(others.households).toBe((figures.counts?.households ?? 0) - exited.households);
  },
  120_000,
);

interface LinkedNumber {
  words: string;
  address: string;
}

/** The same number stands in several panels: each is looked at once. */
async function numbersOf(page: Page): Promise<LinkedNumber[]> {
  const all = await page
    .locator("a.count-link[href*='/households']")
    .evaluateAll((links) =>
      links.map((link) => ({ words: link.textContent, address: link.getAttribute("href") ?? "" })),
    );
  const byKey = new Map(all.map((one) => [`${numberIn(one.words)} ${one.address}`, one]));
  return [...byKey.values()];
}

/** `1,613 人` is 1613. */
function numberIn(words: string): number {
  return Number(/[\d,]+/.exec(words)?.[0].replaceAll(",", ""));
}

/** All pages of the list that an address of it shows. */
async function rowsBehind(page: Page, address: string): Promise<{ households: number; persons: number }> {
  const { pathname, search } = new URL(address, house.address);
  let persons = 0;
  let found: HouseholdPageOf | undefined;
  do {
    found = await ask<HouseholdPageOf>(page, "POST", `${pathname}/search`, {
      ...searchOf(readHouseholdFilters(parsePlainSearch(search))),
      limit: 100,
      ...(found?.next && { after: found.next }),
    });
    persons += found.rows.reduce((sum, row) => sum + (row.persons ?? 0), 0);
  } while (found.next);
  return { households: found.total, persons };
}

/** As the page asks, with the session of whoever is signed in there. */
async function ask<Reply>(page: Page, method: string, path: string, body?: object): Promise<Reply> {
  return page.evaluate(
    async (asked) => {
      const response = await fetch(`/api/v1${asked.path}`, {
        method: asked.method,
        ...(asked.body && {
          headers: { "content-type": "application/json" },
          body: JSON.stringify(asked.body),
        }),
      });
      if (!response.ok) throw new Error(`${asked.path} ${response.status}`);
      return response.json();
    },
    { method, path, body },
  );
}
