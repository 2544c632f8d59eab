/** Why households could not be judged: which criteria lack facts or contradict, or no exit standard is there in that year. */
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { isExitCriterion } from "../../../../engines/policy/exit-criterion.ts";
import { formatCount } from "../../design/numbers.ts";
import { RowsLink, useSeesRows } from "../../frame/rows-link.tsx";

const mostNamed = 3;

export function ExitUnknown({ figures, counts }: { figures: AreaFigures; counts: Counts }) {
  const { t } = useTranslation();
  const { exitUnknown, exitNoStandard } = counts;
  return (
    <>
      {exitUnknown > 0 && (
        <p className="exit-unknown">
          {t("area.unknownWhy", { n: formatCount(exitUnknown) })}
          <UnknownCriteria figures={figures} /> <TheseHouseholds figures={figures} exit="unknown" />
        </p>
      )}
      {exitNoStandard > 0 && (
        <p className="exit-unknown">
          {t("area.noStandard", { n: formatCount(exitNoStandard), year: figures.year })}{" "}
          <TheseHouseholds figures={figures} exit="noStandard" />
        </p>
      )}
    </>
  );
}

function TheseHouseholds({ figures, exit }: { figures: AreaFigures; exit: "unknown" | "noStandard" }) {
  const { t } = useTranslation();
  const seesRows = useSeesRows();
  if (!seesRows) return null;
  return (
    <RowsLink figures={figures} filters={{ exit }}>
      {t("area.unknownRows")}
    </RowsLink>
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
  return unknown.map((rule, at) => (
    <span key={rule.id}>
      {at > 0 && t("mark.and")}
      <RowsLink figures={figures} filters={{ rule: rule.id, outcome: "unknown" }}>
        {say(rule.title)} {formatCount(rule.unknown)}{" "}
        {t(rule.unit === "member" ? "unit.person" : "unit.household")}
      </RowsLink>
    </span>
  ));
}
