/** A rule as it is and as it would be, compiled: the only source of the SQL that a what-if runs. */
import { changeCondition } from "../../../engines/policy/changed-rule.ts";
import { type CompiledRule, ruleSql } from "../../../engines/policy/compile.ts";
import type { ColumnOf } from "../../../engines/policy/sql-text.ts";
import type { Facts } from "../../../engines/policy/value.ts";
import { areaPrefix } from "../../../engines/area/area-prefix.ts";
import type { AppliedRule } from "../policy/applied-rule.ts";
import { lineColumn, readsLine } from "../policy/rule-line.ts";
import { verdictProblems } from "../verdict.problems.ts";
import type { PolicyChange } from "./what-if.contract.ts";
import type { LineRow } from "../policy/policy.sql.ts";
import type { CountyChange } from "./what-if.sql.ts";

export interface ChangedPolicy {
  rule: AppliedRule;
  after: CompiledRule;
  line: Extract<PolicyChange, { line: unknown }>["line"] | null;
}

/** @throws Problem verdict.what-if-condition with the place of the first mistake, verdict.what-if-no-line */
export function changePolicy(rule: AppliedRule, change: PolicyChange): ChangedPolicy {
  const { compiled } = rule;
  if ("when" in change) return { rule, after: changedRule(compiled, change.when), line: null };
  if (!readsLine(compiled, change.line.kind))
    throw verdictProblems["verdict.what-if-no-line"]({ id: rule.row.id });
  return { rule, after: compiled, line: change.line };
}

function changedRule({ rule, catalogue }: CompiledRule, when: string): CompiledRule {
  const result = changeCondition(rule, when, catalogue);
  if (result.ok) return result.compiled;
  const [first] = result.errors;
  throw verdictProblems["verdict.what-if-condition"]({
    position: (first?.position ?? 0) + 1,
    length: first?.length ?? 0,
    zh: first?.zh ?? "",
    en: first?.en ?? "",
  });
}

/** True where a place inside the area has a line of its own, which a line of the area does not replace. */
export function hasOwnLine(
  changed: ChangedPolicy,
  lines: readonly LineRow[],
  { area, year }: { area: string; year: number },
  county: string,
): boolean {
  const digits = areaPrefix(area).length;
  const { line } = changed;
  return (
    line !== null &&
    lines.some(
      ({ kind, scope, ...row }) =>
        kind === line.kind && row.year === year && scope.length > digits && county.startsWith(scope),
    )
  );
}

/** Both versions as SQL over the facts of a county. The amount of a line is a parameter, never text. */
export function countyChange(changed: ChangedPolicy, ownLine: boolean): CountyChange {
  const { rule, after, line } = changed;
  const moved = line !== null && !ownLine ? lineColumn(line.kind) : null;
  const now: ColumnOf = ({ unit, code }) => `${unit === "member" ? "m" : "f"}.${code}`;
  const then: ColumnOf = (fact) => (fact.unit === "household" && fact.code === moved ? "w.line" : now(fact));
  return {
    unit: rule.compiled.rule.unit,
    before: ruleSql(rule.compiled, now),
    after: ruleSql(after, then),
    line: line?.amount ?? null,
  };
}

/** The facts of a household as the changed policy sees them. */
export function changedFacts({ line }: ChangedPolicy, ownLine: boolean, facts: Facts): Facts {
  if (line === null || ownLine) return facts;
  return { ...facts, [`household.${lineColumn(line.kind)}`]: line.amount };
}
