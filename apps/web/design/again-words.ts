/** Of a rule that asks again what another standard asks: how many of its households stand there already. */
import { useTranslation } from "react-i18next";
import type { RuleCount } from "../../../domain/verdicts/figures/figure.contract.ts";
import { formatCount } from "./numbers.ts";

/** Null where nothing is failed, so that nothing can be counted twice. */
export function useAgainWords(): (rule: Pick<RuleCount, "fail" | "failAgain">) => string | null {
  const { t } = useTranslation();
  return ({ fail, failAgain }) => {
    if (fail === 0) return null;
    if (failAgain === null) return t("verdict.again.notCounted");
    if (failAgain === fail) return t("verdict.again.all");
    return t("verdict.again.part", { n: formatCount(failAgain), rest: formatCount(fail - failAgain) });
  };
}
