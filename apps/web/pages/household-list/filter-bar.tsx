/**
 * The filters of the list; each change is a new address that can be sent to a colleague. On a phone they stay behind one
 * button until they are wanted: the households come first.
 */
import { FilterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { CodeFilter, ExitFilter, SaidFilter, YesNoFilter } from "./one-filter.tsx";
import { RuleFilter } from "./rule-filter.tsx";
import { useChangeFilters } from "./turn-list.ts";

const codeFilters = ["status", "attribute", "cause"] as const;
const saidFilters = ["helped", "monitored"] as const;
const yesNoFilters = ["poorVillage", "finding"] as const;

interface FilterBarProps {
  area: string;
  filters: HouseholdFilters;
  text: string | undefined;
}

export function FilterBar({ area, filters, text }: FilterBarProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const change = useChangeFilters(area, text);
  const { year, rule, outcome } = filters;
  return (
    <div className={isOpen ? "filter-bar filter-bar-open" : "filter-bar"}>
      <Button
        className="filter-more"
        icon={<FilterOutlined aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? "householdList.fewerFilters" : "householdList.filters")}
      </Button>
      {codeFilters.map((name) => (
        <CodeFilter key={name} name={name} chosen={filters[name]} change={change} />
      ))}
      {saidFilters.map((name) => (
        <SaidFilter key={name} name={name} chosen={filters[name]} change={change} />
      ))}
      {yesNoFilters.map((name) => (
        <YesNoFilter key={name} name={name} chosen={filters[name]} change={change} />
      ))}
      <ExitFilter chosen={filters.exit} change={change} />
      <RuleFilter area={area} year={year} rule={rule} outcome={outcome} change={change} />
    </div>
  );
}
