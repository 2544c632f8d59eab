/** Brings a database to what this version of the program needs: schema, divisions, policies. Fast when nothing is new. */
import { applyPolicies } from "../../domain/verdicts/policy-apply.ts";
import { importDivisions } from "../../domain/registry/division-import.service.ts";
import { loadRuralPopulation, seedRuralPopulation } from "../../domain/registry/rural-population.service.ts";
import { seedDivisions } from "../../domain/registry/seed-divisions.ts";
import { openDatabase, wholeCountry } from "../../platform/db/database.ts";
import { migrate } from "../../platform/db/migrate.ts";

export interface Prepared {
  migrations: string[];
  policyVersion: string;
}

export async function prepareDatabase(
  ownerUrl: string,
  onProgress: (step: string) => void,
): Promise<Prepared> {
  const migrations = await migrate(ownerUrl);
  if (migrations.length > 0)
    onProgress(`数据库结构已更新（${migrations.length}步） / schema updated (${migrations.length} steps)`);
  await loadDivisions(ownerUrl, onProgress);
  const { version, added, changed, retired } = await applyPolicies(ownerUrl);
  if (added + changed + retired > 0) {
    onProgress(
      `政策规则已启用：新增${added}，变更${changed}，停用${retired} / policies applied: ${added} new, ${changed} changed, ${retired} retired`,
    );
  }
  return { migrations, policyVersion: version };
}

/** What was imported since stays: the table of the project only adds what is missing and names what it knows better. */
async function loadDivisions(ownerUrl: string, onProgress: (step: string) => void): Promise<void> {
  const owner = openDatabase(ownerUrl, 1);
  try {
    const { added } = await owner.transaction(wholeCountry, { readOnly: false }, async (tx) => {
      await loadRuralPopulation(tx, seedRuralPopulation);
      return importDivisions(tx, seedDivisions);
    });
    if (added > 0) onProgress(`行政区划已载入：${added}个 / divisions loaded: ${added}`);
  } finally {
    await owner.close();
  }
}
