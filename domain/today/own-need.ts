/** Which of his households a helper looks at first. */
import { isExitCriterion } from "../../engines/policy/exit-criterion.ts";
import type { HouseholdRow } from "../verdicts/list/household-list.contract.ts";
import type { FailedRule } from "../verdicts/policy/policy.contract.ts";
import { Need, type OwnHousehold } from "./today.contract.ts";

export function withNeed(row: HouseholdRow, failed: FailedRule[]): OwnHousehold {
  return { ...row, need: needOf(row, failed), failed };
}

function needOf({ exitOutcome }: HouseholdRow, failed: readonly FailedRule[]): Need {
  if (exitOutcome === "fail") return "notExit";
  if (exitOutcome === "unknown") return "toVerify";
  if (failed.length > 0) return "finding";
  return exitOutcome === null ? "notEvaluated" : "nothing";
}

/**
 * Who may not exit yet comes first, then what nobody can tell, then other findings. Within each the larger lack of income
 * goes first, then the greater number of failed criteria; the rest stays in the order of the list.
 */
export function compareNeed(a: OwnHousehold, b: OwnHousehold): number {
  return (
    Need.options.indexOf(a.need) - Need.options.indexOf(b.need) ||
    lackOf(b) - lackOf(a) ||
    criteriaOf(b) - criteriaOf(a)
  );
}

/** fen; below any lack where none is known */
function lackOf({ failed }: OwnHousehold): number {
  return Math.max(-1, ...failed.filter(isExitCriterion).map(({ lack }) => lack ?? -1));
}

function criteriaOf({ failed }: OwnHousehold): number {
  return failed.filter(isExitCriterion).length;
}
