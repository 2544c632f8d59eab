/** An outcome in the words of its kind: a criterion is met, an issue is found, a household belongs to a class. */
import { useTranslation } from "react-i18next";
import type { Outcome } from "../../../domain/verdicts/list/household-list.contract.ts";

const ownWords = ["eligibility", "risk", "quality"] as const;

export function useOutcomeWords(): (kind: string | undefined, outcome: Outcome) => string {
  const { t } = useTranslation();
  return (kind, outcome) => {
    const own = ownWords.find((one) => one === kind);
    return own ? t(`verdict.outcomeOf.${own}.${outcome}`) : t(`verdict.outcome.${outcome}`);
  };
}
