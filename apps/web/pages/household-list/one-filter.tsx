/** The single filters of the bar. Each is drawn again when its own choice changes: a bar of nine costs more than fifty rows. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import {
  type HouseholdFilters,
  type YesNo,
  exitOutcomes,
  withCodes,
  without,
  type YesNoUnknown,
  yesNo,
  yesNoUnknown,
} from "../../addresses/household-filters.ts";
import { codeListsQuery } from "../../server/households.ts";
import { CheckFilter } from "./check-filter.tsx";
import type { ChangeFilters } from "./turn-list.ts";

const codeLists = {
  status: ["exitStatus", "exitStatus"],
  attribute: ["attribute", "povertyAttribute"],
  cause: ["cause", "cause"],
} as const;

interface CodeFilterProps {
  name: keyof typeof codeLists;
  chosen: string[] | undefined;
  change: ChangeFilters;
}

export const CodeFilter = memo(function CodeFilter({ name, chosen, change }: CodeFilterProps) {
  const { t } = useTranslation();
  const { data } = useQuery(codeListsQuery);
  const [word, list] = codeLists[name];
  return (
    <CheckFilter
      label={t(`householdList.${word}`)}
      chosen={chosen ?? []}
      options={data?.lists.find((one) => one.id === list)?.items ?? []}
      onChange={(codes) => change((filters) => withCodes(filters, name, codes))}
    />
  );
});

interface YesNoFilterProps {
  name: "poorVillage" | "finding";
  chosen: YesNo | undefined;
  change: ChangeFilters;
}

export const YesNoFilter = memo(function YesNoFilter({ name, chosen, change }: YesNoFilterProps) {
  const { t } = useTranslation();
  return (
    <OneChoice
      label={t(`householdList.${name}.label`)}
      chosen={chosen}
      options={yesNo.map((one) => ({ value: one, label: t(`householdList.${name}.${one}`) }))}
      choose={(next) => change((filters) => (next ? { ...filters, [name]: next } : without(filters, name)))}
    />
  );
});

interface SaidFilterProps {
  name: "helped" | "monitored";
  chosen: YesNoUnknown | undefined;
  change: ChangeFilters;
}

/** As the one above, of what the books may not say. */
export const SaidFilter = memo(function SaidFilter({ name, chosen, change }: SaidFilterProps) {
  const { t } = useTranslation();
  return (
    <OneChoice
      label={t(`householdList.${name}.label`)}
      chosen={chosen}
      options={yesNoUnknown.map((one) => ({ value: one, label: t(`householdList.${name}.${one}`) }))}
      choose={(next) => change((filters) => (next ? { ...filters, [name]: next } : without(filters, name)))}
    />
  );
});

interface ExitFilterProps {
  chosen: HouseholdFilters["exit"];
  change: ChangeFilters;
}

export const ExitFilter = memo(function ExitFilter({ chosen, change }: ExitFilterProps) {
  const { t } = useTranslation();
  return (
    <OneChoice
      label={t("householdList.exitOutcome")}
      chosen={chosen}
      options={exitOutcomes.map((one) => ({ value: one, label: t(`verdict.outcome.${one}`) }))}
      choose={(exit) => change((filters) => (exit ? { ...filters, exit } : without(filters, "exit")))}
    />
  );
});

interface OneChoiceProps<Choice extends string> {
  label: string;
  chosen: Choice | undefined;
  options: { value: Choice; label: string }[];
  /** undefined: the filter is taken away. */
  choose: (choice: Choice | undefined) => void;
}

function OneChoice<Choice extends string>({ label, chosen, options, choose }: OneChoiceProps<Choice>) {
  return (
    <Select<Choice | null>
      aria-label={label}
      placeholder={label}
      allowClear
      popupMatchSelectWidth={false}
      value={chosen ?? null}
      options={options}
      onChange={(next) => choose(next ?? undefined)}
    />
  );
}
