/** Who would change side: the sentence, the matrix, the places, and the rows of whatever number was pressed. */
import { Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { WhatIf } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { formatCount, formatTime } from "../../design/numbers.ts";
import type { WhatIfTrial } from "../../server/policies.ts";
import type { Trial } from "./use-trial.ts";
import { WhatIfMatrix } from "./what-if-matrix.tsx";
import { WhatIfNotices } from "./what-if-notices.tsx";
import { WhatIfPlaces } from "./what-if-places.tsx";
import { WhatIfRowList } from "./what-if-row-list.tsx";

export function WhatIfResult({ trial }: { trial: Trial }) {
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
      {asked && found && <Found key={asked.at} found={found} asked={asked} trial={trial} />}
    </div>
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
        <p className="what-if-sentence">
          {changed.households === 0
            ? t("policy.whatIf.same")
            : t(isMember ? "policy.whatIf.changedMembers" : "policy.whatIf.changed", sizes(changed))}
        </p>
        <p className="soft">
          {found.area.name} · {t("state.year", { year: found.year })} · {t("policy.whatIf.of", sizes(all))}
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
