/** What the book itself asks for: to be imported, to be evaluated, helpers to be named. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Today } from "../../../../domain/today/today.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatCount } from "../../design/numbers.ts";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { ToDoLine, ToDoList } from "../../design/to-do.tsx";

export function BookToDo({ today }: { today: Today }) {
  const { t } = useTranslation();
  const { withoutHelper } = today;
  const lacksHelper = withoutHelper !== null && withoutHelper.count > 0;
  if (today.hasBook && today.evaluated && !today.stale && !lacksHelper) return null;
  return (
    <ToDoList title={t("today.area")}>
      <ul>
        <EvaluationLine today={today} />
        {lacksHelper && (
          <ToDoLine
            mark={<SeverityMark severity="must" />}
            about={t("today.ofHouseholds", { n: formatCount(withoutHelper.households) })}
            count={
              <>
                {formatCount(withoutHelper.count)}
                <small>{t("unit.household")}</small>
              </>
            }
          >
            <Link
              data-row
              to="/areas/$area/households"
              params={{ area: today.area }}
              search={{ year: today.year, helped: "no" }}
            >
              {t("today.withoutHelper")}
            </Link>
          </ToDoLine>
        )}
      </ul>
    </ToDoList>
  );
}

function EvaluationLine({ today }: { today: Today }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { area, year, can, hasBook, evaluated, evaluating, stale, staleReason } = today;
  if (!hasBook) {
    return (
      <ToDoLine
        mark={<SeverityMark severity={can.import ? "must" : "should"} />}
        about={can.import ? t("today.noBookCan") : t("today.noBookCannot")}
      >
        {can.import ? (
          <Link data-row to="/imports">
            {t("today.noBook")}
          </Link>
        ) : (
          t("today.noBook")
        )}
      </ToDoLine>
    );
  }
  if (evaluated && !stale) return null;
  const words = evaluated && staleReason ? say(staleReason) : t("today.notEvaluated", { year });
  const advice = evaluated
    ? t(can.evaluate ? "today.staleCan" : "today.staleCannot")
    : t(can.evaluate ? "today.notEvaluatedCan" : "today.notEvaluatedCannot");
  return (
    <ToDoLine mark={<SeverityMark severity="should" />} about={evaluating ? t("today.evaluating") : advice}>
      <Link data-row to="/areas/$area" params={{ area }} search={{ year }}>
        {words}
      </Link>
    </ToDoLine>
  );
}
