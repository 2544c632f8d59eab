/** The filters of the list; each change is a new address that can be sent to a colleague. */
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useBothLanguages } from "../../design/both-languages.ts";
import { figuresQuery } from "../../server/area.ts";
import { codeListsQuery } from "../../server/households.ts";
import { CheckFilter } from "./check-filter.tsx";
import { type HouseholdFilters, outcomes, withCodes, without } from "../../addresses/household-filters.ts";

const codeFilters = [
  ["status", "exitStatus", "exitStatus"],
  ["attribute", "attribute", "povertyAttribute"],
  ["cause", "cause", "cause"],
] as const;

export function FilterBar({ area, filters }: { area: string; filters: HouseholdFilters }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text } = useLocation().state;
  const { data: codeLists } = useQuery(codeListsQuery);
  const show = (next: HouseholdFilters): void =>
    void navigate({
      to: "/areas/$area/households",
      params: { area },
      search: next,
      state: text === undefined ? {} : { text },
    });
  return (
    <div className="filter-bar">
      {codeFilters.map(([name, word, list]) => (
        <CheckFilter
          key={name}
          label={t(`householdList.${word}`)}
          chosen={filters[name] ?? []}
          options={codeLists?.lists.find((one) => one.id === list)?.items ?? []}
          onChange={(codes) => show(withCodes(filters, name, codes))}
        />
      ))}
      <Select
        aria-label={t("householdList.exitOutcome")}
        placeholder={t("householdList.exitOutcome")}
        allowClear
        popupMatchSelectWidth={false}
        value={filters.exit ?? null}
        options={outcomes.map((one) => ({ value: one, label: t(`verdict.exitOutcome.${one}`) }))}
        onChange={(exit) => show(exit ? { ...filters, exit } : without(filters, "exit"))}
      />
      <RuleFilter area={area} filters={filters} show={show} />
    </div>
  );
}

interface RuleFilterProps {
  area: string;
  filters: HouseholdFilters;
  show: (filters: HouseholdFilters) => void;
}

function RuleFilter({ area, filters, show }: RuleFilterProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { data } = useQuery(figuresQuery(area, filters.year));
  const kinds = [...new Set(data?.rules.map((rule) => rule.kind))];
  const options = kinds.map((kind) => ({
    label: t(`verdict.kind.${kind}` as "verdict.kind.criterion"),
    options: (data?.rules ?? [])
      .filter((rule) => rule.kind === kind)
      .map((rule) => ({ value: rule.id, label: say(rule.title) })),
  }));
  return (
    <>
      <Select
        className="rule-select"
        aria-label={t("householdList.rule")}
        placeholder={t("householdList.rule")}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={360}
        value={filters.rule ?? null}
        options={options}
        onChange={(rule) =>
          show(
            rule
              ? { ...filters, rule, outcome: filters.outcome ?? "fail" }
              : without(without(filters, "rule"), "outcome"),
          )
        }
      />
      {filters.rule !== undefined && (
        <Select
          aria-label={t("householdList.ruleOutcome")}
          value={filters.outcome ?? "fail"}
          popupMatchSelectWidth={false}
          options={outcomes.map((one) => ({ value: one, label: t(`verdict.outcome.${one}`) }))}
          onChange={(outcome) => show({ ...filters, outcome })}
        />
      )}
    </>
  );
}
