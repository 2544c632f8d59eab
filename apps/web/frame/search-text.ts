/** What a page looks for, by the history entry that is shown. */
import { type HistoryState, useLocation } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { keyOfText, subscribeTexts, textOfKey } from "../server/search-texts.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Stands for what the page looks for; the text itself is never in the history. */
    textKey?: string;
  }
}

/** undefined: nothing is looked for, or nobody knows any more what was. */
export function useSearchText(): string | undefined {
  const { textKey } = useLocation().state;
  return useSyncExternalStore(subscribeTexts, () => textOfKey(textKey));
}

/** What a history entry holds of a search; nothing without a text. */
export function searchState(text: string | undefined): Pick<HistoryState, "textKey"> {
  return text === undefined || text === "" ? {} : { textKey: keyOfText(text) };
}
