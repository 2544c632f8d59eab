/** Rule text → checked trees and SQL, once; and what must hold between rules of a set. */
import type { FactCatalogue } from "./catalogue.ts";
import { checkExpression } from "./check.ts";
import { checkMessage } from "./message.ts";
import { PolicyError, attempt, inField, nowhere } from "./policy-error.ts";
import { parseExpression } from "./parse.ts";
import type { Rule } from "./rule.ts";
import { toSql } from "./sql.ts";
import type { ColumnOf } from "./sql-text.ts";
import type { Checked } from "./tree.ts";

export interface CompiledRule {
  readonly rule: Rule;
  readonly catalogue: FactCatalogue;
  readonly when: Checked;
  readonly applies: Checked | undefined;
  readonly exemptions: readonly Checked[];
  readonly contradictions: readonly Checked[];
}

export type CompileResult = { ok: true; compiled: CompiledRule } | { ok: false; errors: PolicyError[] };

/** Every error names the field of the rule and the place in its text. */
export function compileRule(rule: Rule, catalogue: FactCatalogue): CompileResult {
  const errors: PolicyError[] = [];
  const read = (text: string, field: string): Checked | undefined => {
    const parsed = attempt(() => parseExpression(text));
    const checked = parsed.ok
      ? checkExpression(parsed.value, catalogue, rule.unit)
      : { ok: false as const, errors: [parsed.error] };
    if (checked.ok) return checked.tree;
    errors.push(...checked.errors.map((error) => inField(error, field)));
    return undefined;
  };
  const when = read(rule.when, "when");
  const applies = rule.applies === undefined ? undefined : read(rule.applies, "applies");
  const exemptions = rule.exemptions.map((exemption, index) =>
    read(exemption.when, `exemptions[${index}].when`),
  );
  const contradictions = rule.contradictions.map((one, index) =>
    read(one.when, `contradictions[${index}].when`),
  );
  errors.push(...checkMessage(rule, catalogue, { when, applies, contradictions }));
  if (errors.length > 0 || !when) return { ok: false, errors };
  const isRead = (tree: Checked | undefined): tree is Checked => tree !== undefined;
  const trees = {
    when,
    applies,
    exemptions: exemptions.filter(isRead),
    contradictions: contradictions.filter(isRead),
  };
  return { ok: true, compiled: { rule, catalogue, ...trees } };
}

/** The smallint outcome: 1 pass, 0 fail, 2 not applicable, null unknown (also of `applies`, of exemptions, and on a contradiction). */
export function ruleSql(compiled: CompiledRule, column: ColumnOf): string {
  const outcome = outcomeSql(compiled, column);
  const concerns = [
    ...(compiled.applies ? [toSql(compiled.applies, column)] : []),
    ...compiled.exemptions.map((tree) => `(not ${toSql(tree, column)})`),
  ].join(" and ");
  return concerns
    ? `(case (${concerns}) when true then ${outcome} when false then 2 end)::int2`
    : `(${outcome})::int2`;
}

/** A pass does not stand while two statements contradict. */
function outcomeSql({ when, contradictions }: CompiledRule, column: ColumnOf): string {
  const held = `${toSql(when, column)}::int`;
  if (contradictions.length === 0) return held;
  const any = contradictions.map((tree) => `(${toSql(tree, column)} is true)`).join(" or ");
  return `case when not (${any}) then ${held} when not ${toSql(when, column)} then 0 end`;
}

/** One id is one rule: another edition has an id and dates of its own. */
export function checkRuleSet(rules: readonly Rule[]): PolicyError[] {
  const ids = rules.map((rule) => rule.id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => {
    const sentence = {
      zh: `规则编号 ${id} 重复，请另取编号。`,
      en: `The rule id ${id} stands twice: choose another.`,
    };
    return new PolicyError("rule.duplicate", nowhere, sentence, "id");
  });
}
