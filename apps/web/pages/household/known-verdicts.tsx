/** Verdicts may be on their way, or not come at all: that is neither "not evaluated" nor an outcome. */
import { useTranslation } from "react-i18next";
import type { VerdictsAndMended } from "../../../../domain/verdicts/verdict.contract.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { StatusChip } from "../../design/status-chip.tsx";

/** An error: they could not be fetched. */
export type KnownVerdicts = VerdictsAndMended | "loading" | Error;

export function VerdictsFailed({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <div className="verdicts-failed">
      <p>{t("verdict.failed")}</p>
      <ProblemNotice error={error} />
    </div>
  );
}

export function VerdictsLoading({ lines }: { lines: number }) {
  const { t } = useTranslation();
  return (
    <div className="verdicts-loading" role="status">
      <span className="visually-hidden">{t("state.loading")}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="bone bone-line" />
      ))}
    </div>
  );
}

export function VerdictsFailedChip() {
  const { t } = useTranslation();
  return <StatusChip tone="doubt">{t("verdict.failedShort")}</StatusChip>;
}
