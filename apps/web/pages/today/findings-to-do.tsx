/** Failed rules of the area by gravity; each count opens to its households. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Today } from "../../../../domain/today/today.contract.ts";
import type { RuleCount } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { useAgainWords } from "../../design/again-words.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatCount } from "../../design/numbers.ts";
import { type Matter, besideRepeated } from "../../../../engines/policy/matter.ts";
import { failsTheSame } from "../../design/repeated-rules.ts";
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
  const matters = besideRepeated(findings);
  const groups = severities.map((severity) => {
    const found = matters.filter(({ first }) => first.severity === severity);
    return { severity, found: all ? found : found.slice(0, shownAtFirst[severity]) };
  });
  const shown = groups.reduce((sum, { found }) => sum + found.length, 0);
  return (
    <ToDoList
      title={can.update ? t("today.findings.title") : t("today.findings.read")}
      hint={t("today.findings.hint")}
    >
      {groups
        .filter(({ found }) => found.length > 0)
        .map(({ severity, found }) => (
          <FindingGroup key={severity} severity={severity} found={found} today={today} />
        ))}
      {(all || shown < matters.length) && (
        <button type="button" className="more-button" onClick={() => setAll(!all)}>
          {all ? t("today.less") : t("today.all", { n: matters.length })}
        </button>
      )}
    </ToDoList>
  );
}

interface FindingGroupProps {
  severity: Severity;
  found: Matter<RuleCount>[];
  today: Today;
}

function FindingGroup({ severity, found, today }: FindingGroupProps) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 className="to-do-group">{t(`verdict.severity.${severity}`)}</h3>
      <ul>
        {found.flatMap(({ first, again }) => {
          const others = again.filter((rule) => !failsTheSame(first, rule));
          const same = [first, ...again.filter((rule) => !others.includes(rule))];
          return [
            <FindingLine key={first.id} rule={first} standards={same} today={today} />,
            ...others.map((rule) => (
              <FindingLine key={rule.id} rule={rule} standards={[rule]} today={today} isAgain />
            )),
          ];
        })}
      </ul>
    </div>
  );
}

interface FindingLineProps {
  rule: RuleCount;
  /** The rules whose standards the line is of: the same households fail them. */
  standards: RuleCount[];
  today: Today;
  /** It asks again what the line above asks. */
  isAgain?: boolean;
}

function FindingLine({ rule, standards, today, isAgain = false }: FindingLineProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const againWords = useAgainWords();
  return (
    <ToDoLine
      mark={!isAgain && <SeverityMark severity={rule.severity} />}
      about={isAgain && againWords(rule)}
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
      {standards.map(({ id, standard }) => (
        <StandardTag key={id} standard={standard} />
      ))}
    </ToDoLine>
  );
}
