/** One household of a helper: who, where, and each problem with what is lacking. */
import { RightOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OwnHousehold } from "../../../../domain/today/today.contract.ts";
import type { FailedRule } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { StandardTag } from "../../design/rule-title.tsx";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { OutcomeChip, StatusChip, exitStatusTone } from "../../design/status-chip.tsx";

const problemsShown = 4;

export function OwnCard({ household, year }: { household: OwnHousehold; year: number }) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const { countyCode, id, registerNo, village, maskedHead, persons, exitStatus, exitOutcome } = household;
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
      <Problems household={household} />
      {(household.failed.length > 0 || household.need === "toVerify") && (
        <Link
          className="own-reasons"
          to="/households/$county/$id"
          params={{ county: countyCode, id }}
          search={{ year, tab: "verdicts" }}
          state={{ arrival: { tab: "verdicts", part: "criterion" } }}
        >
          {t("today.ownReasons")}
          <RightOutlined aria-hidden />
        </Link>
      )}
    </li>
  );
}

function Problems({ household: { failed, exitOutcome } }: { household: OwnHousehold }) {
  const { t } = useTranslation();
  if (failed.length === 0)
    return exitOutcome === "pass" ? <p className="small">{t("today.ownGood")}</p> : null;
  const more = failed.length - problemsShown;
  return (
    <ul className="own-failed">
      {failed.slice(0, problemsShown).map((problem) => (
        <li key={problem.id}>
          <SeverityMark severity={problem.severity} />
          <Problem problem={problem} />
        </li>
      ))}
      {more > 0 && <li className="faint small">{t("today.ownMore", { n: more })}</li>}
    </ul>
  );
}

/** What is lacking, with this household's numbers; a rule about members has its name alone. */
function Problem({ problem: { failing, lines, standards } }: { problem: FailedRule }) {
  const say = useBothLanguages();
  const shown = lines.length > 0 ? lines : [{ words: failing, standards }];
  return (
    <div className="own-problem">
      {shown.map((line) => (
        <div key={line.words.zh}>
          <p>{say(line.words)}</p>
          {line.standards.length > 0 && (
            <p className="own-standards">
              {line.standards.map((standard) => (
                <StandardTag key={standard.id} standard={standard} />
              ))}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
