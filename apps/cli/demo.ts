/** The demo county: invented people in a real place, imported and judged like any other file. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportPreview } from "../../domain/registry/import.contract.ts";
import { demoRuralPopulation, loadRuralPopulation } from "../../domain/registry/rural-population.service.ts";
import { generateRegister, writeRegisterXlsx } from "../../domain/registry/synthetic.ts";
import { type SyntheticPlan, householdAt } from "../../domain/registry/synthetic/household.ts";
import { demoTargets, importTargets } from "../../domain/targets/target.service.ts";
import { demoPublished, loadPublished } from "../../domain/verdicts/figures/published-figure.service.ts";
import { findWholeCounts } from "../../domain/verdicts/figures/figure.service.ts";
import { openDatabase, wholeCountry } from "../../platform/db/database.ts";
import { listenerBeforeEvaluation } from "../register-listener.ts";
import { addDemoAccounts } from "./demo-accounts.ts";
import { demoArea, demoHouseholds, demoSeed, demoVillage, demoYear } from "./demo-county.ts";
import { listVillages } from "./demo-villages.ts";
import { yearsOf } from "./demo-places.ts";
import { evaluateArea } from "./evaluate-area.ts";
import { importFile } from "./import-file.ts";
import type { Progress } from "./output.ts";
import type { Session, Working } from "./session.ts";

export interface LoadedDemo {
  households: number;
  persons: number;
  year: number;
}

/** Loading it again changes nothing: a book that is there stays as people have it by now. */
export async function loadDemo(session: Session, progress: Progress): Promise<LoadedDemo> {
  progress.step(
    `首次运行：正在准备示例县（${demoHouseholds}户虚构数据） / preparing the demo county of invented people`,
  );
  const plan: SyntheticPlan = {
    households: demoHouseholds,
    seed: demoSeed,
    year: demoYear,
    villages: listVillages(demoArea),
  };
  if (!(await yearsOf(session, demoArea)).has(demoYear)) await importInvented(session, progress, plan);
  await loadDemoFigures(session);
  const { households, persons } = (await countsOfDemo(session)) ?? (await evaluated(session, progress));
  await addDemoAccounts(session, helperPhoneOf(plan));
  return { households, persons, year: demoYear };
}

function countsOfDemo(session: Working) {
  return session.work((work) => findWholeCounts(work, demoArea, demoYear), demoArea);
}

async function evaluated(session: Working, progress: Progress) {
  await evaluateArea(session, progress, demoArea, demoYear);
  const counts = await countsOfDemo(session);
  if (!counts) throw new Error("The demo county was not evaluated");
  return counts;
}

/** Invented people into the register by way of a file, as everybody else's come. */
export async function importInvented(
  session: Working,
  progress: Progress,
  plan: SyntheticPlan,
): Promise<ImportPreview> {
  const folder = await mkdtemp(join(tmpdir(), "jingzhun-demo-"));
  try {
    const file = join(folder, "demo.xlsx");
    const { villages: areaVillages, ...size } = plan;
    await writeRegisterXlsx(
      file,
      generateRegister({ ...size, areaVillages, format: "roster", quirks: false }),
    );
    return await importFile(session, progress, file, {
      year: plan.year,
      dryRun: false,
      // Whoever imports here evaluates next.
      listener: listenerBeforeEvaluation,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The helper of the first household of the demo village. */
export function helperPhoneOf(plan: SyntheticPlan): string {
  for (let index = 0; index < plan.households; index += 1) {
    const { village, helper } = householdAt(plan, index);
    if (village.code === demoVillage) return helper.phone;
  }
  throw new Error("the demo village has no household");
}

/** Targets and published figures of the five places, and a made-up denominator for the demo county that says so. */
async function loadDemoFigures({ server, work }: Session): Promise<void> {
  await work((system) => importTargets(system, demoTargets));
  if (server.ownerUrl === undefined) return;
  const owner = openDatabase(server.ownerUrl, 1);
  try {
    await owner.transaction(wholeCountry, { readOnly: false }, async (tx) => {
      await loadRuralPopulation(tx, demoRuralPopulation);
      await loadPublished(tx, demoPublished);
    });
  } finally {
    await owner.close();
  }
}
