/** A count with its unit, or a rate with both of its parts. */
import { useTranslation } from "react-i18next";
import type { Figure } from "../../../domain/verdicts/figures/figure.contract.ts";
import { formatCount, formatPercent } from "./numbers.ts";

export const unitWords = { 人: "unit.person", 户: "unit.household", 村: "unit.village" } as const;

type FigurePartsProps = Pick<Figure, "unit" | "partUnit" | "numerator" | "denominator">;

export function FigureParts({ unit, partUnit, numerator, denominator }: FigurePartsProps) {
  const { t } = useTranslation();
  const words = t(unitWords[partUnit]);
  if (unit !== "ratio") {
    return (
      <>
        <strong>{formatCount(numerator)}</strong> {words}
      </>
    );
  }
  return (
    <>
      <strong>{denominator === null ? t("state.none") : formatPercent(numerator, denominator)}</strong>
      <span className="beside">
        {formatCount(numerator)} / {denominator === null ? t("state.none") : formatCount(denominator)} {words}
      </span>
    </>
  );
}
