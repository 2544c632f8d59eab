/** A lost connection, in a real browser: what was opened can be read, what was not says so in words and comes by itself. */
import { expect, test } from "vitest";
import { demoAccount, openHouseWithDemo } from "./demo-in-house.ts";
import { type RunningHouse, browserIsReady } from "./running-house.ts";
import { expectAccessible, goTo, openPage, signIn } from "./steps.ts";

let house: RunningHouse;
openHouseWithDemo((opened) => (house = opened));

test.skipIf(!browserIsReady)(
  "pages that were never opened say that the connection is gone, one after the other, and come when it is back",
  async () => {
    const page = await openPage(house);
    await signIn(page, house, demoAccount("demo-county"));
    await page.getByRole("region", { name: "要整改的问题" }).waitFor();
    await page.context().setOffline(true);
    for (const letter of ["h", "p", "i"]) {
      await goTo(page, letter);
      await page.getByText("连接不上，这一页还没有打开过").waitFor();
    }
    await expectAccessible(page);
    await goTo(page, "t");
    await page.getByRole("region", { name: "要整改的问题" }).waitFor();
    await goTo(page, "p");
    await page.getByText("连接不上，这一页还没有打开过").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("heading", { name: "政策" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/policies");
    await page.close();
  },
  120_000,
);
