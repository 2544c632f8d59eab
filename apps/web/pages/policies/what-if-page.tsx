/** Trying a changed line or condition over an area: the form, who would change side, and the rows behind each number. */
import "./policies.css";
import "./what-if.css";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PolicyRulePage } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { StandardTag } from "../../design/rule-title.tsx";
import { useCurrentArea } from "../../frame/current-area.ts";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { areaQuery, figuresQuery } from "../../server/area.ts";
import { policyLinesQuery, policyRuleQuery } from "../../server/policies.ts";
import { changeOf, isOutdated, useDraft } from "./use-draft.ts";
import { useTrial } from "./use-trial.ts";
import { WhatIfForm, type WhatIfFormProps } from "./what-if-form.tsx";
import { WhatIfResult } from "./what-if-result.tsx";

const route = getRouteApi("/framed/policies/$rule/what-if");

export function WhatIfPage() {
  const { t } = useTranslation();
  const { rule: id } = route.useParams();
  const view = route.useSearch();
  const current = useCurrentArea();
  const area = view.area ?? current ?? "";
  const rule = useQuery(policyRuleQuery(id));
  const lines = useQuery(policyLinesQuery);
  const place = useQuery({ ...areaQuery(area), enabled: area !== "" });
  const figures = useQuery({ ...figuresQuery(area, view.year), enabled: area !== "" });
  const trial = useTrial(id);
  const error = rule.error ?? lines.error ?? place.error ?? figures.error;
  const again = (): void => {
    for (const asked of [rule, lines, place, figures]) if (asked.error) void asked.refetch();
  };
  if (!rule.data || !lines.data)
    return error ? <PageProblem error={error} onRetry={again} /> : <PageLoading />;
  return (
    <div className="page">
      <PageTitle>{t("policy.whatIf.title")}</PageTitle>
      <WhatIfHead rule={rule.data} />
      <ProblemNotice error={error} onRetry={again} />
      {/* It stays while another place or year is read: what was typed into it must not go. */}
      <FormAndResult
        key={id}
        rule={rule.data}
        lines={lines.data.lines}
        area={area}
        place={place.data}
        book={figures.data}
        trial={trial}
      />
    </div>
  );
}

function FormAndResult(props: Omit<WhatIfFormProps, "draft" | "onDraft">) {
  const { rule, trial, area, book } = props;
  const [draft, setDraft] = useDraft(rule, trial);
  const asked = trial.asked?.question;
  // While a book is read its year is not known: the one that was asked for is as good as any.
  const year = book?.year ?? asked?.year ?? 0;
  const outdated = asked !== undefined && isOutdated(asked, { change: changeOf(draft), area, year });
  return (
    <div className="what-if-grid">
      <WhatIfForm {...props} draft={draft} onDraft={setDraft} />
      <WhatIfResult trial={trial} isOutdated={outdated} />
    </div>
  );
}

function WhatIfHead({ rule }: { rule: PolicyRulePage }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <div className="policy-head">
      <ol className="crumbs">
        <li>
          <Link to="/policies">{t("policy.title")}</Link>
        </li>
        <li>
          <Link to="/policies/$rule" params={{ rule: rule.id }}>
            {say(rule.title)}
          </Link>
        </li>
      </ol>
      <h1 className="page-title rule-title">
        {t("policy.whatIf.title")}
        {t("mark.colon")}
        {say(rule.title)} <StandardTag standard={rule.standard} />
      </h1>
      <p className="soft">{t("policy.whatIf.lead")}</p>
    </div>
  );
}
