/** A small demo in a running house: two townships of invented people, judged, and the accounts of the demo. */
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { addDemoAccounts, demoPassword } from "../../apps/cli/demo-accounts.ts";
import { demoArea, demoVillage, demoYear } from "../../apps/cli/demo-county.ts";
import { helperPhoneOf, importInvented } from "../../apps/cli/demo.ts";
import { listVillages } from "../../apps/cli/demo-villages.ts";
import { evaluateArea } from "../../apps/cli/evaluate-area.ts";
import type { Progress } from "../../apps/cli/output.ts";
import type { Working } from "../../apps/cli/session.ts";
import { systemWork, wholeCountryCode } from "../../domain/access/system-work.ts";
import { type SyntheticPlan, householdAt } from "../../domain/registry/synthetic/household.ts";
import { generateRegister, writeRegisterXlsx } from "../../domain/registry/synthetic.ts";
import { machineClock } from "../../platform/clock.ts";
import { type RunningHouse, browserIsReady, openHouse } from "./running-house.ts";
import type { Account } from "./steps.ts";

const township = demoVillage.slice(0, 6 + 3);
const villages = listVillages(demoArea);
const villagesOfTownship = villages.filter(({ code }) => code.startsWith(township));
const elsewhere = villages.filter(({ code }) => !code.startsWith(township)).slice(0, 4);

const plan: SyntheticPlan = {
  households: (villagesOfTownship.length + elsewhere.length) * 8,
  seed: 7,
  year: demoYear,
  villages: [...elsewhere, ...villagesOfTownship],
};

const silent: Progress = { step: () => undefined, bar: () => undefined, end: () => undefined };

/** A house with the demo for the tests of a file; closed after them. Without a browser none is opened. */
export function openHouseWithDemo(keep: (house: RunningHouse) => void): void {
  let opened: RunningHouse | undefined;
  beforeAll(async () => {
    if (!browserIsReady) return;
    opened = await openHouse();
    await loadDemoInto(opened);
    keep(opened);
  }, 120_000);
  afterAll(() => opened?.close());
}

async function loadDemoInto(house: RunningHouse): Promise<void> {
  await addBooksOf(house, demoYear);
  await addDemoAccounts(workingIn(house), helperPhoneOf(plan));
}

/** Books of a year for the same invented households, judged. */
export async function addBooksOf(house: RunningHouse, year: number): Promise<void> {
  const working = workingIn(house);
  await importInvented(working, silent, { ...plan, year });
  await evaluateArea(working, silent, demoArea, year);
}

function workingIn({ database }: RunningHouse): Working {
  return {
    database,
    clock: machineClock,
    work: (use, areaCode = wholeCountryCode) => systemWork(database, areaCode, machineClock.now(), use),
  };
}

export function demoAccount(login: string): Account {
  return { login, password: demoPassword };
}

/** The register number of the last household, which stands in the clerk's township. */
export const registerNoOfTownship = householdAt(plan, plan.households - 1).registerNo;

/** The number of a household that left poverty in a year. */
export function exitedIn(year: number): string {
  for (let index = 0; index < plan.households; index += 1) {
    const { registerNo, exitYear } = householdAt(plan, index);
    if (exitYear === year) return registerNo;
  }
  throw new Error(`no household of the demo left poverty in ${year}`);
}

/** A roster of other people of the clerk's township, as a file. */
export async function writeTownshipRoster(folder: string): Promise<string> {
  const path = join(folder, "水屯镇花名册.xlsx");
  const size = { households: 24, seed: 11, year: demoYear, areaVillages: villagesOfTownship };
  await writeRegisterXlsx(path, generateRegister({ ...size, format: "roster", quirks: false }));
  return path;
}
