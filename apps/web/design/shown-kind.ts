/** Kinds of rules as people tell them apart: risk elimination has criteria of its own. */
import type { RuleCount } from "../../../domain/verdicts/figures/figure.contract.ts";
import { isExitCriterion } from "../../../engines/policy/exit-criterion.ts";

export function shownKindOf(rule: Pick<RuleCount, "kind" | "standard">): string {
  return rule.kind === "criterion" && !isExitCriterion(rule) ? "elimination" : rule.kind;
}
