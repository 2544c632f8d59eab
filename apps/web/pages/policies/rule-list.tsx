/** The rules that fit search and filters. The search stays with the history entry, the filters in the address. */
import { Link, useNavigate } from "@tanstack/react-router";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import type { PolicyRule } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { type PolicyFilters, ruleKinds } from "../../addresses/policy-filters.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { SourceWords } from "../../design/policy-source.tsx";
import { shownKindOf } from "../../design/shown-kind.ts";
import { StandardTag } from "../../design/rule-title.tsx";
import { useCurrentArea } from "../../frame/current-area.ts";
import { useRowKeys } from "../../frame/row-keys.ts";
import { searchState, useSearchText } from "../../frame/search-text.ts";
import { filterRules } from "./filter-rules.ts";
import { RuleFilterBar } from "./rule-filter-bar.tsx";
import { useValidWords } from "./valid-words.ts";

const wholeCountry = "000000000000";

interface RuleListProps {
  rules: PolicyRule[];
  filters: PolicyFilters;
}

export function RuleList({ rules, filters }: RuleListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const text = useSearchText() ?? "";
  const area = useCurrentArea() ?? wholeCountry;
  const shown = filterRules(rules, filters, text, area);
  const [n, all] = [shown.length, rules.length];
  return (
    <>
      <div className="policy-search">
        <Input
          type="search"
          data-search
          aria-label={t("policy.search")}
          placeholder={t("policy.searchHint")}
          value={text}
          onChange={({ target }) =>
            void navigate({
              to: "/policies",
              search: filters,
              state: searchState(target.value),
              replace: true,
            })
          }
        />
        <RuleFilterBar rules={rules} filters={filters} text={text} area={area} />
      </div>
      <p className="list-count soft" role="status">
        {n === all ? t("policy.shown", { n }) : t("policy.shownOf", { n, all })}
      </p>
      <p className="list-count soft">{t("policy.legend")}</p>
      {n === 0 ? (
        <EmptyState title={t("policy.empty")} hint={t("policy.emptyHint")} />
      ) : (
        <RuleTable rules={shown} />
      )}
    </>
  );
}

function RuleTable({ rules }: { rules: PolicyRule[] }) {
  const { t } = useTranslation();
  const body = useRowKeys();
  const heads = (["rule", "required", "source", "valid", "place"] as const).map((key) => ({
    key,
    words: t(`policy.column.${key}`),
  }));
  return (
    <DataTable label={t("policy.rules")} className="policy-table" stacks heads={heads} body={body}>
      {rules.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
    </DataTable>
  );
}

function RuleRow({ rule }: { rule: PolicyRule }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const validWords = useValidWords();
  const kind = ruleKinds.find((one) => one === shownKindOf(rule));
  return (
    <tr>
      <th scope="row">
        <Link data-row to="/policies/$rule" params={{ rule: rule.id }}>
          {say(rule.title)}
        </Link>
        <p className="policy-tags faint small">
          <StandardTag standard={rule.standard} />
          {kind && <span>{t(`verdict.kind.${kind}`)}</span>}
          {rule.unit === "member" && <span>{t("policy.unit.member")}</span>}
        </p>
      </th>
      <td data-label={t("policy.column.required")}>{say(joined(rule.required))}</td>
      <td data-label={t("policy.column.source")}>
        <SourceWords source={rule.source} />
      </td>
      <td className="policy-valid" data-label={t("policy.column.valid")}>
        {validWords(rule.valid)}
      </td>
      <td className="policy-place" data-label={t("policy.column.place")}>
        {rule.place?.name ?? t("policy.country")}
      </td>
    </tr>
  );
}

function joined(parts: PolicyRule["required"]): { zh: string; en: string } {
  return { zh: parts.map(({ zh }) => zh).join("；"), en: parts.map(({ en }) => en).join("; ") };
}
