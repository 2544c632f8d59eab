/** How outcomes stand in the verdict tables: 1 pass, 0 fail, 2 not applicable, null unknown; of an exit also 3 no standard. */
import type { ExitOutcome, Outcome } from "./list/household-list.contract.ts";

const codes = { pass: 1, fail: 0, notApplicable: 2, unknown: null, noStandard: 3 } as const;

export function outcomeCode(outcome: ExitOutcome): number | null {
  return codes[outcome];
}

export function outcomeOf(code: number | null): Outcome {
  if (code === null) return "unknown";
  return code === 1 ? "pass" : code === 0 ? "fail" : "notApplicable";
}

export function exitOutcomeOf(code: number | null): ExitOutcome {
  return code === codes.noStandard ? "noStandard" : outcomeOf(code);
}

/** All criteria together: one fail decides, then one unknown; without any criterion there is no standard to judge by. */
export function exitOutcomeFrom(outcomes: readonly Outcome[]): ExitOutcome {
  if (outcomes.length === 0) return "noStandard";
  if (outcomes.includes("fail")) return "fail";
  if (outcomes.includes("unknown")) return "unknown";
  return outcomes.every((outcome) => outcome === "notApplicable") ? "notApplicable" : "pass";
}
