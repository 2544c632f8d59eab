/** What `policy apply` writes as the owner: lines, rules, standards, and a verdict column for each rule. */
import type pg from "pg";
import type { Rule } from "../../../engines/policy/rule.ts";
import type { RepeatedPart } from "../../../engines/policy/repeated-part.ts";
import type { PolicySet } from "./policy-files.ts";
import { ruleColumn } from "../verdict.sql.ts";

export type Unit = "household" | "member";

// Two appliers at once must not give one ordinal to two rules.
const lockKey = 4_117_021_605;

/** Others wait until the transaction ends. */
export async function lockPolicies(client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1)", [lockKey]);
}

/** How many rules are active, when this version is in force. */
export async function findActiveRules(client: pg.Client, version: string): Promise<number | undefined> {
  const result = await client.query<{ rules: number }>(
    `select (select count(*)::int from verdicts.rule where active) as rules from verdicts.policy_state where version = $1`,
    [version],
  );
  return result.rows[0]?.rules;
}

export interface KnownRule {
  id: string;
  unit: Unit;
  ordinal: number;
  version: string;
}

export async function listKnownRules(client: pg.Client): Promise<KnownRule[]> {
  return (await client.query<KnownRule>("select id, unit, ordinal, version from verdicts.rule")).rows;
}

export async function writeState(client: pg.Client, version: string): Promise<void> {
  await client.query(
    `insert into verdicts.policy_state (version, applied_at) values ($1, now())
     on conflict (only_row) do update set version = excluded.version, applied_at = excluded.applied_at`,
    [version],
  );
}

export async function writeLines(client: pg.Client, lines: PolicySet["lines"]): Promise<void> {
  await client.query("delete from verdicts.line");
  // Resolved lines are made again by the next evaluation of each county; until then facts ask for them one by one.
  await client.query("delete from verdicts.county_line");
  for (const line of lines) {
    await client.query(
      `insert into verdicts.line (kind, year, scope, amount, income_concept, formula, source)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        line.kind,
        line.year,
        line.scope,
        line.amount,
        line.concept.zh,
        line.formula?.zh ?? null,
        JSON.stringify(line.source),
      ],
    );
  }
}

export interface AppliedRule {
  rule: Rule;
  ordinal: number;
  version: string;
  /** The rule as SQL over facts. */
  expression: string;
}

export async function writeRule(
  client: pg.Client,
  { rule, ordinal, version, expression }: AppliedRule,
): Promise<void> {
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
export async function retireOthers(client: pg.Client, kept: string[]): Promise<number> {
  const result = await client.query(
    "update verdicts.rule set active = false where active and not (id = any ($1))",
    [kept],
  );
  return result.rowCount ?? 0;
}

/** A verdict column for each ordinal given so far. */
export async function addColumns(client: pg.Client, last: Record<Unit, number>): Promise<void> {
  const tables: Record<Unit, string> = { household: "verdicts.verdict", member: "verdicts.member_verdict" };
  for (const unit of ["household", "member"] as const) {
    const columns = Array.from(
      { length: last[unit] },
      (_, index) => `add column if not exists ${ruleColumn(index + 1)} smallint`,
    );
    if (columns.length > 0) await client.query(`alter table ${tables[unit]} ${columns.join(", ")}`);
  }
}

/** @param parts by rule that repeats others, its conditions as SQL */
export async function writeStandards(
  client: pg.Client,
  standards: PolicySet["standards"],
  parts: ReadonlyMap<string, readonly RepeatedPart[]>,
): Promise<void> {
  await client.query("delete from verdicts.standard");
  for (const standard of standards) {
    const { id, scope, valid, rules, repeats } = standard;
    const repeatedParts = Object.fromEntries(
      Object.keys(repeats).map((rule) => [rule, parts.get(rule) ?? []]),
    );
    await client.query(
      `insert into verdicts.standard (id, scope, valid_from, valid_to, rules, definition, repeated_parts)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        scope,
        valid.from,
        valid.to ?? null,
        rules,
        JSON.stringify(standard),
        JSON.stringify(repeatedParts),
      ],
    );
  }
}
