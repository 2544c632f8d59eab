/** The audit record of the reader's area. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { EventPage, RecordedPeople } from "../../../domain/audit/event.contract.ts";
import type { AuditFilters } from "../addresses/audit-filters.ts";
import { call } from "./request.ts";

/** @param before the last entry of the page before; null for the first page */
export function eventsQuery(filters: AuditFilters, before: string | null) {
  const { from, to, person, action, area, household } = filters;
  const asked = {
    from,
    to,
    personId: person,
    action,
    areaCode: area,
    ...(household && { subjectKind: "household", subjectId: household }),
    ...(before && { before }),
  };
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return queryOptions({
    queryKey: ["audit", asked],
    queryFn: ({ signal }) => call<EventPage>("GET", `/audit/events?${search}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

export const recordedPeopleQuery = queryOptions({
  queryKey: ["audit-people"],
  queryFn: ({ signal }) => call<RecordedPeople>("GET", "/audit/people", { signal }),
  staleTime: 10 * 60_000,
});
