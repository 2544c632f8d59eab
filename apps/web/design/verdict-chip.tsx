/**
 * The outcome of a verdict. Belonging to a monitored class is a doubt to follow, not something verified; an issue in the
 * data carries no ground and no tick, so that nobody takes it for an exit criterion.
 */
import type { RuleVerdict } from "../../../domain/verdicts/verdict.contract.ts";
import { useOutcomeWords } from "./outcome-words.ts";
import { OutcomeChip, StatusChip, type Tone } from "./status-chip.tsx";

export function VerdictChip({
  verdict: { kind, outcome },
}: {
  verdict: Pick<RuleVerdict, "kind" | "outcome">;
}) {
  const wordsOf = useOutcomeWords();
  if (kind === "criterion" || kind === "exit") return <OutcomeChip outcome={outcome} />;
  return (
    <StatusChip tone={toneOf(kind, outcome)} quiet={kind !== "eligibility"}>
      {wordsOf(kind, outcome)}
    </StatusChip>
  );
}

function toneOf(kind: string, outcome: RuleVerdict["outcome"]): Tone {
  const found = kind === "eligibility" ? "pass" : "fail";
  return outcome === found || outcome === "unknown" ? "doubt" : "plain";
}
