/** The filters in force as a sentence, beginning with the place and the year. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useBothLanguages } from "../../design/both-languages.ts";
import { SentenceFilter, type SentencePart } from "../../design/sentence-filter.tsx";
import { figuresQuery, useAreaName } from "../../server/area.ts";
import { useCodeLabel } from "./code-label.ts";
import { type HouseholdFilters, withCodes, without } from "../../addresses/household-filters.ts";

interface FilterSentenceProps {
  area: string;
  filters: HouseholdFilters;
  text: string | undefined;
  year: number | undefined;
}

export function FilterSentence({ area, filters, text, year }: FilterSentenceProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = useAreaName(area);
  const labelOf = useCodeLabel();
  const ruleTitle = useRuleTitle(area, filters);
  const show = (next: HouseholdFilters, keepText = true): void =>
    void navigate({
      to: "/areas/$area/households",
      params: { area },
      search: next,
      state: keepText && text !== undefined ? { text } : {},
    });
  const { status, attribute, cause, exit, rule, outcome, ...fixed } = filters;
  const codes = (name: "status" | "attribute" | "cause", list: string): SentencePart[] =>
    (filters[name] ?? []).map((code) => ({
      key: `${name}-${code}`,
      words: labelOf(list, code),
      onRemove: () =>
        show(
          withCodes(
            filters,
            name,
            (filters[name] ?? []).filter((one) => one !== code),
          ),
        ),
    }));
  const parts: SentencePart[] = [
    { key: "area", words: place },
    ...(year === undefined ? [] : [{ key: "year", words: t("state.year", { year }) }]),
    ...(text === undefined
      ? []
      : [
          { key: "text", words: t("householdList.matching", { text }), onRemove: () => show(filters, false) },
        ]),
    ...codes("status", "exitStatus"),
    ...codes("attribute", "povertyAttribute"),
    ...codes("cause", "cause"),
    ...(exit === undefined
      ? []
      : [
          {
            key: "exit",
            words: t(`verdict.exitOutcome.${exit}`),
            onRemove: () => show(without(filters, "exit")),
          },
        ]),
    ...(rule === undefined
      ? []
      : [
          {
            key: "rule",
            words: `${ruleTitle} ${t(`verdict.outcome.${outcome ?? "fail"}`)}`,
            onRemove: () => show(without(without(filters, "rule"), "outcome")),
          },
        ]),
  ];
  return <SentenceFilter parts={parts} onClear={() => show(fixed, false)} />;
}

function useRuleTitle(area: string, filters: HouseholdFilters): string {
  const say = useBothLanguages();
  const { data } = useQuery({ ...figuresQuery(area, filters.year), enabled: filters.rule !== undefined });
  const rule = data?.rules.find((one) => one.id === filters.rule);
  return rule ? say(rule.title) : (filters.rule ?? "");
}
