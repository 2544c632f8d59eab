/** The rules in force, for people to read. */
import type { Work } from "../access/work.ts";
import { type AppliedRule, getAppliedPolicy } from "./applied-rule.ts";
import type { PolicyRule, PolicyRules } from "./policy.contract.ts";

/** @throws Problem verdict.no-policies */
export async function listPolicyRules(work: Work): Promise<PolicyRules> {
  const policy = await getAppliedPolicy(work.tx);
  return { version: policy.version, rules: policy.rules.map(presentRule) };
}

/** Compiles the rules in force, so that the first household which somebody opens does not wait for it. */
export async function prepareRules(work: Work): Promise<void> {
  await getAppliedPolicy(work.tx);
}

function presentRule({ row, compiled }: AppliedRule): PolicyRule {
  const { rule } = compiled;
  return {
    id: rule.id,
    version: row.version,
    unit: rule.unit,
    kind: rule.kind,
    severity: rule.severity,
    title: rule.title,
    scope: rule.scope,
    applies: rule.applies ?? null,
    when: rule.when,
    message: rule.message,
    note: rule.note ?? null,
    source: {
      document: rule.source.document,
      number: rule.source.number ?? null,
      article: rule.source.article,
      mark: rule.source.mark ?? null,
    },
    valid: { from: rule.valid.from, to: rule.valid.to ?? null },
    examples: rule.examples.length,
  };
}
