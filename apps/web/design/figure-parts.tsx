/** A count with its unit, or a rate with both of its parts. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Figure } from "../../../domain/verdicts/figures/figure.contract.ts";
import { formatCount, formatPercent } from "./numbers.ts";

export const unitWords = { 人: "unit.person", 户: "unit.household", 村: "unit.village" } as const;

export interface FigurePartsProps extends Pick<Figure, "unit" | "partUnit" | "numerator" | "denominator"> {
  /** A part as a link to its rows; bare numbers when absent. */
  renderPart?: (part: "numerator" | "denominator", count: number) => ReactNode;
}

export function FigureParts(props: FigurePartsProps) {
  const { unit, partUnit, numerator, denominator, renderPart = (_, count) => formatCount(count) } = props;
  const { t } = useTranslation();
  const words = t(unitWords[partUnit]);
  if (unit !== "ratio") {
    return (
      <>
        <strong>{renderPart("numerator", numerator)}</strong> {words}
      </>
    );
  }
  return (
    <>
      <strong>{denominator === null ? t("state.none") : formatPercent(numerator, denominator)}</strong>
      <span className="beside">
        {renderPart("numerator", numerator)} /{" "}
        {denominator === null ? t("state.none") : renderPart("denominator", denominator)} {words}
      </span>
    </>
  );
}
