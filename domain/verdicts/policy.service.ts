/** The rules in force, for people to read. */
import { plainRequired } from "../../engines/policy/plain-rule.ts";
import type { Work } from "../access/work.ts";
import { type AppliedRule, getAppliedPolicy } from "./applied-rule.ts";
import { type Standard, findStandardOf } from "./policy-data.ts";
import type { PolicyRule, PolicyRules } from "./policy.contract.ts";

/** @throws Problem verdict.no-policies */
export async function listPolicyRules(work: Work): Promise<PolicyRules> {
  const policy = await getAppliedPolicy(work.tx);
  return { version: policy.version, rules: policy.rules.map((rule) => presentRule(rule, policy.standards)) };
}

/** Compiles the rules in force, so that the first household which somebody opens does not wait for it. */
export async function prepareRules(work: Work): Promise<void> {
  await getAppliedPolicy(work.tx);
}

function presentRule({ row, compiled }: AppliedRule, standards: readonly Standard[]): PolicyRule {
  const { rule } = compiled;
  return {
    id: rule.id,
    version: row.version,
    unit: rule.unit,
    kind: rule.kind,
    severity: rule.severity,
    title: rule.title,
    standard: findStandardOf(rule.id, standards),
    scope: rule.scope,
    applies: rule.applies ?? null,
    when: rule.when,
    required: plainRequired(compiled),
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
