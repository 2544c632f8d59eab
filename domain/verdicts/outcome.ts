/** How outcomes stand in the verdict tables: 1 pass, 0 fail, 2 not applicable, null unknown. */
import type { Outcome } from "./household-list.contract.ts";

const codes = { pass: 1, fail: 0, notApplicable: 2, unknown: null } as const;

export function outcomeCode(outcome: Outcome): number | null {
  return codes[outcome];
}

export function outcomeOf(code: number | null): Outcome {
  if (code === null) return "unknown";
  return code === 1 ? "pass" : code === 0 ? "fail" : "notApplicable";
}

/** All parts together: one fail decides, then one unknown; nothing but not applicable stays not applicable. */
export function togetherOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 0 || outcomes.includes("unknown"))
    return outcomes.includes("fail") ? "fail" : "unknown";
  if (outcomes.includes("fail")) return "fail";
  return outcomes.every((outcome) => outcome === "notApplicable") ? "notApplicable" : "pass";
}
