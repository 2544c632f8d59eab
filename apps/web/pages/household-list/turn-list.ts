/** Shows another page, order or choice of the list. */
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import type { HouseholdSearch } from "../../../../domain/verdicts/list/household-list.contract.ts";
import { type HouseholdFilters, readHouseholdFilters, searchOf } from "../../addresses/household-filters.ts";
import { type ListPlace, cursorsOf } from "../../addresses/list-place.ts";
import { searchState } from "../../frame/search-text.ts";
import { householdsQuery } from "../../server/households.ts";
import { queryClient } from "../../server/query-client.ts";

export interface ListState {
  filters: HouseholdFilters;
  /** What the list looks for. */
  text?: string | undefined;
  /** The first page when absent. */
  place?: ListPlace;
}

/**
 * The rows are asked for at once, while the page still draws that they are on their way. The page stands in the address, but of
 * a search in the history entry: an address does not say what was looked for, so its page would be one of another list.
 */
export function useTurnList(area: string): (next: ListState) => void {
  const navigate = useNavigate();
  return useCallback(
    (next) => {
      void queryClient.prefetchQuery(householdsQuery(area, searchOfList(next)));
      const { filters, text, place } = next;
      void navigate({
        to: "/areas/$area/households",
        params: { area },
        search: text === undefined ? { ...filters, ...place } : filters,
        state: text === undefined ? {} : { ...searchState(text), ...(place && { place }) },
      });
    },
    [navigate, area],
  );
}

export type ChangeFilters = (change: (filters: HouseholdFilters) => HouseholdFilters) => void;

/** Changes what the address holds at the press, so that a filter need not be drawn again when another one changes. */
export function useChangeFilters(area: string, text: string | undefined): ChangeFilters {
  const router = useRouter();
  const turn = useTurnList(area);
  return useCallback(
    (change) => turn({ filters: change(readHouseholdFilters(router.latestLocation.search)), text }),
    [router, turn, text],
  );
}

/** What the server is asked for. */
export function searchOfList({ filters, text, place = {} }: ListState): Omit<HouseholdSearch, "limit"> {
  return { ...searchOf(filters), ...(text !== undefined && { text }), ...cursorsOf(place) };
}
