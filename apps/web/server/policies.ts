/** Rules and lines in force. They change only with a new policy version. */
import { infiniteQueryOptions, queryOptions, skipToken } from "@tanstack/react-query";
import type {
  PolicyLines,
  PolicyRulePage,
  PolicyRules,
} from "../../../domain/verdicts/policy/policy.contract.ts";
import type {
  WhatIf,
  WhatIfCursor,
  WhatIfQuestion,
  WhatIfRows,
  WhatIfRowsQuestion,
} from "../../../domain/verdicts/what-if/what-if.contract.ts";
import { call } from "./request.ts";

const staleTime = 5 * 60_000;
/** A trial is recorded each time: going back to its page shows the answer again for this long. */
const trialKept = 60 * 60_000;

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

export function tryPolicy(id: string, question: WhatIfQuestion): Promise<WhatIf> {
  return call<WhatIf>("POST", `/policies/rules/${encodeURIComponent(id)}/what-if`, { body: question });
}

/** The answer to a trial that was run: only read, never asked, for each asking leaves a record. */
export function whatIfQuery(trial: WhatIfTrial | undefined) {
  return queryOptions<WhatIf>({
    queryKey: ["what-if", trial],
    queryFn: skipToken,
    gcTime: trialKept,
  });
}

/** Which rows behind a what-if: those of one cell, or all that change; in a place of the area. */
export type WhatIfChoice = Pick<WhatIfRowsQuestion, "place" | "cell">;

export interface WhatIfTrial {
  rule: string;
  question: WhatIfQuestion;
  /** When it was asked, in milliseconds: a trial after an edit has rows of its own. */
  at: number;
}

export function whatIfRowsQuery({ rule, question, at }: WhatIfTrial, choice: WhatIfChoice) {
  return infiniteQueryOptions({
    queryKey: ["what-if-rows", rule, at, question, choice],
    queryFn: ({ signal, pageParam }) =>
      call<WhatIfRows>("POST", `/policies/rules/${encodeURIComponent(rule)}/what-if/rows`, {
        body: { ...question, ...choice, ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as WhatIfCursor | null,
    getNextPageParam: ({ next }) => next,
    staleTime: trialKept,
    gcTime: trialKept,
  });
}
