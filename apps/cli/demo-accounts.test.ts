import { expect, test } from "vitest";
import type { Session as SignedIn } from "../../domain/access/session.contract.ts";
import { PersonRole } from "../../domain/access/person.contract.ts";
import { roleWords } from "../../domain/access/role.contract.ts";
import type { SyntheticPlan } from "../../domain/registry/synthetic/household.ts";
import type { Today } from "../../domain/today/today.contract.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import { rolledBack } from "../../test/api.ts";
import { addDemoAccounts, demoAccounts, demoPassword } from "./demo-accounts.ts";
import { demoArea, demoVillage } from "./demo-county.ts";
import { listVillages } from "./demo-villages.ts";
import { helperPhoneOf, importInvented } from "./demo.ts";
import type { Progress } from "./output.ts";

installKeys(makeKeys());

const silent: Progress = { step: () => undefined, bar: () => undefined, end: () => undefined };

test("every role below the province has an account, offered under the name that the role has on all pages", () => {
  expect(new Set(demoAccounts.map(({ role }) => role))).toEqual(
    new Set(PersonRole.exclude(["provinceReader"]).options),
  );
  for (const { role, about } of demoAccounts) {
    expect(about.zh.startsWith(`${roleWords.zh[role]}（`)).toBe(true);
    expect(about.en.startsWith(`${roleWords.en[role]} (`)).toBe(true);
  }
});

test("each account signs in as its role, and the helper finds the households he helps and no others", () =>
  rolledBack(async (t) => {
    const villages = listVillages(demoArea).filter(({ code }) => code.startsWith(demoVillage.slice(0, 9)));
    const plan: SyntheticPlan = { households: villages.length * 8, seed: 7, year: 2018, villages };
    const working = { ...t, work: t.asSystem };
    await importInvented(working, silent, plan);
    await addDemoAccounts(working, helperPhoneOf(plan));
    for (const { login, role, areaCodes } of demoAccounts) {
      const signedIn = await t.anyone.post<SignedIn>("/session", { login, password: demoPassword });
      expect(signedIn.body.acting).toMatchObject({ role, areaCode: areaCodes[0] });
      if (role !== "helper") continue;
      const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
      const today = await t.anyone.get<Today>("/today", { cookie });
      expect(today.body.own?.households).toHaveLength(6);
    }
  }));
