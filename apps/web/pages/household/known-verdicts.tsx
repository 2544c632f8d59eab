/** Verdicts may still be on their way: that is neither "not evaluated" nor an outcome. */
import { useTranslation } from "react-i18next";
import type { HouseholdVerdicts } from "../../../../domain/verdicts/verdict.contract.ts";

/** null: the household has none. */
export type KnownVerdicts = HouseholdVerdicts | "loading" | null;

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
