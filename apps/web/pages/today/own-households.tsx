/** A helper's households as cards: who, where, and what is not met. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OwnHousehold } from "../../../../domain/today/today.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { StandardTag } from "../../design/rule-title.tsx";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { OutcomeChip, StatusChip, exitStatusTone } from "../../design/status-chip.tsx";

const failedShown = 4;

export function OwnHouseholds({ own, year }: { own: OwnHousehold[]; year: number }) {
  const { t } = useTranslation();
  return (
    <section className="own-households" aria-label={t("today.own")}>
      <h2>{t("today.own")}</h2>
      {own.length === 0 ? (
        <div className="panel">
          <EmptyState title={t("today.ownNone")} hint={t("today.ownNoneHint")} />
        </div>
      ) : (
        <ul>
          {own.map((household) => (
            <HouseholdCard key={household.id} household={household} year={year} />
          ))}
        </ul>
      )}
    </section>
  );
}

function HouseholdCard({ household, year }: { household: OwnHousehold; year: number }) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const { countyCode, id, registerNo, village, maskedHead, persons, exitStatus, exitOutcome, failed } =
    household;
  return (
    <li className="panel own-card">
      <Link data-row to="/households/$county/$id" params={{ county: countyCode, id }} search={{ year }}>
        {maskedHead ?? t("state.unfilled")}
      </Link>
      <p className="soft small">
        {[village, persons !== null && t("today.persons", { n: persons }), registerNo]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="own-chips">
        {exitStatus && (
          <StatusChip tone={exitStatusTone(exitStatus.code)}>{codeWords(exitStatus)}</StatusChip>
        )}
        <span>
          {t("verdict.exit")} <OutcomeChip outcome={exitOutcome} quiet />
        </span>
      </p>
      <FailedRules household={household} />
      {failed.length > 0 && (
        <p className="small own-advice">
          {t(exitOutcome === "fail" ? "today.ownAdvice.fail" : "today.ownAdvice.other")}{" "}
          <Link
            to="/households/$county/$id"
            params={{ county: countyCode, id }}
            search={{ year, tab: "verdicts" }}
          >
            {t("today.ownReasons")}
          </Link>
        </p>
      )}
    </li>
  );
}

function FailedRules({ household: { failed, exitOutcome } }: { household: OwnHousehold }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (failed.length === 0)
    return exitOutcome === "pass" ? <p className="small">{t("today.ownGood")}</p> : null;
  const more = failed.length - failedShown;
  return (
    <ul className="own-failed">
      {failed.slice(0, failedShown).map((rule) => (
        <li key={rule.id}>
          <SeverityMark severity={rule.severity} />
          <span>
            {say(rule.failing)} <StandardTag standard={rule.standard} />
          </span>
        </li>
      ))}
      {more > 0 && <li className="faint small">{t("today.ownMore", { n: more })}</li>}
    </ul>
  );
}
