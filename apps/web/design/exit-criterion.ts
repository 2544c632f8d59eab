/** Whether a rule decides the exit: it is a criterion of an exit standard. Risk elimination has criteria of its own. */
import type { RuleCount } from "../../../domain/verdicts/figures/figure.contract.ts";

export function isExitCriterion({ kind, standard }: Pick<RuleCount, "kind" | "standard">): boolean {
  return kind === "criterion" && standard !== null;
}

/** The kind of a rule as people tell kinds apart. */
export function shownKindOf(rule: Pick<RuleCount, "kind" | "standard">): string {
  return rule.kind === "criterion" && !isExitCriterion(rule) ? "elimination" : rule.kind;
}
