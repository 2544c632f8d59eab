/** How much of a kind of help there was: money of the year, members whom it reached, or only that it was given. */
import { useTranslation } from "react-i18next";
import type { Help } from "../../../../domain/registry/household.contract.ts";
import { formatYuan } from "../../design/numbers.ts";

export function useHelpWords(): (help: Pick<Help, "amount" | "persons">) => string {
  const { t } = useTranslation();
  return ({ amount, persons }) => {
    if (amount !== null) return `${formatYuan(amount)} ${t("unit.yuan")}`;
    return persons === null ? t("household.help.given") : `${persons} ${t("unit.person")}`;
  };
}
