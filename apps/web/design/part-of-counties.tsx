/** Says that figures are the sum of some counties only: that is not the figure of their city. */
import { useTranslation } from "react-i18next";
import { type CountiesIn, isPartOfCounties } from "./counties-in.ts";
import { StatusChip } from "./status-chip.tsx";

/** The same beside a single figure, in few words: a figure is read, and copied, without the head of its page. */
export function OnlyCounties({ counties }: { counties: CountiesIn | null }) {
  const { t } = useTranslation();
  if (!counties || !isPartOfCounties(counties)) return null;
  return <span className="only-counties">{t("area.onlyCounties", counties)}</span>;
}

export function PartOfCounties({ counties }: { counties: CountiesIn | null }) {
  const { t } = useTranslation();
  if (!counties || !isPartOfCounties(counties)) return null;
  return <StatusChip tone="doubt">{t("area.partOfCounties", counties)}</StatusChip>;
}
