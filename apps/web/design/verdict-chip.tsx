/**
 * The outcome of a verdict. Belonging to a monitored class is a doubt to follow, not something verified; an issue in the
 * data carries no ground and no tick, so that nobody takes it for an exit criterion.
 */
import type { ExitOutcome, Outcome } from "../../../domain/verdicts/list/household-list.contract.ts";
import { useOutcomeWords } from "./outcome-words.ts";
import { OutcomeChip, StatusChip, type Tone } from "./status-chip.tsx";

export function VerdictChip({
  verdict: { kind, outcome },
}: {
  /** `exit` is the kind of all criteria together. */
  verdict: { kind: string; outcome: ExitOutcome };
}) {
  const wordsOf = useOutcomeWords();
  if (kind === "criterion" || kind === "exit" || outcome === "noStandard")
    return <OutcomeChip outcome={outcome} />;
  return (
    <StatusChip tone={toneOf(kind, outcome)} quiet={kind !== "eligibility"}>
      {wordsOf(kind, outcome)}
    </StatusChip>
  );
}

function toneOf(kind: string, outcome: Outcome): Tone {
  const found = kind === "eligibility" ? "pass" : "fail";
  return outcome === found || outcome === "unknown" ? "doubt" : "plain";
}
