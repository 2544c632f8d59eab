/** Rules as they are in force in the database: read once a policy version, compiled for explanations and single edits. */
import { type CompiledRule, compileRule } from "../../../engines/policy/compile.ts";
import { type Rule, readRule } from "../../../engines/policy/rule.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { Standard } from "./policy-data.ts";
import { readFactCatalogue } from "./policy-files.ts";
import { type RuleRow, findAppliedPolicyVersion, listRules, listStandards } from "./policy.sql.ts";
import { verdictProblems } from "../verdict.problems.ts";

export interface AppliedRule {
  row: RuleRow;
  compiled: CompiledRule;
}

export interface AppliedPolicy {
  version: string;
  rules: AppliedRule[];
  standards: Standard[];
}

/** The rule of a row, as its file said it when it was applied. */
export function readDefinition(row: Pick<RuleRow, "definition">): Rule {
  return readRule(row.definition);
}

export async function readStandardRows(tx: Tx): Promise<Standard[]> {
  return (await listStandards(tx)).map((row) => Standard.parse(row.definition));
}

let cached: AppliedPolicy | undefined;

/** @throws Problem verdict.no-policies */
export async function getAppliedPolicy(tx: Tx): Promise<AppliedPolicy> {
  const version = await findAppliedPolicyVersion(tx);
  if (!version) throw verdictProblems["verdict.no-policies"]();
  if (cached?.version === version) return cached;
  const catalogue = readFactCatalogue();
  // A retired rule holds nowhere and may name facts that are gone.
  const rows = (await listRules(tx)).filter((row) => row.active);
  const rules = rows.map((row): AppliedRule => {
    const result = compileRule(readDefinition(row), catalogue);
    if (!result.ok) throw verdictProblems["verdict.stale-rule"]({ id: row.id });
    return { row, compiled: result.compiled };
  });
  const standards = await readStandardRows(tx);
  cached = { version, rules, standards };
  return cached;
}

/** One rule in force. @throws Problem verdict.no-policies, verdict.unknown-rule */
export async function getAppliedRule(
  tx: Tx,
  id: string,
): Promise<{ policy: AppliedPolicy; rule: AppliedRule }> {
  const policy = await getAppliedPolicy(tx);
  const rule = policy.rules.find(({ row }) => row.id === id);
  if (!rule) throw verdictProblems["verdict.unknown-rule"]({ id: id.slice(0, 80) });
  return { policy, rule };
}
