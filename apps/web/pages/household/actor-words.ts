/** Who changed a book, as far as the reader is told. */
import { useTranslation } from "react-i18next";
import type { HistoryEvent } from "../../../../domain/registry/household-history.contract.ts";

export function useActorWords(): (who: HistoryEvent["who"]) => string {
  const { t } = useTranslation();
  return (who) => {
    if (!who) return t("history.somebody");
    return who.name === null ? t(`role.${who.role}`) : `${t(`role.${who.role}`)} ${who.name}`;
  };
}
