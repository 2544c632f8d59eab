/** What stands in the form of a trial, and whether it is still what was tried. */
import { useState } from "react";
import type { PolicyRulePage } from "../../../../domain/verdicts/policy/policy.contract.ts";
import type { PolicyChange, WhatIfQuestion } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { fenOf } from "../../../../engines/policy/check-literal.ts";
import { type Chosen, chosenBefore, conditionBefore, yuanBefore } from "./change-before.ts";
import type { Trial } from "./use-trial.ts";

export interface Draft {
  chosen: Chosen;
  /** An amount in 元 as it was typed. */
  yuan: string;
  when: string;
}

/** The form as its trial left it, or the rule as it is. */
export function useDraft(rule: PolicyRulePage, trial: Trial): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState<Draft>(() => ({
    chosen: chosenBefore(trial) ?? rule.lines[0] ?? "when",
    yuan: yuanBefore(trial),
    when: conditionBefore(trial) ?? rule.when,
  }));
  return [draft, (change) => setDraft((before) => ({ ...before, ...change }))];
}

/** Null when the amount is none. */
export function changeOf({ chosen, yuan, when }: Draft): PolicyChange | null {
  if (chosen === "when") return { when };
  const amount = fenOf(yuan.trim().normalize("NFKC").replaceAll(",", ""));
  return amount === undefined || amount < 0 ? null : { line: { kind: chosen, amount } };
}

/** True when the form would ask something else by now: another change, place or year, or nothing that can be tried. */
export function isOutdated(
  asked: WhatIfQuestion,
  form: { change: PolicyChange | null; area: string; year: number },
): boolean {
  const { change } = form;
  if (change === null || asked.area !== form.area || asked.year !== form.year) return true;
  if ("when" in asked.change) return !("when" in change && change.when.trim() === asked.change.when.trim());
  const { line } = asked.change;
  return !("line" in change && change.line.kind === line.kind && change.line.amount === line.amount);
}
