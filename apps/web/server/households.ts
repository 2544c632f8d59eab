/** The household list and the code lists behind its filters. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CodeLists } from "../../../domain/registry/code-list.contract.ts";
import type { HouseholdPageOf, HouseholdSearch } from "../../../domain/verdicts/household-list.contract.ts";
import { call } from "./request.ts";

export function householdsQuery(area: string, search: Omit<HouseholdSearch, "limit">) {
  return queryOptions({
    queryKey: ["households", area, search],
    queryFn: ({ signal }) =>
      call<HouseholdPageOf>("POST", `/areas/${area}/households/search`, { body: search, signal }),
    placeholderData: keepPreviousData,
  });
}

export const codeListsQuery = queryOptions({
  queryKey: ["code-lists"],
  queryFn: ({ signal }) => call<CodeLists>("GET", "/code-lists", { signal }),
  staleTime: Infinity,
});
