/** From when to when a rule holds, in words. */
import { useTranslation } from "react-i18next";
import type { PolicyRule } from "../../../../domain/verdicts/policy/policy.contract.ts";

export function useValidWords(): (valid: PolicyRule["valid"]) => string {
  const { t } = useTranslation();
  return ({ from, to }) =>
    to === null ? t("policy.validFrom", { from }) : t("policy.validFromTo", { from, to });
}
