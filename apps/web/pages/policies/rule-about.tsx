/** The facts about a rule: source with its verification mark, dates, place, standards, note. */
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { PolicyRulePage } from "../../../../domain/verdicts/policy.contract.ts";
import { ruleKinds } from "../../addresses/policy-filters.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { SourceWords } from "../../design/policy-source.tsx";
import { useValidWords } from "./valid-words.ts";

export function RuleAbout({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const validWords = useValidWords();
  const severity = (["must", "should", "suspicious"] as const).find((one) => one === rule.severity);
  const kind = ruleKinds.find((one) => one === rule.kind);
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
          {kind && t(`verdict.kind.${kind}`)} · {t(`policy.unit.${rule.unit}`)}
          {severity && kind === "quality" && ` · ${t(`verdict.severity.${severity}`)}`}
        </Line>
        {rule.note !== null && <Line term={t("policy.note")}>{rule.note}</Line>}
      </dl>
      <p className="faint small">{t("policy.versionOf", { id: rule.id, version: rule.version })}</p>
    </section>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
