/** How many rules of each kind the policies have, for all years and places, and which version of the policies it is. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { shownKindOf } from "../../design/exit-criterion.ts";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { rulesQuery } from "../../server/people.ts";

const kinds = ["criterion", "elimination", "eligibility", "risk", "quality"] as const;

export function AllRules() {
  const { t } = useTranslation();
  const { data, error } = useQuery(rulesQuery);
  return (
    <section className="panel all-rules">
      <div className="panel-head">
        <h2>{t("people.rules")}</h2>
        {data && (
          <span className="faint small">{t("people.version", { version: data.version.slice(0, 12) })}</span>
        )}
      </div>
      <div className="panel-body">
        <p className="soft small">{t("people.rulesAbout")}</p>
        <ProblemNotice error={error} />
        {data && (
          <ul className="rule-counts">
            {kinds.map((kind) => (
              <li key={kind}>
                {t(`verdict.kind.${kind}`)}{" "}
                {t("people.ruleCount", {
                  n: formatCount(data.rules.filter((rule) => shownKindOf(rule) === kind).length),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
