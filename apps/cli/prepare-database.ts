/** Brings a database to what this version of the program needs: schema, divisions, policies. Fast when nothing is new. */
import type { AppliedPolicies } from "../../domain/verdicts/policy/policy-apply.ts";
import { openDatabase, wholeCountry } from "../../platform/db/database.ts";
import { loadOnce } from "../../platform/db/load-once.sql.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { hashOfSources } from "./loaded-sources.ts";

export interface Prepared {
  /** Names of those that ran. */
  migrations: string[];
  /** What became of the policies; undefined when the database held them already. */
  policies: AppliedPolicies | undefined;
}

export async function prepareDatabase(
  ownerUrl: string,
  onProgress: (step: string) => void,
): Promise<Prepared> {
  const migrations = await migrate(ownerUrl);
  if (migrations.length > 0) {
    onProgress(`数据库结构已更新（${migrations.length}步） / schema updated (${migrations.length} steps)`);
  }
  let policies: AppliedPolicies | undefined;
  await loadOnce(ownerUrl, hashOfSources(), async () => {
    await loadDivisions(ownerUrl, onProgress);
    policies = await loadPolicies(ownerUrl, onProgress);
  });
  return { migrations, policies };
}

/** What was imported since stays: the tables of the project only add what is missing and correct what they know better. */
async function loadDivisions(ownerUrl: string, onProgress: (step: string) => void): Promise<void> {
  const { importDivisions } = await import("../../domain/registry/division-import.service.ts");
  const { loadRuralPopulation, seedRuralPopulation } =
    await import("../../domain/registry/rural-population.service.ts");
  const { seedDivisions } = await import("../../domain/registry/seed-divisions.ts");
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

async function loadPolicies(ownerUrl: string, onProgress: (step: string) => void): Promise<AppliedPolicies> {
  const { applyPolicies } = await import("../../domain/verdicts/policy/policy-apply.ts");
  const applied = await applyPolicies(ownerUrl);
  const { added, changed, retired } = applied;
  if (added + changed + retired > 0) {
    onProgress(
      `政策规则已启用：新增${added}，变更${changed}，停用${retired} / policies applied: ${added} new, ${changed} changed, ${retired} retired`,
    );
  }
  return applied;
}
