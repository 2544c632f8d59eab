/** Who would change side: the sentence, the matrix, the places, and the rows of whatever number was pressed. */
import type { UseMutationResult } from "@tanstack/react-query";
import { Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WhatIf, WhatIfQuestion } from "../../../../domain/verdicts/what-if.contract.ts";
import { formatCount, formatTime } from "../../design/numbers.ts";
import type { WhatIfChoice, WhatIfTrial } from "../../server/policies.ts";
import { WhatIfMatrix } from "./what-if-matrix.tsx";
import { WhatIfNotices } from "./what-if-notices.tsx";
import { WhatIfPlaces } from "./what-if-places.tsx";
import { WhatIfRowList } from "./what-if-row-list.tsx";

interface WhatIfResultProps {
  trial: Pick<
    UseMutationResult<WhatIf, Error, WhatIfQuestion>,
    "data" | "variables" | "isPending" | "submittedAt"
  >;
}

export function WhatIfResult({ trial }: WhatIfResultProps) {
  const { t } = useTranslation();
  const { data, variables, isPending, submittedAt } = trial;
  return (
    <div className="rule-column" aria-busy={isPending}>
      <div className="what-if-progress" role="status">
        {isPending && (
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
      </div>
      {data && variables && (
        <Found
          key={submittedAt}
          found={data}
          trial={{ rule: data.ruleId, question: variables, at: submittedAt }}
        />
      )}
    </div>
  );
}

function Found({ found, trial }: { found: WhatIf; trial: WhatIfTrial }) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<WhatIfChoice>({});
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
      <WhatIfMatrix found={found} choice={choice} onChoose={setChoice} />
      {found.children.length > 0 && <WhatIfPlaces found={found} choice={choice} onChoose={setChoice} />}
      <WhatIfRowList found={found} trial={trial} choice={choice} />
    </>
  );
}
