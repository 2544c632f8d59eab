/** `policy apply`: writes lines, rules and standards as the owner, and adds a verdict column for each new rule. */
import { createHash } from "node:crypto";
import pg from "pg";
import { type CompiledRule, ruleSql } from "../../engines/policy/compile.ts";
import { type PolicySet, policyVersion, readPolicies } from "./policy-files.ts";
import { ruleColumn } from "./verdict.sql.ts";
import { verdictProblems } from "./verdict.problems.ts";

export interface AppliedPolicies {
  version: string;
  rules: number;
  added: number;
  changed: number;
  retired: number;
}

type Unit = "household" | "member";

// Two appliers at once must not give one ordinal to two rules.
const lockKey = 4_117_021_605;

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
      file: mistake.file,
      rule: mistake.rule ?? "",
      zh: mistake.zh,
      en: mistake.en,
    });
  }
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [lockKey]);
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
    const result = await client.query<{ rules: number }>(
      `select (select count(*)::int from verdicts.rule where active) as rules from verdicts.policy_state where version = $1`,
      [version],
    );
    const [state] = result.rows;
    return state && { version, rules: state.rules, added: 0, changed: 0, retired: 0 };
  } finally {
    await client.end();
  }
}

async function applySet(client: pg.Client, set: PolicySet): Promise<AppliedPolicies> {
  const summary = { version: set.version, rules: set.rules.length, added: 0, changed: 0, retired: 0 };
  await writeLines(client, set);
  const known = await client.query<{ id: string; unit: Unit; ordinal: number; version: string }>(
    "select id, unit, ordinal, version from verdicts.rule",
  );
  const byId = new Map(known.rows.map((row) => [row.id, row]));
  const last: Record<Unit, number> = { household: 0, member: 0 };
  for (const row of known.rows) last[row.unit] = Math.max(last[row.unit], row.ordinal);
  for (const compiled of set.rules) {
    const before = byId.get(compiled.rule.id);
    if (before && before.unit !== compiled.rule.unit)
      throw verdictProblems["verdict.unit-changed"]({ id: before.id });
    const ordinal = before?.ordinal ?? ++last[compiled.rule.unit];
    const version = versionOf(compiled);
    await writeRule(client, compiled, ordinal, version);
    if (!before) summary.added += 1;
    else if (before.version !== version) summary.changed += 1;
  }
  summary.retired = await retire(client, set);
  await addColumns(client, last);
  await writeStandards(client, set);
  await client.query(
    `insert into verdicts.policy_state (version, applied_at) values ($1, now())
     on conflict (only_row) do update set version = excluded.version, applied_at = excluded.applied_at`,
    [set.version],
  );
  return summary;
}

function versionOf(compiled: CompiledRule): string {
  return createHash("sha256").update(JSON.stringify(compiled.rule)).digest("hex").slice(0, 12);
}

async function writeLines(client: pg.Client, set: PolicySet): Promise<void> {
  await client.query("delete from verdicts.line");
  // Resolved lines are made again by the next evaluation of each county; until then facts ask for them one by one.
  await client.query("delete from verdicts.county_line");
  for (const line of set.lines) {
    await client.query(
      `insert into verdicts.line (kind, year, scope, amount, income_concept, formula, source)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        line.kind,
        line.year,
        line.scope,
        line.amount,
        line.concept,
        line.formula,
        JSON.stringify(line.source),
      ],
    );
  }
}

async function writeRule(
  client: pg.Client,
  compiled: CompiledRule,
  ordinal: number,
  version: string,
): Promise<void> {
  const { rule } = compiled;
  const expression = ruleSql(compiled, (fact) => `${fact.unit === "member" ? "m" : "f"}.${fact.code}`);
  await client.query(
    `insert into verdicts.rule (id, unit, ordinal, version, active, scope, valid_from, valid_to, expression, definition)
     values ($1, $2, $3, $4, true, $5, $6, $7, $8, $9)
     on conflict (id) do update set version = excluded.version, active = true, scope = excluded.scope,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, expression = excluded.expression,
       definition = excluded.definition`,
    [
      rule.id,
      rule.unit,
      ordinal,
      version,
      rule.scope,
      rule.valid.from,
      rule.valid.to ?? null,
      expression,
      JSON.stringify(rule),
    ],
  );
}

/** Rules that are no longer in the files keep their column and history, but hold nowhere. */
async function retire(client: pg.Client, set: PolicySet): Promise<number> {
  const result = await client.query(
    "update verdicts.rule set active = false where active and not (id = any ($1))",
    [set.rules.map(({ rule }) => rule.id)],
  );
  return result.rowCount ?? 0;
}

async function addColumns(client: pg.Client, last: Record<Unit, number>): Promise<void> {
  const tables: Record<Unit, string> = { household: "verdicts.verdict", member: "verdicts.member_verdict" };
  for (const unit of ["household", "member"] as const) {
    const columns = Array.from(
      { length: last[unit] },
      (_, index) => `add column if not exists ${ruleColumn(index + 1)} smallint`,
    );
    if (columns.length > 0) await client.query(`alter table ${tables[unit]} ${columns.join(", ")}`);
  }
}

async function writeStandards(client: pg.Client, set: PolicySet): Promise<void> {
  await client.query("delete from verdicts.standard");
  for (const standard of set.standards) {
    const { id, scope, valid, rules } = standard;
    await client.query(
      `insert into verdicts.standard (id, scope, valid_from, valid_to, rules, definition) values ($1, $2, $3, $4, $5, $6)`,
      [id, scope, valid.from, valid.to ?? null, rules, JSON.stringify(standard)],
    );
  }
}
