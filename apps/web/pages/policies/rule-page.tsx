/** One rule: what it asks for in plain words, where it comes from, its worked examples, and whom it concerns here. */
import "./policies.css";
import { ExperimentOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PolicyRulePage } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { StandardTag } from "../../design/rule-title.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { policyRuleQuery } from "../../server/policies.ts";
import { useMay } from "../../server/session.ts";
import { InArea } from "./in-area.tsx";
import { RuleAbout } from "./rule-about.tsx";
import { RuleExamples } from "./rule-examples.tsx";
import { RuleText } from "./rule-text.tsx";

const route = getRouteApi("/framed/policies/$rule");

export function RulePage() {
  const say = useBothLanguages();
  const { rule: id } = route.useParams();
  const { year } = route.useSearch();
  const rule = useQuery(policyRuleQuery(id));
  if (rule.error && !rule.data) return <PageProblem error={rule.error} onRetry={() => void rule.refetch()} />;
  if (!rule.data) return <PageLoading />;
  return (
    <div className="page">
      <PageTitle>{say(rule.data.title)}</PageTitle>
      <RuleHead rule={rule.data} />
      <div className="rule-grid">
        <div className="rule-column">
          <Requirements rule={rule.data} />
          <RuleExamples rule={rule.data} />
          <RuleText rule={rule.data} />
        </div>
        <div className="rule-column">
          <InArea rule={rule.data} year={year} />
          <RuleAbout rule={rule.data} />
        </div>
      </div>
    </div>
  );
}

function RuleHead({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const mayTry = useMay("policy.what-if");
  const say = useBothLanguages();
  return (
    <div className="page-head">
      <div className="page-head-main">
        <ol className="crumbs">
          <li>
            <Link to="/policies">{t("policy.title")}</Link>
          </li>
        </ol>
        <h1 className="page-title rule-title">
          {say(rule.title)} <StandardTag standard={rule.standard} />
        </h1>
      </div>
      {mayTry && (
        <div className="page-head-side">
          <Link className="head-link" to="/policies/$rule/what-if" params={{ rule: rule.id }}>
            <ExperimentOutlined aria-hidden /> {t("policy.whatIf.open")}
          </Link>
        </div>
      )}
    </div>
  );
}

/** Whom the rule concerns, what it asks for, whom it leaves out. */
function Requirements({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <section className="panel rule-panel">
      <h2>{t("policy.column.required")}</h2>
      <p className="soft">
        {t("policy.appliesTo")}
        {t("mark.colon")}
        {rule.appliesTo ? say(rule.appliesTo) : t(`policy.everyone.${rule.unit}`)}
      </p>
      <ol className="rule-parts">
        {rule.required.map((part, index) => (
          <li key={part.zh}>
            <p>{say(part)}</p>
            {rule.message[index] && <Message of={rule.message[index]} />}
          </li>
        ))}
      </ol>
      {rule.exemptions.length > 0 && (
        <>
          <h3>{t("policy.exemptions")}</h3>
          <ul className="rule-parts">
            {rule.exemptions.map(({ when, required, reason }) => (
              <li key={when}>
                <p>{say(required)}</p>
                <p className="soft small">{say(reason)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <Contradictions rule={rule} />
    </section>
  );
}

/** What a household will be told, with marks where its own values will stand. */
function Message({ of }: { of: PolicyRulePage["message"][number] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const words = say(of).replaceAll(/\{([^{}]+)\}/g, (_, name: string) => t("policy.slot", { name }));
  return <p className="soft small">{words}</p>;
}

function Contradictions({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (rule.contradictions.length === 0) return null;
  return (
    <>
      <h3>{t("policy.contradictions")}</h3>
      <p className="soft small">{t("policy.contradictionsHint")}</p>
      <ul className="rule-parts">
        {rule.contradictions.map(({ when, statement }) => (
          <li key={when}>{say(statement)}</li>
        ))}
      </ul>
    </>
  );
}
