/** Which rules the households are judged by: how many of each kind, and which version of the policies. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { rulesQuery } from "../../server/people.ts";

const kinds = ["criterion", "eligibility", "risk", "quality"] as const;

export function RulesInForce() {
  const { t } = useTranslation();
  const { data, error } = useQuery(rulesQuery);
  return (
    <section className="panel rules-in-force">
      <div className="panel-head">
        <h2>{t("people.rules")}</h2>
        {data && (
          <span className="faint small">{t("people.version", { version: data.version.slice(0, 12) })}</span>
        )}
      </div>
      <div className="panel-body">
        <ProblemNotice error={error} />
        {data && (
          <ul className="rule-counts">
            {kinds.map((kind) => (
              <li key={kind}>
                {t(`verdict.kind.${kind}`)}{" "}
                {t("people.ruleCount", {
                  n: formatCount(data.rules.filter((rule) => rule.kind === kind).length),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
