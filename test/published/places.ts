/** The calibrated places of the demo, put into a test database for good. */
import { demoPlaces } from "../../apps/cli/demo-place-list.ts";
import { loadDemoPlace } from "../../apps/cli/demo-places.ts";
import { systemWork, wholeCountryCode } from "../../domain/access/system-work.ts";
import { loadRuralPopulation, seedRuralPopulation } from "../../domain/registry/rural-population.service.ts";
import { demoTargets, importTargets } from "../../domain/targets/target.service.ts";
import { demoPublished, loadPublished } from "../../domain/verdicts/figures/published-figure.service.ts";
import { addPerson } from "../../domain/access/person.service.ts";
import { getHelperId } from "../../domain/registry/helper.service.ts";
import type { Working } from "../../apps/cli/session.ts";
import { machineClock } from "../../platform/clock.ts";
import { openDatabase, wholeCountry } from "../../platform/db/database.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";

/** Acts in one place at a time, as the reader of the demo does. */
export const reader = {
  login: "published-reader",
  password: "published-password",
  displayName: "测试查看",
  grants: ["441200000000", "411325000000", "411702000000", "411700000000", "621000000000"].map(
    (areaCode) => ({
      role: "cityReader" as const,
      areaCode,
    }),
  ),
};

const silent = { step: () => undefined, bar: () => undefined, end: () => undefined };

export async function loadPlaces({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }): Promise<void> {
  installKeys(makeKeys());
  const owner = openDatabase(ownerUrl, 1);
  await owner.transaction(wholeCountry, { readOnly: false }, async (tx) => {
    await loadRuralPopulation(tx, seedRuralPopulation);
    await loadPublished(tx, demoPublished);
  });
  await owner.close();
  const database = openDatabase(appUrl);
  const working: Working = {
    database,
    clock: machineClock,
    work: (use, areaCode = wholeCountryCode) => systemWork(database, areaCode, machineClock.now(), use),
  };
  await working.work((work) => importTargets(work, demoTargets));
  for (const place of demoPlaces) await loadDemoPlace(working, silent, place);
  await working.work(async (work) => {
    await addPerson(work, getHelperId, { ...reader, mustChangePassword: false });
  });
  await database.close();
}
