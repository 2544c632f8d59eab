/** An area without figures says what is missing and who can help. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { RowsLink, useSeesRows } from "../../frame/rows-link.tsx";
import { useMay } from "../../server/session.ts";
import { EvaluateButton } from "./evaluate-button.tsx";

export function NotEvaluated({ figures }: { figures: AreaFigures }) {
  const { t } = useTranslation();
  const mayImport = useMay("import.create");
  const seesRows = useSeesRows();
  const { year } = figures;
  if (figures.years.length === 0 && figures.published.length > 0) return <OnlyPublished figures={figures} />;
  if (!figures.years.includes(year)) {
    return (
      <div className="panel">
        <EmptyState
          title={t("area.emptyBook", { year })}
          hint={mayImport ? t("area.emptyBookHint") : t("area.emptyBookCannot")}
        >
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
        {seesRows && (
          <RowsLink figures={figures} filters={{}}>
            {t("area.seeHouseholds")}
          </RowsLink>
        )}
      </EmptyState>
    </div>
  );
}

function hintOf({ evaluating, can }: AreaFigures) {
  if (evaluating) return "area.evaluatingHint";
  return can.evaluate ? "area.emptyCan" : "area.emptyCannot";
}

/** No register here, but something was published, or the sources say nothing: that is an answer, too. */
function OnlyPublished({ figures }: { figures: AreaFigures }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const silent = figures.published.find((one) => one.numerator === null);
  return (
    <div className="panel">
      {silent ? (
        <EmptyState
          title={t("area.silent", { year: silent.year, indicator: say(silent.title) })}
          hint={t("area.silentHint")}
        />
      ) : (
        <EmptyState title={t("area.onlyPublished")} hint={t("area.onlyPublishedHint")} />
      )}
    </div>
  );
}
