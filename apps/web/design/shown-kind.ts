/** Kinds of rules as people tell them apart: risk elimination has criteria of its own. */
import { isExitCriterion } from "../../../engines/policy/exit-criterion.ts";

export function shownKindOf(rule: Parameters<typeof isExitCriterion>[0]): string {
  return rule.kind === "criterion" && !isExitCriterion(rule) ? "elimination" : rule.kind;
}
