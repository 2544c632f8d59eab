/** How the base of a rate changed since the earliest book, without an exit (动态调整). */
import { useTranslation } from "react-i18next";
import type { AreaFigures, Figure } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { formatCount } from "../../design/numbers.ts";

interface AdjustmentProps {
  adjustment: NonNullable<Figure["adjustment"]>;
  year: AreaFigures["year"];
}

export function Adjustment({ adjustment, year }: AdjustmentProps) {
  const { t } = useTranslation();
  const { baseYear, basePersons, persons, net } = adjustment;
  return (
    <p className="figure-note">
      {t("area.adjustment", {
        baseYear,
        base: formatCount(basePersons),
        year,
        persons: formatCount(persons),
        net: `${net < 0 ? "−" : "+"}${formatCount(Math.abs(net))}`,
      })}
    </p>
  );
}
