/** The form as it was when its trial was asked: for who comes back to the page. */
import { formatYuan } from "../../design/numbers.ts";
import type { LineKind } from "../../../../domain/verdicts/policy/policy.contract.ts";
import type { PolicyChange } from "../../../../domain/verdicts/what-if/what-if.contract.ts";

/** What is changed: a line of this kind, or the condition. */
export type Chosen = LineKind | "when";

interface Asked {
  asked: { question: { change: PolicyChange } } | undefined;
}

export function chosenBefore({ asked }: Asked): Chosen | undefined {
  const change = asked?.question.change;
  return change && ("when" in change ? "when" : change.line.kind);
}

/** The amount in 元 as it is typed; empty when no line was tried. */
export function yuanBefore({ asked }: Asked): string {
  const change = asked?.question.change;
  return change && "line" in change ? formatYuan(change.line.amount) : "";
}

export function conditionBefore({ asked }: Asked): string | undefined {
  const change = asked?.question.change;
  return change && "when" in change ? change.when : undefined;
}
