/** The worked examples of a rule as small cases: what is given, what must come out. */
import { useTranslation } from "react-i18next";
import type { PolicyRulePage } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { VerdictChip } from "../../design/verdict-chip.tsx";

export function RuleExamples({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <section className="panel rule-panel">
      <h2>{t("policy.examples")}</h2>
      <p className="soft small">{t("policy.examplesHint")}</p>
      <ol className="rule-examples">
        {rule.examples.map(({ given, expect, missing, note }, index) => (
          <li key={index}>
            <div className="example-head">
              <span className="faint small">{t("policy.example", { n: index + 1 })}</span>
              <span className="visually-hidden">
                {t("policy.expected")}
                {t("mark.colon")}
              </span>
              <VerdictChip verdict={{ kind: rule.kind, outcome: expect }} />
            </div>
            <dl>
              {given.map(({ term, shown }) => (
                <div key={term.zh}>
                  <dt>{say(term)}</dt>
                  <dd>{say(shown)}</dd>
                </div>
              ))}
            </dl>
            {missing.length > 0 && (
              <p className="example-missing small">
                {t("policy.missing", {
                  terms: missing.map(say).join(t("mark.and")),
                })}
              </p>
            )}
            {note !== null && <p className="faint small">{say(note)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
