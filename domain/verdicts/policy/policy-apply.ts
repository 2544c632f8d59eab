/** `policy apply`: writes lines, rules and standards as the owner, and adds a verdict column for each new rule. */
import { createHash } from "node:crypto";
import pg from "pg";
import { type CompiledRule, ruleSql } from "../../../engines/policy/compile.ts";
import { type RepeatedPart, repeatedParts } from "../../../engines/policy/repeated-part.ts";
import type { ColumnOf } from "../../../engines/policy/sql-text.ts";
import * as store from "./policy-apply.sql.ts";
import { type PolicySet, placeOf, policyVersion, readPolicies } from "./policy-files.ts";
import { verdictProblems } from "../verdict.problems.ts";

export interface AppliedPolicies {
  version: string;
  rules: number;
  added: number;
  changed: number;
  retired: number;
}

/**
 * Brings the database to the policy files. Nothing happens when they are in force already. Verdicts of counties stay as
 * they were until the next evaluation.
 * @throws Problem verdict.policy-mistakes when a file has a mistake: nothing is applied then
 */
export async function applyPolicies(ownerUrl: string, folder?: string): Promise<AppliedPolicies> {
  const current = await findCurrent(ownerUrl, policyVersion(folder));
  if (current) return current;
  const set = readPolicies(folder);
  const [mistake] = set.mistakes;
  if (mistake) {
    throw verdictProblems["verdict.policy-mistakes"]({
      count: set.mistakes.length,
      place: placeOf(mistake),
      zh: mistake.zh,
      en: mistake.en,
    });
  }
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await store.lockPolicies(client);
    const applied = await applySet(client, set);
    await client.query("commit");
    return applied;
  } finally {
    await client.end();
  }
}

/** What is in force, when that is this version: every start asks, so nothing is compiled for the answer. */
async function findCurrent(ownerUrl: string, version: string): Promise<AppliedPolicies | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const rules = await store.findActiveRules(client, version);
    return rules === undefined ? undefined : { version, rules, added: 0, changed: 0, retired: 0 };
  } finally {
    await client.end();
  }
}

async function applySet(client: pg.Client, set: PolicySet): Promise<AppliedPolicies> {
  const summary = { version: set.version, rules: set.rules.length, added: 0, changed: 0, retired: 0 };
  await store.writeLines(client, set.lines);
  const known = await store.listKnownRules(client);
  const byId = new Map(known.map((row) => [row.id, row]));
  const last: Record<store.Unit, number> = { household: 0, member: 0 };
  for (const row of known) last[row.unit] = Math.max(last[row.unit], row.ordinal);
  for (const compiled of set.rules) {
    const before = byId.get(compiled.rule.id);
    if (before && before.unit !== compiled.rule.unit)
      throw verdictProblems["verdict.unit-changed"]({ id: before.id });
    const ordinal = before?.ordinal ?? ++last[compiled.rule.unit];
    const version = versionOf(compiled);
    await store.writeRule(client, {
      rule: compiled.rule,
      ordinal,
      version,
      expression: expressionOf(compiled),
    });
    if (!before) summary.added += 1;
    else if (before.version !== version) summary.changed += 1;
  }
  const kept = set.rules.map(({ rule }) => rule.id);
  summary.retired = await store.retireOthers(client, kept);
  await store.addColumns(client, last);
  await store.writeStandards(client, set.standards, repeatedPartsOf(set));
  await store.writeState(client, set.version);
  return summary;
}

/** By rule that repeats others; rules of members are no matters of a household. */
function repeatedPartsOf({ rules, standards }: PolicySet): ReadonlyMap<string, RepeatedPart[]> {
  const byId = new Map(rules.map((compiled) => [compiled.rule.id, compiled]));
  const parts = new Map<string, RepeatedPart[]>();
  for (const [id, repeated] of standards.flatMap(({ repeats }) => Object.entries(repeats))) {
    const again = byId.get(id);
    const firsts = repeated.flatMap((one) => byId.get(one) ?? []);
    if (again?.rule.unit === "household") parts.set(id, repeatedParts(again, firsts, columnOf));
  }
  return parts;
}

function versionOf(compiled: CompiledRule): string {
  return createHash("sha256").update(JSON.stringify(compiled.rule)).digest("hex").slice(0, 12);
}

function expressionOf(compiled: CompiledRule): string {
  return ruleSql(compiled, columnOf);
}

/** Where `rebuild_verdicts` and what counts matters have the facts. */
const columnOf: ColumnOf = (fact) => `${fact.unit === "member" ? "m" : "f"}.${fact.code}`;
