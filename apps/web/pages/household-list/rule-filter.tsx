/** Chooses a rule and how it came out. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { type HouseholdFilters, outcomes, without } from "../../addresses/household-filters.ts";
import type { RuleCount } from "../../../../domain/verdicts/figure.contract.ts";
import { shownKindOf } from "../../design/exit-criterion.ts";
import { useOutcomeWords } from "../../design/outcome-words.ts";
import { useRuleTitle } from "../../design/rule-title.tsx";
import { figuresQuery } from "../../server/area.ts";

interface RuleFilterProps {
  area: string;
  filters: HouseholdFilters;
  show: (filters: HouseholdFilters) => void;
}

const kinds = ["criterion", "elimination", "eligibility", "risk", "quality", "score"] as const;

export function RuleFilter({ area, filters, show }: RuleFilterProps) {
  const { t } = useTranslation();
  const outcomeWords = useOutcomeWords();
  const { data } = useQuery(figuresQuery(area, filters.year));
  const kind = data?.rules.find((one) => one.id === filters.rule)?.kind;
  const options = useRuleOptions(data?.rules ?? []);
  const { rule, outcome = "fail" } = filters;
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
          show(chosen ? { ...filters, rule: chosen, outcome } : without(without(filters, "rule"), "outcome"))
        }
      />
      {rule !== undefined && (
        <Select
          aria-label={t("householdList.ruleOutcome")}
          value={outcome}
          popupMatchSelectWidth={false}
          options={outcomes.map((one) => ({ value: one, label: outcomeWords(kind, one) }))}
          onChange={(chosen) => show({ ...filters, outcome: chosen })}
        />
      )}
    </>
  );
}

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
