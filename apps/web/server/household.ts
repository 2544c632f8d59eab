/** One household: its page, its verdicts, what an edit would change, saving and opening it. */
import { queryOptions } from "@tanstack/react-query";
import type {
  Household,
  HouseholdEdit,
  OpenedHousehold,
  OpenHousehold,
} from "../../../domain/registry/household.contract.ts";
import type { HouseholdHistory } from "../../../domain/registry/household-history.contract.ts";
import type { EditPreview, VerdictsAndMended } from "../../../domain/verdicts/verdict.contract.ts";
import { keepWhileSame } from "./keep-while-same.ts";
import { queryClient } from "./query-client.ts";
import { call } from "./request.ts";

export interface HouseholdKey {
  county: string;
  id: string;
}

const path = ({ county, id }: HouseholdKey): string => `/counties/${county}/households/${id}`;

export function householdQuery(key: HouseholdKey, year: number | undefined) {
  return queryOptions({
    queryKey: ["household", key.id, year ?? null],
    queryFn: ({ signal }) =>
      call<Household>("GET", `${path(key)}${year === undefined ? "" : `?year=${year}`}`, { signal }),
  });
}

export function verdictsQuery(key: HouseholdKey, year: number) {
  return queryOptions({
    queryKey: ["verdicts", key.id, year],
    queryFn: ({ signal }) =>
      call<VerdictsAndMended>("GET", `${path(key)}/books/${year}/verdicts`, { signal }),
  });
}

export function historyQuery(key: HouseholdKey) {
  return queryOptions({
    queryKey: ["history", key.id],
    queryFn: ({ signal }) => call<HouseholdHistory>("GET", `${path(key)}/history`, { signal }),
  });
}

/** Verdicts and incomes as they would be after `edit`; nothing is written. */
export function previewQuery(key: HouseholdKey, year: number, edit: HouseholdEdit) {
  return queryOptions({
    queryKey: ["preview", key.id, year, edit],
    queryFn: ({ signal }) =>
      call<EditPreview>("POST", `${path(key)}/books/${year}/preview`, { body: edit, signal }),
    placeholderData: keepWhileSame(key.id),
    gcTime: 0,
  });
}

export async function saveHousehold(
  key: HouseholdKey,
  year: number,
  edit: HouseholdEdit,
): Promise<Household> {
  const saved = await call<Household>("PATCH", `${path(key)}/books/${year}`, { body: edit });
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["household", key.id] }),
    queryClient.invalidateQueries({ queryKey: ["verdicts", key.id] }),
    queryClient.invalidateQueries({ queryKey: ["households"] }),
    queryClient.invalidateQueries({ queryKey: ["history", key.id] }),
    queryClient.invalidateQueries({ queryKey: ["today"] }),
    // They are of the evaluation before, and now say so.
    queryClient.invalidateQueries({ queryKey: ["figures"] }),
  ]);
  return saved;
}

/** Recorded with its purpose; what comes back is never cached. */
export function openHousehold(key: HouseholdKey, opening: OpenHousehold): Promise<OpenedHousehold> {
  return call<OpenedHousehold>("POST", `${path(key)}/open`, { body: opening });
}
