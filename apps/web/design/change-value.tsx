/** A value of a book, as it was or became; an amount in fen. */
import { useTranslation } from "react-i18next";
import type { ShownValue } from "../../../domain/audit/event.contract.ts";
import { useBothLanguages } from "./both-languages.ts";
import { formatYuan } from "./numbers.ts";

export function ChangeValue({ value, isMoney }: { value: ShownValue; isMoney: boolean }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (value === null) return <span className="zero">{t("state.unfilled")}</span>;
  if (typeof value === "boolean") return value ? t("state.yes") : t("state.no");
  if (typeof value === "object") return say(value);
  return isMoney && typeof value === "number" ? formatYuan(value) : String(value);
}
