/** Why households could not be judged: no exit standard is in force in that year, or which criteria lack facts or contradict. */
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts } from "../../../../domain/verdicts/figure.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { isExitCriterion } from "../../design/exit-criterion.ts";
import { formatCount } from "../../design/numbers.ts";
import { RowsLink, useSeesRows } from "../../frame/rows-link.tsx";

const mostNamed = 3;

export function ExitUnknown({ figures, counts }: { figures: AreaFigures; counts: Counts }) {
  const { t } = useTranslation();
  const { year, rules } = figures;
  const seesRows = useSeesRows();
  if (counts.exitUnknown === 0) return null;
  const n = formatCount(counts.exitUnknown);
  const hasStandard = rules.some(isExitCriterion);
  return (
    <p className="exit-unknown">
      {hasStandard ? t("area.unknownWhy", { n }) : t("area.noStandard", { n, year })}
      {hasStandard && <UnknownCriteria figures={figures} />}{" "}
      {seesRows && (
        <RowsLink figures={figures} filters={{ exit: "unknown" }}>
          {t("area.unknownRows")}
        </RowsLink>
      )}
    </p>
  );
}

/**
 * The criteria of the exit standards that could be judged least. Their counts are of all households, also of those that
 * fail by another criterion, and a contradiction counts as well: the words before them say so.
 */
function UnknownCriteria({ figures }: { figures: AreaFigures }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const unknown = figures.rules
    .filter((rule) => isExitCriterion(rule) && rule.unknown > 0)
    .toSorted((a, b) => b.unknown - a.unknown)
    .slice(0, mostNamed);
  return unknown.map((rule) => (
    <span key={rule.id} className="unknown-criterion">
      <RowsLink figures={figures} filters={{ rule: rule.id, outcome: "unknown" }}>
        {say(rule.title)} {formatCount(rule.unknown)}{" "}
        {t(rule.unit === "member" ? "unit.person" : "unit.household")}
      </RowsLink>
    </span>
  ));
}
