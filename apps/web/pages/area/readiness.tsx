/** Who could exit by the standards, whatever was planned: all met, one short, more short, to verify; each opens to its rows. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts } from "../../../../domain/verdicts/figures/figure.contract.ts";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { isPartOfCounties } from "../../design/counties-in.ts";
import { isExitCriterion } from "../../../../engines/policy/exit-criterion.ts";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { PartBar } from "../../design/part-bar.tsx";
import { besideRepeated } from "../../../../engines/policy/matter.ts";
import { OnlyCounties } from "../../design/part-of-counties.tsx";
import { useRuleTitle } from "../../design/rule-title.tsx";
import { StatusChip, type Tone } from "../../design/status-chip.tsx";
import { useMay } from "../../server/session.ts";
import { targetsQuery } from "../../server/targets.ts";
import { CountLink, RowsLink } from "../../frame/rows-link.tsx";
import { isNobodyJudged } from "./nobody-judged.ts";

interface ReadinessProps {
  figures: AreaFigures;
  counts: Counts;
}

export function Readiness({ figures, counts }: ReadinessProps) {
  const { t } = useTranslation();
  if (isNobodyJudged(counts)) return <NoStandard />;
  const steps = stepsOf(counts);
  const total = steps.reduce((sum, step) => sum + step.count, 0);
  if (total === 0) return null;
  return (
    <section className="panel readiness" aria-label={t("area.exitCheck")}>
      <div className="panel-head">
        <h2>{t("area.exitCheck")}</h2>
        <span className="faint small">{t("area.readiness.base", { n: formatCount(total) })}</span>
        <OnlyCounties counties={figures.counties} />
      </div>
      <div className="panel-body">
        <PartBar parts={steps} />
        <ul className="readiness-steps">
          {steps.map((step) => (
            <StepLine key={step.word} step={step} total={total} figures={figures} />
          ))}
        </ul>
        {!isPartOfCounties(figures.counties) && <BesidePlan figures={figures} ready={counts.exitPass} />}
        <MostFailed figures={figures} />
        <p className="faint small">{t("area.readiness.failNote")}</p>
      </div>
    </section>
  );
}

/** Without a standard nobody can be judged: that is no doubt about the households. */
function NoStandard() {
  const { t } = useTranslation();
  return (
    <section className="panel readiness" aria-label={t("area.exitCheck")}>
      <div className="panel-head">
        <h2>{t("area.exitCheck")}</h2>
      </div>
      <p className="panel-body soft">{t("area.readiness.noStandard")}</p>
    </section>
  );
}

interface Step {
  word: "pass" | "failOne" | "failMore" | "unknown";
  tone: Tone;
  count: number;
  filters: HouseholdFilters;
}

function StepLine({ step, total, figures }: { step: Step; total: number; figures: AreaFigures }) {
  const { t } = useTranslation();
  return (
    <li>
      <StatusChip tone={step.count === 0 ? "plain" : step.tone} quiet>
        {t(`area.readiness.${step.word}`)}
      </StatusChip>
      <CountLink figures={figures} filters={step.filters} count={step.count} className="readiness-count">
        {formatCount(step.count)} <small>{t("unit.household")}</small>
      </CountLink>
      <span className="faint small">
        {formatPercent(step.count, total)} · {formatCount(step.count)} / {formatCount(total)}
      </span>
    </li>
  );
}

function stepsOf({ exitPass, exitFail, exitFailOne, exitUnknown }: Counts): Step[] {
  return [
    { word: "pass", tone: "verified", count: exitPass, filters: { exit: "pass" } },
    { word: "failOne", tone: "must", count: exitFailOne, filters: { failed: "one" } },
    { word: "failMore", tone: "must", count: exitFail - exitFailOne, filters: { failed: "more" } },
    { word: "unknown", tone: "doubt", count: exitUnknown, filters: { exit: "unknown" } },
  ];
}

/** Planned, ready and registered stand side by side and are never mixed; a part of the counties is not set beside the plan of all. */
function BesidePlan({ figures, ready }: { figures: AreaFigures; ready: number }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...targetsQuery(figures.area), enabled: useMay("target.read") });
  const plan = data?.targets.find((one) => one.kind === "exit-households" && one.year === figures.year);
  if (!plan) return null;
  return (
    <p className="soft small">
      <a href="#targets" className="count-link">
        {t("area.readiness.planned", { n: formatCount(plan.planned) })}
      </a>{" "}
      ·{" "}
      <CountLink figures={figures} filters={{ exit: "pass" }} count={ready}>
        {t("area.readiness.ready", { n: formatCount(ready) })}
      </CountLink>
      {plan.system !== null && (
        <>
          {" · "}
          <CountLink figures={figures} filters={{ exited: "yes" }} count={plan.system}>
            {t("area.readiness.exited", { n: formatCount(plan.system) })}
          </CountLink>
        </>
      )}
    </p>
  );
}

const mostShown = 3;

function MostFailed({ figures }: { figures: AreaFigures }) {
  const { t } = useTranslation();
  const titleOf = useRuleTitle();
  const criteria = figures.rules.filter((rule) => isExitCriterion(rule) && rule.fail > 0);
  const failed = besideRepeated(criteria)
    .map(({ first }) => first)
    .toSorted((a, b) => b.fail - a.fail)
    .slice(0, mostShown);
  if (failed.length === 0) return null;
  return (
    <p className="soft small">
      {t("area.readiness.mostFailed")}
      {t("mark.colon")}
      {failed.map((rule, index) => (
        <span key={rule.id}>
          {index > 0 && " · "}
          <RowsLink figures={figures} filters={{ rule: rule.id, outcome: "fail" }}>
            {titleOf(rule)} {formatCount(rule.fail)} {t("unit.household")}
          </RowsLink>
        </span>
      ))}
    </p>
  );
}
