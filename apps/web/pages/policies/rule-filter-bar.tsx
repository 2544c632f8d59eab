/** The filters of the rules; each change is a new address. */
import { useNavigate } from "@tanstack/react-router";
import { Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { PolicyRule } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { type PolicyFilters, ruleKinds, ruleUnits } from "../../addresses/policy-filters.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { shownKindOf } from "../../design/shown-kind.ts";
import { searchState } from "../../frame/search-text.ts";
import { useAreaName } from "../../server/area.ts";

interface RuleFilterBarProps {
  rules: PolicyRule[];
  filters: PolicyFilters;
  text: string;
  /** Where the reader is. */
  area: string;
}

type FilterName = "standard" | "kind" | "unit" | "year" | "place";

export function RuleFilterBar({ rules, filters, text, area }: RuleFilterBarProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const options = useOptions(rules);
  const place = useAreaName(area);
  const turn = (search: PolicyFilters): void =>
    void navigate({ to: "/policies", search, state: searchState(text) });
  const show = (name: FilterName, chosen: string | number | null | undefined): void => {
    const { [name]: _, ...rest } = filters;
    turn(chosen === null || chosen === undefined ? rest : { ...rest, [name]: chosen });
  };
  const { scope, ...here } = filters;
  return (
    <div className="policy-filters">
      <Checkbox
        className="policy-here"
        checked={scope === undefined}
        disabled={filters.place !== undefined}
        onChange={({ target }) => turn(target.checked ? here : { ...here, scope: "everywhere" })}
      >
        {t("policy.filter.here", { place })}
      </Checkbox>
      {(["standard", "kind", "unit", "year", "place"] as const).map((name) => (
        <Select
          key={name}
          aria-label={t(`policy.filter.${name}`)}
          placeholder={t(`policy.filter.${name}`)}
          allowClear
          popupMatchSelectWidth={false}
          value={filters[name] ?? null}
          options={options[name]}
          onChange={(chosen) => show(name, chosen)}
        />
      ))}
    </div>
  );
}

interface Option {
  value: string | number;
  label: string;
}

function useOptions(rules: PolicyRule[]): Record<FilterName, Option[]> {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const standards = new Map(
    rules.flatMap(({ standard }) => (standard ? [[standard.id, standard.name]] : [])),
  );
  const places = new Map(rules.flatMap(({ place }) => (place ? [[place.code, place.name]] : [])));
  return {
    standard: [...standards].map(([value, name]) => ({ value, label: say(name) })),
    kind: ruleKinds
      .filter((kind) => rules.some((rule) => shownKindOf(rule) === kind))
      .map((value) => ({ value, label: t(`verdict.kind.${value}`) })),
    unit: ruleUnits.map((value) => ({ value, label: t(`policy.unit.${value}`) })),
    year: yearsOf(rules).map((value) => ({ value, label: t("state.year", { year: value }) })),
    place: [
      { value: "000000000000", label: t("policy.country") },
      ...[...places].map(([value, label]) => ({ value, label })),
    ],
  };
}

/** From the first year that a rule holds in to the last that a date names, newest first. */
function yearsOf(rules: readonly PolicyRule[]): number[] {
  const years = rules.flatMap(({ valid }) =>
    [valid.from, ...(valid.to === null ? [] : [valid.to])].map((day) => Number(day.slice(0, 4))),
  );
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
