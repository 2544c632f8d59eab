/** The text that is judged, folded away: for those who want to read it exactly. */
import { useTranslation } from "react-i18next";
import type { PolicyRulePage } from "../../../../domain/verdicts/policy/policy.contract.ts";

export function RuleText({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const texts = [
    ...(rule.applies === null ? [] : [{ word: "applies" as const, text: rule.applies }]),
    { word: "when" as const, text: rule.when },
    ...rule.exemptions.map(({ when }) => ({ word: "exemption" as const, text: when })),
    ...rule.contradictions.map(({ when }) => ({ word: "contradiction" as const, text: when })),
  ];
  return (
    <details className="panel rule-panel rule-fold">
      <summary>{t("policy.text")}</summary>
      {texts.map(({ word, text }) => (
        <div key={`${word} ${text}`}>
          <h3>{t(`policy.textOf.${word}`)}</h3>
          <pre className="rule-text">{text}</pre>
        </div>
      ))}
    </details>
  );
}
