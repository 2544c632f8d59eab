/** Failed rules of the area by gravity; each count opens to its households. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Today } from "../../../../domain/today/today.contract.ts";
import type { RuleCount } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatCount } from "../../design/numbers.ts";
import { StandardTag } from "../../design/rule-title.tsx";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { ToDoLine, ToDoList } from "../../design/to-do.tsx";

const severities = ["must", "should", "suspicious"] as const;
type Severity = (typeof severities)[number];

const shownAtFirst: Record<Severity, number> = { must: 6, should: 3, suspicious: 2 };

export function FindingsToDo({ today }: { today: Today }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { findings, can } = today;
  if (findings.length === 0) return null;
  const groups = severities.map((severity) => {
    const rules = findings.filter((rule) => rule.severity === severity);
    return { severity, rules: all ? rules : rules.slice(0, shownAtFirst[severity]) };
  });
  const shown = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  return (
    <ToDoList
      title={can.update ? t("today.findings.title") : t("today.findings.read")}
      hint={t("today.findings.hint")}
    >
      {groups
        .filter(({ rules }) => rules.length > 0)
        .map(({ severity, rules }) => (
          <div key={severity}>
            <h3 className="to-do-group">{t(`verdict.severity.${severity}`)}</h3>
            <ul>
              {rules.map((rule) => (
                <FindingLine key={rule.id} rule={rule} today={today} />
              ))}
            </ul>
          </div>
        ))}
      {(all || shown < findings.length) && (
        <button type="button" className="more-button" onClick={() => setAll(!all)}>
          {all ? t("today.less") : t("today.all", { n: findings.length })}
        </button>
      )}
    </ToDoList>
  );
}

function FindingLine({ rule, today }: { rule: RuleCount; today: Today }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <ToDoLine
      mark={<SeverityMark severity={rule.severity} />}
      count={
        <>
          {formatCount(rule.fail)}
          <small>{rule.unit === "member" ? t("unit.person") : t("unit.household")}</small>
        </>
      }
    >
      <Link
        data-row
        to="/areas/$area/households"
        params={{ area: today.area }}
        search={{ year: today.year, rule: rule.id, outcome: "fail" }}
      >
        {say(rule.failing)}
      </Link>
      <StandardTag standard={rule.standard} />
    </ToDoLine>
  );
}
