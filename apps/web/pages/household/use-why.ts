/** Which verdict is being explained stands in the history: going back closes the drawer before it leaves the page. */
import { useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Of the verdict whose reasons are open. */
    why?: string;
  }
}

export interface Why {
  asked: RuleVerdict | null;
  ask: (verdict: RuleVerdict) => void;
  close: () => void;
}

/** @param place tells two lists on one page apart: only one of them opens a drawer */
export function useWhy(place: "tab" | "rail", verdicts: readonly RuleVerdict[]): Why {
  const navigate = useNavigate();
  const { history } = useRouter();
  const { why } = useLocation().state;
  const keyOf = ({ ruleId, memberId }: RuleVerdict): string => [place, ruleId, memberId ?? ""].join(" ");
  return {
    asked: verdicts.find((one) => keyOf(one) === why) ?? null,
    ask: (verdict) =>
      void navigate({
        to: ".",
        params: true,
        search: true,
        state: (shown) => ({ ...shown, why: keyOf(verdict) }),
        resetScroll: false,
      }),
    close: () => history.back(),
  };
}
