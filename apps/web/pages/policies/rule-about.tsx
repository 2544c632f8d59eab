/** The facts about a rule: source with its verification mark, dates, place, standards, note. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { LineKind, PolicyRulePage } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { ruleKinds } from "../../addresses/policy-filters.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { lineInForce } from "../../design/line-in-force.ts";
import { formatYuan } from "../../design/numbers.ts";
import { shownKindOf } from "../../design/shown-kind.ts";
import { SourceWords } from "../../design/policy-source.tsx";
import { useCurrentArea } from "../../frame/current-area.ts";
import { policyLinesQuery } from "../../server/policies.ts";
import { useValidWords } from "./valid-words.ts";

export function RuleAbout({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const validWords = useValidWords();
  return (
    <section className="panel rule-panel">
      <h2>{t("policy.about")}</h2>
      <dl className="rule-about">
        <Line term={t("policy.column.source")}>
          <SourceWords source={rule.source} deep />
          {rule.source.number === null && <p className="faint small">{t("policy.noNumber")}</p>}
        </Line>
        <Line term={t("policy.column.valid")}>{validWords(rule.valid)}</Line>
        <Line term={t("policy.column.place")}>{rule.place?.name ?? t("policy.country")}</Line>
        {rule.standards.length > 0 && (
          <Line term={t("policy.standards")}>
            {rule.standards.map(({ id, title }) => (
              <p key={id}>{say(title)}</p>
            ))}
          </Line>
        )}
        <Line term={t("policy.filter.kind")}>
          <KindWords rule={rule} />
        </Line>
        {rule.lines.map((kind) => (
          <Line key={kind} term={t("policy.lineOf", { line: t(`policy.lineKind.${kind}`) })}>
            <LineAmounts kind={kind} valid={rule.valid} />
          </Line>
        ))}
        {rule.note !== null && <Line term={t("policy.note")}>{say(rule.note)}</Line>}
      </dl>
      <p className="faint small" title={t("verdict.versionAbout")}>
        {t("policy.versionOf", { id: rule.id, version: rule.version })}
      </p>
      <p className="faint small">{t("verdict.versionAbout")}</p>
      {rule.standards.length > 0 && <p className="faint small">{t("verdict.standardAbout")}</p>}
    </section>
  );
}

/** What kind of rule, of whom, and how grave where it is one about the data. */
function KindWords({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const severity = (["must", "should", "suspicious"] as const).find((one) => one === rule.severity);
  const kind = ruleKinds.find((one) => one === shownKindOf(rule));
  return (
    <>
      {kind && t(`verdict.kind.${kind}`)} · {t(`policy.unit.${rule.unit}`)}
      {severity && kind === "quality" && ` · ${t(`verdict.severity.${severity}`)}`}
    </>
  );
}

/** Year by year as long as the rule is in force, in the place where the reader is. */
function LineAmounts({ kind, valid }: { kind: LineKind; valid: PolicyRulePage["valid"] }) {
  const { t } = useTranslation();
  const area = useCurrentArea() ?? "";
  const { data } = useQuery(policyLinesQuery);
  const years = [...new Set(data?.lines.map(({ year }) => year))].filter(
    (year) => `${year}-12-31` >= valid.from && (valid.to === null || `${year}-12-31` <= valid.to),
  );
  return years
    .toSorted((a, b) => b - a)
    .map((year) => {
      const line = lineInForce(data?.lines ?? [], kind, year, area);
      return (
        line && (
          <div key={year} className="rule-line-source">
            <p>
              {t("state.year", { year })}{" "}
              {line.amount === null
                ? t("policy.line.noAmount")
                : `${formatYuan(line.amount)} ${t("unit.yuan")}`}
            </p>
            <div className="faint small">
              <SourceWords source={line.source} />
            </div>
          </div>
        )
      );
    });
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
