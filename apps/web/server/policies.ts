/** Rules and lines in force. They change only with a new policy version. */
import { queryOptions } from "@tanstack/react-query";
import type { PolicyLines, PolicyRulePage, PolicyRules } from "../../../domain/verdicts/policy.contract.ts";
import { call } from "./request.ts";

const staleTime = 5 * 60_000;

export const policyRulesQuery = queryOptions({
  queryKey: ["policy-rules"],
  queryFn: ({ signal }) => call<PolicyRules>("GET", "/policies/rules", { signal }),
  staleTime,
});

export const policyLinesQuery = queryOptions({
  queryKey: ["policy-lines"],
  queryFn: ({ signal }) => call<PolicyLines>("GET", "/policies/lines", { signal }),
  staleTime,
});

export function policyRuleQuery(id: string) {
  return queryOptions({
    queryKey: ["policy-rule", id],
    queryFn: ({ signal }) =>
      call<PolicyRulePage>("GET", `/policies/rules/${encodeURIComponent(id)}`, { signal }),
    staleTime,
  });
}
