/** All rules and lines that verdicts are made of: search, filters, each rule opens to its page. */
import "./policies.css";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { policyTabs } from "../../addresses/policy-filters.ts";
import { TabStrip } from "../../design/tab-strip.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { policyLinesQuery, policyRulesQuery } from "../../server/policies.ts";
import { AllRules } from "./all-rules.tsx";
import { LineTable } from "./line-table.tsx";
import { RuleList } from "./rule-list.tsx";

const route = getRouteApi("/framed/policies");

export function PolicyListPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = useNavigate();
  const rules = useQuery(policyRulesQuery);
  const lines = useQuery(policyLinesQuery);
  const error = rules.error ?? lines.error;
  if (error && !(rules.data && lines.data))
    return <PageProblem error={error} onRetry={() => void Promise.all([rules.refetch(), lines.refetch()])} />;
  if (!rules.data || !lines.data) return <PageLoading />;
  const { tab = "rules" } = filters;
  return (
    <div className="page">
      <PageTitle>{t("policy.title")}</PageTitle>
      <div className="policy-head">
        <h1 className="page-title">{t("policy.title")}</h1>
        <p className="soft">{t("policy.lead")}</p>
      </div>
      <section className="panel" aria-label={t(`policy.${tab}`)}>
        <TabStrip
          label={t("policy.title")}
          active={tab}
          onChange={(chosen) => void navigate({ to: "/policies", search: { ...filters, tab: chosen } })}
          tabs={policyTabs.map((key) => ({ key, label: t(`policy.tabs.${key}`) }))}
        >
          {tab === "rules" ? (
            <RuleList rules={rules.data.rules} filters={filters} />
          ) : (
            <LineTable lines={lines.data.lines} />
          )}
        </TabStrip>
      </section>
      <AllRules rules={rules.data.rules} />
      <p className="provenance policy-provenance" title={t("verdict.versionAbout")}>
        <span>{t("verdict.version", { version: rules.data.version })}</span>
        <span>{t("verdict.versionAbout")}</span>
      </p>
    </div>
  );
}
