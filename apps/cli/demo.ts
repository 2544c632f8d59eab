/** The demo county: invented people in a real place, imported and judged like any other file. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoRuralPopulation, loadRuralPopulation } from "../../domain/registry/rural-population.service.ts";
import { generateRegister, writeRegisterXlsx } from "../../domain/registry/synthetic.ts";
import { demoTargets, importTargets } from "../../domain/targets/target.service.ts";
import { demoPublished, loadPublished } from "../../domain/verdicts/published-figure.service.ts";
import { openDatabase, wholeCountry } from "../../platform/db/database.ts";
import { registerListener } from "../register-listener.ts";
import { addDemoAccounts } from "./demo-accounts.ts";
import { demoArea, demoHouseholds, demoSeed, demoYear } from "./demo-county.ts";
import { listVillages } from "./demo-villages.ts";
import { evaluateArea } from "./evaluate-area.ts";
import { importFile } from "./import-file.ts";
import type { Progress } from "./output.ts";
import type { Session } from "./session.ts";

export interface LoadedDemo {
  households: number;
  persons: number;
  year: number;
}

/** Loading it again changes nothing. */
export async function loadDemo(session: Session, progress: Progress): Promise<LoadedDemo> {
  progress.step(
    `首次运行：正在准备示例县（${demoHouseholds}户虚构数据） / preparing the demo county of invented people`,
  );
  const folder = await mkdtemp(join(tmpdir(), "jingzhun-demo-"));
  try {
    const file = join(folder, "demo.xlsx");
    const options = { households: demoHouseholds, seed: demoSeed, year: demoYear, quirks: false };
    await writeRegisterXlsx(
      file,
      generateRegister({ ...options, areaVillages: listVillages(demoArea), format: "roster" }),
    );
    const { households, persons } = await importFile(session, progress, file, {
      year: demoYear,
      dryRun: false,
      // The evaluation follows right here.
      listener: { ...registerListener, countyChanged: () => Promise.resolve() },
    });
    await loadDemoFigures(session);
    await evaluateArea(session, progress, demoArea, demoYear);
    await addDemoAccounts(session);
    return { households, persons, year: demoYear };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
