/** The filters of the list; each change is a new address that can be sent to a colleague. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { codeListsQuery } from "../../server/households.ts";
import { CheckFilter } from "./check-filter.tsx";
import { RuleFilter } from "./rule-filter.tsx";
import { useTurnList } from "./turn-list.ts";
import {
  type HouseholdFilters,
  outcomes,
  withCodes,
  without,
  yesNo,
} from "../../addresses/household-filters.ts";

const codeFilters = [
  ["status", "exitStatus", "exitStatus"],
  ["attribute", "attribute", "povertyAttribute"],
  ["cause", "cause", "cause"],
] as const;

const yesNoFilters = ["helped", "monitored", "poorVillage", "finding"] as const;

interface FilterBarProps {
  area: string;
  filters: HouseholdFilters;
  text: string | undefined;
}

/** Drawn again when a filter changes, and not for each page of rows. */
export const FilterBar = memo(function FilterBar({ area, filters, text }: FilterBarProps) {
  const { t } = useTranslation();
  const turn = useTurnList(area);
  const { data: codeLists } = useQuery(codeListsQuery);
  const show = (next: HouseholdFilters): void => turn({ filters: next, text });
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
      {yesNoFilters.map((name) => (
        <Select
          key={name}
          aria-label={t(`householdList.${name}.label`)}
          placeholder={t(`householdList.${name}.label`)}
          allowClear
          popupMatchSelectWidth={false}
          value={filters[name] ?? null}
          options={yesNo.map((one) => ({ value: one, label: t(`householdList.${name}.${one}`) }))}
          onChange={(chosen) => show(chosen ? { ...filters, [name]: chosen } : without(filters, name))}
        />
      ))}
      <Select
        aria-label={t("householdList.exitOutcome")}
        placeholder={t("householdList.exitOutcome")}
        allowClear
        popupMatchSelectWidth={false}
        value={filters.exit ?? null}
        options={outcomes.map((one) => ({ value: one, label: t(`verdict.outcome.${one}`) }))}
        onChange={(exit) => show(exit ? { ...filters, exit } : without(filters, "exit"))}
      />
      <RuleFilter area={area} filters={filters} show={show} />
    </div>
  );
});
