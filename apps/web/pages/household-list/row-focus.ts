/**
 * Which row has the focus when a list appears: the one that was opened from it, when its reader comes back or follows its
 * address; the first one of an answer, when he has just asked. Else the focus stays where it is.
 */
import { useLocation } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** When the search box was sent; each time the answer takes the focus once. */
    askedAt?: number;
  }
}

/** @param isAnswer false as long as rows of before are shown */
export function useRowFocus(body: RefObject<HTMLElement | null>, isAnswer: boolean): void {
  const { hash, state } = useLocation();
  const { askedAt } = state;
  const done = useRef<string>(undefined);
  const wanted = hash === "" ? askedAt && `asked ${askedAt}` : `row ${hash}`;
  useEffect(() => {
    if (!isAnswer || !wanted || done.current === wanted) return;
    done.current = wanted;
    const links = [...(body.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
    const opened = links.find(({ dataset }) => dataset["row"] === hash);
    (opened ?? (askedAt === undefined ? undefined : links[0]))?.focus();
  }, [body, isAnswer, wanted, hash, askedAt]);
}
