/** Chooses a rule and how it came out. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { type HouseholdFilters, outcomes, without } from "../../addresses/household-filters.ts";
import type { RuleCount } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { shownKindOf } from "../../design/shown-kind.ts";
import { useOutcomeWords } from "../../design/outcome-words.ts";
import { useRuleTitle } from "../../design/rule-title.tsx";
import { figuresQuery } from "../../server/area.ts";
import type { ChangeFilters } from "./turn-list.ts";

interface RuleFilterProps {
  area: string;
  year: number | undefined;
  rule: string | undefined;
  outcome: HouseholdFilters["outcome"];
  change: ChangeFilters;
}

const kinds = ["criterion", "elimination", "eligibility", "risk", "quality", "score"] as const;

export const RuleFilter = memo(function RuleFilter(props: RuleFilterProps) {
  const { area, year, rule, outcome = "fail", change } = props;
  const { t } = useTranslation();
  const outcomeWords = useOutcomeWords();
  const { data } = useQuery(figuresQuery(area, year));
  const kind = data?.rules.find((one) => one.id === rule)?.kind;
  const options = useRuleOptions(data?.rules ?? []);
  return (
    <>
      <Select
        className="rule-select"
        aria-label={t("householdList.rule")}
        placeholder={t("householdList.rule")}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={360}
        value={rule ?? null}
        options={options}
        onChange={(chosen) =>
          change((filters) =>
            chosen ? { ...filters, rule: chosen, outcome } : without(without(filters, "rule"), "outcome"),
          )
        }
      />
      {rule !== undefined && (
        <Select
          aria-label={t("householdList.ruleOutcome")}
          value={outcome}
          popupMatchSelectWidth={false}
          options={outcomes.map((one) => ({ value: one, label: outcomeWords(kind, one) }))}
          onChange={(chosen) => change((filters) => ({ ...filters, outcome: chosen }))}
        />
      )}
    </>
  );
});

/** The rules that hold in the area, grouped by kind. */
function useRuleOptions(rules: RuleCount[]) {
  const { t } = useTranslation();
  const titleOf = useRuleTitle();
  return kinds
    .map((kind) => ({
      label: t(`verdict.kind.${kind}`),
      options: rules
        .filter((rule) => shownKindOf(rule) === kind)
        .map((rule) => ({ value: rule.id, label: titleOf(rule) })),
    }))
    .filter((group) => group.options.length > 0);
}
