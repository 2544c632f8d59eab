/** What there is to do today, in the area of the acting grant. */
import { queryOptions } from "@tanstack/react-query";
import type { Today } from "../../../domain/today/today.contract.ts";
import { call } from "./request.ts";

const whileEvaluating = 2_000;

export const todayQuery = queryOptions({
  queryKey: ["today"],
  queryFn: ({ signal }) => call<Today>("GET", "/today", { signal }),
  refetchInterval: ({ state }) => (state.data?.evaluating ? whileEvaluating : false),
});
