/** The household list and the code lists behind its filters. */
import { queryOptions } from "@tanstack/react-query";
import type { CodeLists } from "../../../domain/registry/code-list.contract.ts";
import type {
  HouseholdPageOf,
  HouseholdSearch,
} from "../../../domain/verdicts/list/household-list.contract.ts";
import type {
  HouseholdExport,
  StartedHouseholdExport,
} from "../../../domain/verdicts/list/household-export.contract.ts";
import { keepWhileSame } from "./keep-while-same.ts";
import { queryClient } from "./query-client.ts";
import { call } from "./request.ts";
import { tasksQuery } from "./tasks.ts";

export function householdsQuery(area: string, search: Omit<HouseholdSearch, "limit">) {
  return queryOptions({
    queryKey: ["households", area, search],
    queryFn: ({ signal }) =>
      call<HouseholdPageOf>("POST", `/areas/${area}/households/search`, { body: search, signal }),
    placeholderData: keepWhileSame(area),
  });
}

/** The file is made behind; the tray shows when it can be fetched. */
export async function startExport(area: string, filters: HouseholdExport): Promise<void> {
  await call<StartedHouseholdExport>("POST", `/areas/${area}/households/exports`, { body: filters });
  void queryClient.invalidateQueries({ queryKey: tasksQuery.queryKey });
}

export const codeListsQuery = queryOptions({
  queryKey: ["code-lists"],
  queryFn: ({ signal }) => call<CodeLists>("GET", "/code-lists", { signal }),
  staleTime: Infinity,
});
