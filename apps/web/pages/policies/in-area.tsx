/** How the rule came out in the reader's area; every count opens to its households. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AreaFigures, RuleCount } from "../../../../domain/verdicts/figures/figure.contract.ts";
import type { PolicyRulePage } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { outcomes } from "../../addresses/household-filters.ts";
import { formatCount, formatTime } from "../../design/numbers.ts";
import { PanelProblem } from "../../design/panel-problem.tsx";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import { useCurrentArea } from "../../frame/current-area.ts";
import { RowsLink } from "../../frame/rows-link.tsx";
import { figuresQuery, useAreaName } from "../../server/area.ts";

interface InAreaProps {
  rule: PolicyRulePage;
  year: number | undefined;
}

export function InArea({ rule, year }: InAreaProps) {
  const { t } = useTranslation();
  const area = useCurrentArea();
  const name = useAreaName(area);
  const read = useQuery({ ...figuresQuery(area ?? "", year), enabled: area !== null });
  const { data: figures, error } = read;
  if (error && !figures) {
    const title = t("policy.inArea", { area: name });
    return <PanelProblem title={title} error={error} onRetry={() => void read.refetch()} />;
  }
  if (area === null || !figures) return null;
  const count = figures.rules.find(({ id }) => id === rule.id);
  return (
    <section className="panel rule-panel">
      <h2>{t("policy.inArea", { area: name })}</h2>
      {!figures.evaluated ? (
        <p className="soft">{t("policy.notEvaluated", { area: name })}</p>
      ) : count ? (
        <Outcomes count={count} figures={figures} />
      ) : (
        <p className="soft">{t("policy.notInForce", { area: name, year: figures.year })}</p>
      )}
    </section>
  );
}

function Outcomes({ count, figures }: { count: RuleCount; figures: AreaFigures }) {
  const { t } = useTranslation();
  const unit = count.unit === "member" ? t("unit.person") : t("unit.household");
  return (
    <>
      {figures.asOf && (
        <p className="faint small">
          {t("policy.inAreaYear", { year: figures.year, time: formatTime(figures.asOf) })}
        </p>
      )}
      <ul className="rule-outcomes">
        {outcomes.map((outcome) => {
          const words = `${formatCount(count[outcome])} ${unit}`;
          return (
            <li key={outcome}>
              <VerdictChip verdict={{ kind: count.kind, outcome }} />
              {count[outcome] > 0 ? (
                <RowsLink figures={figures} filters={{ rule: count.id, outcome }}>
                  {words}
                </RowsLink>
              ) : (
                <span className="zero">{words}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
