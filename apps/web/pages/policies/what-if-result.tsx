/** Who would change side: the sentence, the matrix, the places, and the rows of whatever number was pressed. */
import { useQuery } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { WhatIf } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { formatCount, formatTime, formatYuan } from "../../design/numbers.ts";
import { figuresQuery } from "../../server/area.ts";
import type { WhatIfTrial } from "../../server/policies.ts";
import type { Trial } from "./use-trial.ts";
import { WhatIfMatrix } from "./what-if-matrix.tsx";
import { WhatIfNotices } from "./what-if-notices.tsx";
import { WhatIfPlaces } from "./what-if-places.tsx";
import { WhatIfRowList } from "./what-if-row-list.tsx";

/** The form stands beside its result: from there it can be sent again. */
export const formId = "what-if-form";

interface WhatIfResultProps {
  trial: Trial;
  /** The form asks something else by now. */
  isOutdated: boolean;
}

export function WhatIfResult({ trial, isOutdated }: WhatIfResultProps) {
  const { t } = useTranslation();
  const { asked, found, isRunning } = trial;
  return (
    <div className="rule-column" aria-busy={isRunning}>
      <div className="what-if-progress" role="status">
        {isRunning && (
          <section className="panel rule-panel">
            <p>{t("policy.whatIf.running")}</p>
            <Progress
              percent={100}
              status="active"
              showInfo={false}
              aria-label={t("policy.whatIf.running")}
            />
          </section>
        )}
        {asked && !found && !isRunning && (
          <section className="panel rule-panel">
            <p>{t("policy.whatIf.gone")}</p>
          </section>
        )}
      </div>
      {asked && found && isOutdated && <Outdated isRunning={isRunning} />}
      {asked && found && (
        <div className={isOutdated ? "rule-column is-outdated" : "rule-column"}>
          <Found key={asked.at} found={found} asked={asked} trial={trial} />
        </div>
      )}
    </div>
  );
}

function Outdated({ isRunning }: { isRunning: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="panel rule-panel what-if-outdated" role="status">
      <p>{t("policy.whatIf.outdated")}</p>
      <Button htmlType="submit" form={formId} loading={isRunning}>
        {t("policy.whatIf.runAgain")}
      </Button>
    </section>
  );
}

function Found({ found, asked, trial }: { found: WhatIf; asked: WhatIfTrial; trial: Trial }) {
  const { t } = useTranslation();
  const { choice, choose } = trial;
  const { all, changed } = found.total;
  const sizes = (size: typeof all) => ({
    households: formatCount(size.households),
    persons: formatCount(size.persons),
  });
  const isMember = found.unit === "member";
  return (
    <>
      <section className="panel rule-panel what-if-answer" role="status">
        <Tried found={found} asked={asked} />
        <p className="what-if-sentence">
          {changed.households === 0
            ? t("policy.whatIf.same")
            : t(isMember ? "policy.whatIf.changedMembers" : "policy.whatIf.changed", sizes(changed))}
        </p>
        <p className="soft">
          {t("policy.whatIf.of", sizes(all))}
          <CountiesJudged found={found} />
        </p>
        <WhatIfNotices found={found} />
        <p className="provenance">
          {found.asOf && <span>{t("policy.whatIf.asOf", { time: formatTime(found.asOf) })}</span>}
          <span>{t("verdict.version", { version: found.policyVersion })}</span>
          <span>{t("policy.whatIf.nothingWritten")}</span>
        </p>
      </section>
      <WhatIfMatrix found={found} choice={choice} onChoose={choose} />
      {found.children.length > 0 && <WhatIfPlaces found={found} choice={choice} onChoose={choose} />}
      <WhatIfRowList found={found} trial={asked} choice={choice} />
    </>
  );
}

/** What was tried, where and for which year: the answer is one to this alone. */
function Tried({ found, asked }: { found: WhatIf; asked: WhatIfTrial }) {
  const { t } = useTranslation();
  const { change } = asked.question;
  const what =
    "line" in change
      ? t("policy.whatIf.triedLine", {
          kind: t(`policy.lineKind.${change.line.kind}`),
          amount: formatYuan(change.line.amount),
        })
      : t("policy.whatIf.triedWhen");
  return (
    <>
      <p className="what-if-tried">
        {t("policy.whatIf.tried", { what, place: found.area.name, year: found.year })}
      </p>
      {"when" in change && <pre className="rule-text">{change.when}</pre>}
    </>
  );
}

/** Of the counties of a city or province; a county is one by itself. */
function CountiesJudged({ found: { area, year, counties } }: { found: WhatIf }) {
  const { t } = useTranslation();
  const { data } = useQuery(figuresQuery(area.code, year));
  const all = data?.counties?.all ?? 1;
  if (all === 1) return null;
  return ` · ${t("policy.whatIf.countiesJudged", { judged: counties.judged, all })}`;
}
