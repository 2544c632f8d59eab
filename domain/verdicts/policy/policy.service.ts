/** The rules and lines in force, for people to read. */
import { showGiven } from "../../../engines/policy/example-words.ts";
import { openMessages } from "../../../engines/policy/message.ts";
import {
  plainApplies,
  plainContradictions,
  plainExemptions,
  plainRequired,
} from "../../../engines/policy/plain-rule.ts";
import { RuleSource, failingName } from "../../../engines/policy/rule.ts";
import type { Work } from "../../access/work.ts";
import { namePlace } from "../../registry/division.service.ts";
import { type AppliedRule, getAppliedPolicy, getAppliedRule } from "./applied-rule.ts";
import { inBothLanguages } from "./line-words.ts";
import { type Standard, findStandardOf } from "./policy-data.ts";
import {
  LineKind,
  type PolicyLine,
  type PolicyLines,
  type PolicyRule,
  type PolicyRulePage,
  type PolicyRules,
  type PolicySource,
} from "./policy.contract.ts";
import { type LineRow, listLines } from "./policy.sql.ts";
import { readsLine } from "./rule-line.ts";

/** @throws Problem verdict.no-policies */
export async function listPolicyRules(work: Work): Promise<PolicyRules> {
  const { version, rules, standards } = await getAppliedPolicy(work.tx);
  const places = await namePlaces(
    work,
    rules.map(({ row }) => row.scope),
  );
  return { version, rules: rules.map((rule) => presentRule(rule, standards, places)) };
}

/** @throws Problem verdict.no-policies, verdict.unknown-rule */
export async function getPolicyRule(work: Work, id: string): Promise<PolicyRulePage> {
  const { policy, rule } = await getAppliedRule(work.tx, id);
  const places = await namePlaces(work, [rule.row.scope]);
  return presentPage(rule, policy.standards, places);
}

/** @throws Problem verdict.no-policies */
export async function listPolicyLines(work: Work): Promise<PolicyLines> {
  const { version } = await getAppliedPolicy(work.tx);
  const rows = await listLines(work.tx);
  const places = await namePlaces(
    work,
    rows.map(({ scope }) => scope),
  );
  return { version, lines: rows.map((row) => presentLine(row, places)) };
}

/** Compiles the rules in force, so that the first household which somebody opens does not wait for it. */
export async function prepareRules(work: Work): Promise<void> {
  await getAppliedPolicy(work.tx);
}

type Places = ReadonlyMap<string, PolicyRule["place"]>;

/** Leading digits → the place; none is the whole country. */
async function namePlaces(work: Work, scopes: readonly string[]): Promise<Places> {
  const places = new Map<string, PolicyRule["place"]>();
  for (const scope of new Set(scopes))
    places.set(scope, scope === "" ? null : await namePlace(work, scope.padEnd(12, "0")));
  return places;
}

function presentRule(
  { row, compiled }: AppliedRule,
  standards: readonly Standard[],
  places: Places,
): PolicyRule {
  const { rule } = compiled;
  return {
    id: rule.id,
    version: row.version,
    unit: rule.unit,
    kind: rule.kind,
    severity: rule.severity,
    title: rule.title,
    failing: failingName(rule),
    standard: findStandardOf(rule.id, standards),
    scope: rule.scope,
    place: places.get(rule.scope) ?? null,
    applies: rule.applies ?? null,
    when: rule.when,
    required: plainRequired(compiled),
    message: openMessages(compiled),
    note: rule.note ?? null,
    source: presentSource(rule.source),
    valid: { from: rule.valid.from, to: rule.valid.to ?? null },
    examples: rule.examples.length,
  };
}

function presentPage(applied: AppliedRule, standards: readonly Standard[], places: Places): PolicyRulePage {
  const { compiled } = applied;
  const { rule, catalogue } = compiled;
  const exempt = plainExemptions(compiled);
  const contradicting = plainContradictions(compiled);
  const own = standards.filter(({ rules }) => rules.includes(rule.id));
  return {
    ...presentRule(applied, standards, places),
    appliesTo: plainApplies(compiled),
    standards: own.map(({ id, title }) => ({ id, title })),
    exemptions: rule.exemptions.flatMap(({ when, reason }, index) => {
      const required = exempt[index];
      return required ? [{ when, required, reason }] : [];
    }),
    contradictions: rule.contradictions.flatMap(({ when, message }, index) => {
      const statement = contradicting[index];
      return statement ? [{ when, statement, message }] : [];
    }),
    examples: rule.examples.map(({ given, expect, missing, note }) => ({
      given: showGiven(given, catalogue),
      expect,
      missing: (missing ?? []).map((term) => ({ zh: term, en: catalogue.facts.get(term)?.title.en ?? term })),
      note: note ?? null,
    })),
    lines: LineKind.options.filter((kind) => readsLine(compiled, kind)),
  };
}

function presentLine(row: LineRow, places: Places): PolicyLine {
  return {
    kind: LineKind.parse(row.kind),
    year: row.year,
    place: places.get(row.scope) ?? null,
    amount: row.amount,
    concept: inBothLanguages(row.income_concept),
    formula: row.formula === null ? null : inBothLanguages(row.formula),
    source: presentSource(RuleSource.parse(row.source)),
  };
}

function presentSource({ document, number, article, mark }: RuleSource): PolicySource {
  return { document, number: number ?? null, article, mark: mark ?? null };
}
