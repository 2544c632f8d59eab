/** The filters in force as a sentence, beginning with the place. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ListedEvent } from "../../../../domain/audit/event.contract.ts";
import type { AuditFilters } from "../../addresses/audit-filters.ts";
import { SentenceFilter, type SentencePart } from "../../design/sentence-filter.tsx";
import { useAreaName } from "../../server/area.ts";
import { recordedPeopleQuery } from "../../server/audit.ts";
import { useActing } from "../../server/session.ts";

interface AuditSentenceProps {
  filters: AuditFilters;
  events: readonly ListedEvent[];
  onChange: (filters: AuditFilters) => void;
}

export function AuditSentence({ filters, events, onChange }: AuditSentenceProps) {
  const { t } = useTranslation();
  const own = useActing()?.areaCode ?? null;
  const ownName = useAreaName(own);
  const areaName = useAreaName(filters.area ?? null);
  const span = useSpanWords(filters);
  const person = usePersonWords(filters.person);
  const household = events.find((event) => event.household)?.household;
  const number = household && t("audit.ofHousehold", { no: household.registerNo });
  const words: [string, string | undefined | false, (keyof AuditFilters)[]][] = [
    ["area", filters.area && areaName, ["area"]],
    ["span", span, ["from", "to"]],
    ["person", person, ["person"]],
    ["action", filters.action && t(`audit.act.${filters.action}`), ["action"]],
    ["household", filters.household && (number ?? t("audit.ofOneHousehold")), ["household"]],
  ];
  const parts: SentencePart[] = [
    { key: "own", words: ownName },
    ...words.flatMap(([key, said, names]) =>
      said ? [{ key, words: said, onRemove: () => onChange(without(filters, names)) }] : [],
    ),
  ];
  return <SentenceFilter parts={parts} onClear={() => onChange({})} />;
}

function without(filters: AuditFilters, names: readonly (keyof AuditFilters)[]): AuditFilters {
  const left = { ...filters };
  for (const name of names) delete left[name];
  return left;
}

function useSpanWords({ from, to }: AuditFilters): string | undefined {
  const { t } = useTranslation();
  if (from !== undefined && from === to) return from;
  if (from !== undefined && to !== undefined) return t("audit.between", { from, to });
  if (from !== undefined) return t("audit.since", { from });
  return to === undefined ? undefined : t("audit.until", { to });
}

function usePersonWords(id: string | undefined): string | undefined {
  const { t } = useTranslation();
  const { data } = useQuery(recordedPeopleQuery);
  if (id === undefined) return undefined;
  return data?.people.find((person) => person.id === id)?.name ?? t("audit.somebody");
}
