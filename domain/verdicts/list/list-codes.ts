/** The codes of one household among the bits of the list, as `verdicts.list_codes` finds them for a whole county. */
import { mattersOf, partsWith } from "../../../engines/policy/matter.ts";
import { plainParts } from "../../../engines/policy/plain-rule.ts";
import type { Outcome } from "../../../engines/policy/value.ts";
import type { AppliedRule } from "../policy/applied-rule.ts";
import { type CodesByFilter, outcomeBits } from "./bits-of-rules.ts";
import { prefixed } from "../evaluation/fact-values.ts";
import type { FactRow, MemberFactRow } from "../evaluation/fact.sql.ts";
import type { ExitOutcome } from "./household-list.contract.ts";
import { outcomeCode } from "../outcome.ts";
import { type Standard, repeatedBy } from "../policy/policy-data.ts";

interface Judged {
  rule: AppliedRule;
  member: MemberFactRow | null;
  outcome: Outcome;
}

/** Codes by filter. Those that an edit cannot change (helpers, poor villages) are not among them. */
export function codesOf(
  { household, standards }: { household: FactRow; standards: readonly Standard[] },
  outcomes: readonly Judged[],
  exit: ExitOutcome,
): CodesByFilter {
  const { exit_status, attribute, main_cause } = household;
  const failed = outcomes.filter(({ outcome }) => outcome === "fail");
  const isFound = failed.some(({ rule }) => rule.compiled.rule.kind === "quality");
  const codes = {
    exitStatus: exit_status,
    attribute,
    cause: main_cause,
    monitored: monitoredCode(household),
    exitOutcome: outcomeBits(outcomeCode(exit)),
    exitFailed: exit === "fail" ? failedCode(failed, { household, standards }) : null,
    finding: isFound ? "yes" : "no",
  };
  return Object.fromEntries(
    Object.entries(codes).map(([filter, code]) => [
      filter,
      typeof code === "string" && code !== "" ? [code] : [],
    ]),
  );
}

/** Nobody said where no file had the column of the class. */
function monitoredCode({ monitored, eliminated }: FactRow): string {
  if (typeof monitored !== "boolean") return "unknown";
  return monitored && eliminated !== true ? "yes" : "no";
}

/** By the number of matters, as `verdicts.exit_failed_expression` counts them. */
function failedCode(
  failed: readonly Judged[],
  { household, standards }: { household: FactRow; standards: readonly Standard[] },
): string | null {
  const facts = prefixed("household", household);
  const matters = mattersOf(
    failed
      .filter(({ rule }) => standards.some(({ rules }) => rules.includes(rule.row.id)))
      .filter(({ member }) => member === null)
      .map(({ rule }) => ({
        id: rule.row.id,
        repeats: repeatedBy(rule.row.id, standards),
        parts: partsWith("fail", plainParts(rule.compiled, "fail", facts)),
      })),
  ).length;
  return matters === 0 ? null : matters === 1 ? "one" : "more";
}
