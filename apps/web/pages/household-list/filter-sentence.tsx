/** The filters in force as a sentence, beginning with the place and the year. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type HouseholdFilters, withCodes, without } from "../../addresses/household-filters.ts";
import { useRuleTitle } from "../../design/rule-title.tsx";
import { useOutcomeWords } from "../../design/outcome-words.ts";
import { SentenceFilter, type SentencePart } from "../../design/sentence-filter.tsx";
import { figuresQuery, useAreaName } from "../../server/area.ts";
import type { HouseholdPageOf } from "../../../../domain/verdicts/list/household-list.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { useCodeLabel } from "./code-label.ts";
import { useTurnList } from "./turn-list.ts";

interface FilterSentenceProps {
  area: string;
  filters: HouseholdFilters;
  text: string | undefined;
  page: HouseholdPageOf | undefined;
}

/** A filter in words, and the filters that are left when it is taken away. */
interface FilterWords {
  key: string;
  words: string;
  left: HouseholdFilters;
}

export function FilterSentence({ area, filters, text, page }: FilterSentenceProps) {
  const { t } = useTranslation();
  const turn = useTurnList(area);
  const place = useAreaName(area);
  const year = page?.year;
  const words = [
    ...useCodeWords(filters),
    ...useYesNoWords(filters),
    ...useVerdictWords(area, filters),
    ...usePeriodWords(filters, page),
  ];
  const show = (left: HouseholdFilters, kept: string | undefined): void =>
    turn({ filters: left, text: kept });
  const parts: SentencePart[] = [{ key: "area", words: place }];
  if (year !== undefined) parts.push({ key: "year", words: t("state.year", { year }) });
  if (text !== undefined) {
    const matching = t("householdList.matching", { text });
    parts.push({ key: "text", words: matching, onRemove: () => show(filters, undefined) });
  }
  for (const one of words)
    parts.push({ key: one.key, words: one.words, onRemove: () => show(one.left, text) });
  const onClear = () => show(filters.year === undefined ? {} : { year: filters.year }, undefined);
  return <SentenceFilter parts={parts} onClear={onClear} />;
}

const codeFilters = [
  ["status", "exitStatus"],
  ["attribute", "povertyAttribute"],
  ["cause", "cause"],
] as const;

function useCodeWords(filters: HouseholdFilters): FilterWords[] {
  const labelOf = useCodeLabel();
  return codeFilters.flatMap(([name, list]) => {
    const chosen = filters[name] ?? [];
    return chosen.map((code) => ({
      key: `${name}-${code}`,
      words: labelOf(list, code),
      left: withCodes(
        filters,
        name,
        chosen.filter((one) => one !== code),
      ),
    }));
  });
}

function useYesNoWords(filters: HouseholdFilters): FilterWords[] {
  const { t } = useTranslation();
  const { helped, monitored, poorVillage, exited, finding } = filters;
  const words = {
    helped: helped && t(`householdList.helped.${helped}`),
    monitored: monitored && t(`householdList.monitored.${monitored}`),
    poorVillage: poorVillage && t(`householdList.poorVillage.${poorVillage}`),
    exited: exited && t(`householdList.exited.${exited}`),
    finding: finding && t(`householdList.finding.${finding}`),
  };
  return (["helped", "monitored", "poorVillage", "exited", "finding"] as const).flatMap((name) => {
    const said = words[name];
    return said === undefined ? [] : [{ key: name, words: said, left: without(filters, name) }];
  });
}

function useVerdictWords(area: string, filters: HouseholdFilters): FilterWords[] {
  const { t } = useTranslation();
  const titleOf = useRuleTitle();
  const { exit, failed, rule, outcome = "fail" } = filters;
  const outcomeWords = useOutcomeWords();
  const { data } = useQuery({ ...figuresQuery(area, filters.year), enabled: rule !== undefined });
  const parts: FilterWords[] = [];
  if (exit !== undefined) {
    parts.push({
      key: "exit",
      words: `${t("verdict.exit")} ${t(`verdict.outcome.${exit}`)}`,
      left: without(filters, "exit"),
    });
  }
  if (failed !== undefined) {
    parts.push({
      key: "failed",
      words: t(`householdList.failed.${failed}`),
      left: without(filters, "failed"),
    });
  }
  if (rule !== undefined) {
    const known = data?.rules.find((one) => one.id === rule);
    const words =
      known && outcome === "fail" && known.kind !== "eligibility"
        ? titleOf({ ...known, title: known.failing })
        : `${known ? titleOf(known) : rule} ${outcomeWords(known?.kind, outcome)}`;
    parts.push({
      key: "rule",
      words,
      left: without(without(filters, "rule"), "outcome"),
    });
  }
  return parts;
}

function usePeriodWords(filters: HouseholdFilters, page: HouseholdPageOf | undefined): FilterWords[] {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { period, ended = "over" } = filters;
  if (period === undefined) return [];
  const title = page?.period ? say(page.period) : period;
  const left = without(without(filters, "period"), "ended");
  return [{ key: "period", words: `${title} · ${t(`householdList.ended.${ended}`)}`, left }];
}
