/**
 * A trial stands in the history entry of its page: whoever opens a household and goes back finds the question in the
 * form and its answer below, without another trial, which would be recorded as one.
 */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import type { WhatIf, WhatIfQuestion } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { type WhatIfChoice, type WhatIfTrial, tryPolicy, whatIfQuery } from "../../server/policies.ts";
import { queryClient } from "../../server/query-client.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    trial?: WhatIfTrial;
    /** The number of the trial whose rows are shown. */
    trialChoice?: WhatIfChoice;
  }
}

export interface Trial {
  /** The question that was asked last; its answer may have gone since. */
  asked: WhatIfTrial | undefined;
  found: WhatIf | undefined;
  choice: WhatIfChoice;
  isRunning: boolean;
  error: unknown;
  ask: (question: WhatIfQuestion) => void;
  choose: (choice: WhatIfChoice) => void;
}

export function useTrial(rule: string): Trial {
  const navigate = useNavigate();
  const { trial, trialChoice = noChoice } = useLocation().state;
  const asked = trial?.rule === rule ? trial : undefined;
  const { data } = useQuery(whatIfQuery(asked));
  const keep = (state: { trial?: WhatIfTrial; trialChoice: WhatIfChoice }): void =>
    void navigate({
      to: ".",
      params: true,
      search: true,
      state: (shown) => ({ ...shown, ...state }),
      replace: true,
      resetScroll: false,
    });
  const run = useMutation({
    mutationFn: (question: WhatIfQuestion) => tryPolicy(rule, question),
    onSuccess: (found, question) => {
      const done = { rule, question, at: Date.now() };
      queryClient.setQueryData(whatIfQuery(done).queryKey, found);
      keep({ trial: done, trialChoice: noChoice });
    },
  });
  return {
    asked,
    found: asked && data,
    choice: trialChoice,
    isRunning: run.isPending,
    error: run.error,
    ask: run.mutate,
    choose: (choice) => keep({ trialChoice: choice }),
  };
}

const noChoice: WhatIfChoice = {};
