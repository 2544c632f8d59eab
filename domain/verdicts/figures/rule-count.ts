/** How each rule in force came out over an area, from the arrays of the rollup. */
import { failingName } from "../../../engines/policy/rule.ts";
import { areaPrefix } from "../../../engines/area/area-prefix.ts";
import type { RuleCount } from "./figure.contract.ts";
import type { AreaRow } from "./figure.sql.ts";
import type { RuleRow } from "../policy/policy.sql.ts";
import { readDefinition } from "../policy/applied-rule.ts";
import { type Standard, findStandardOf, repeatedBy } from "../policy/policy-data.ts";

interface Policy {
  readonly rules: readonly RuleRow[];
  readonly standards: readonly Standard[];
}

/** Rules that hold somewhere in the area at the end of the year; unknown is what is left of all rows. */
export function countRules(
  { rules, standards }: Policy,
  row: AreaRow,
  areaCode: string,
  year: number,
): RuleCount[] {
  const holding = standards.filter((standard) => standardHolds(standard, areaCode, year));
  const inForce = rules.filter((rule) => isInForce(rule, areaCode, year));
  const known = new Set(inForce.map(({ id }) => id));
  return inForce.map((rule) => ({
    ...countRule(rule, row, findStandardOf(rule.id, holding)),
    repeats: repeatedBy(rule.id, holding).filter((id) => known.has(id)),
  }));
}

/** True when the exit standard holds in the area, or in a part of it, on 31 December of the year. */
export function standardHolds({ scope, valid }: Standard, areaCode: string, year: number): boolean {
  const dates = { valid_from: valid.from, valid_to: valid.to ?? null };
  return isInForce({ active: true, scope, ...dates }, areaCode, year);
}

/** True when the rule holds in the area, or in a part of it, on 31 December of the year. */
export function isInForce(
  rule: Pick<RuleRow, "active" | "scope" | "valid_from" | "valid_to">,
  areaCode: string,
  year: number,
): boolean {
  const area = areaPrefix(areaCode);
  const day = `${year}-12-31`;
  const overlaps = area.startsWith(rule.scope) || rule.scope.startsWith(area);
  return (
    rule.active && overlaps && rule.valid_from <= day && (rule.valid_to === null || rule.valid_to >= day)
  );
}

function countRule(rule: RuleRow, row: AreaRow, standard: RuleCount["standard"]): Omit<RuleCount, "repeats"> {
  const isMember = rule.unit === "member";
  const at = (counts: number[]): number => counts[rule.ordinal - 1] ?? 0;
  const pass = at(isMember ? row.member_pass : row.pass);
  const fail = at(isMember ? row.member_fail : row.fail);
  const notApplicable = at(isMember ? row.member_not_applicable : row.not_applicable);
  const rows = isMember ? row.member_rows : row.households;
  const definition = readDefinition(rule);
  return {
    id: rule.id,
    title: definition.title,
    failing: failingName(definition),
    unit: definition.unit,
    kind: definition.kind,
    severity: definition.severity,
    standard,
    pass,
    fail,
    unknown: rows - pass - fail - notApplicable,
    notApplicable,
    failAgain: isMember ? 0 : row.fail_again && at(row.fail_again),
  };
}
