import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import type { DemoReply } from "./demo.contract.ts";
import { demoRoutes } from "./demo.routes.ts";

test("a house that runs no demo offers no account", () =>
  rolledBack(async (t) => {
    const reply = await t.anyone.get<DemoReply>("/demo");
    expect([reply.status, reply.body]).toEqual([200, { demo: null }]);
  }));

test("the demo names its accounts and their password to whoever opens the sign-in page", () =>
  rolledBack(async (t) => {
    const demo = { password: "for-all", accounts: [{ login: "demo-a", about: { zh: "甲", en: "a" } }] };
    const house = await t.serving(demoRoutes(demo));
    expect((await house.anyone.get<DemoReply>("/demo")).body).toEqual({ demo });
    await house.app.close();
  }));
