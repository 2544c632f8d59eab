/** The outcome of a verdict. Belonging to a monitored class is a doubt to follow, not something verified. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { OutcomeChip, StatusChip } from "../../design/status-chip.tsx";

export function VerdictChip({
  verdict: { kind, outcome },
}: {
  verdict: Pick<RuleVerdict, "kind" | "outcome">;
}) {
  const { t } = useTranslation();
  if (kind !== "eligibility") return <OutcomeChip outcome={outcome} />;
  const tone = outcome === "pass" || outcome === "unknown" ? "doubt" : "plain";
  return <StatusChip tone={tone}>{t(`verdict.eligible.${outcome}`)}</StatusChip>;
}
