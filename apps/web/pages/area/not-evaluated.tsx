/** An area without figures says what is missing and who can help. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AreaFigures } from "../../../../domain/verdicts/figure.contract.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { useMay } from "../../server/session.ts";
import { EvaluateButton } from "./evaluate-button.tsx";

export function NotEvaluated({ figures }: { figures: AreaFigures }) {
  const { t } = useTranslation();
  const mayImport = useMay("import.create");
  const { area, year } = figures;
  if (!figures.years.includes(year)) {
    return (
      <div className="panel">
        <EmptyState title={t("area.emptyBook", { year })} hint={t("area.emptyBookHint")}>
          {mayImport && <Link to="/imports">{t("area.toImport")}</Link>}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="panel">
      <EmptyState
        title={t(figures.evaluating ? "area.evaluatingFirst" : "area.empty", { year })}
        hint={t(hintOf(figures))}
      >
        {(figures.can.evaluate || figures.evaluating) && <EvaluateButton figures={figures} />}
        <Link to="/areas/$area/households" params={{ area }} search={{ year }}>
          {t("area.seeHouseholds")}
        </Link>
      </EmptyState>
    </div>
  );
}

function hintOf({ evaluating, can }: AreaFigures) {
  if (evaluating) return "area.evaluatingHint";
  return can.evaluate ? "area.emptyCan" : "area.emptyCannot";
}
