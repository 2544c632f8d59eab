/** People with a role in the reader's area, and the rules of the policies. */
import { queryOptions } from "@tanstack/react-query";
import type { PersonList } from "../../../domain/access/person.contract.ts";
import type { PolicyRules } from "../../../domain/verdicts/policy.contract.ts";
import { call } from "./request.ts";

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: ({ signal }) => call<PersonList>("GET", "/people", { signal }),
});

export const rulesQuery = queryOptions({
  queryKey: ["rules"],
  queryFn: ({ signal }) => call<PolicyRules>("GET", "/policies/rules", { signal }),
});
