/**
 * From an answer in the head to the part of the page that holds its reasons: the tab is chosen, the part comes into sight and
 * has the focus, so that a phone and a screen reader arrive there as well.
 */
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { HouseholdTab } from "../../addresses/household-view.ts";

/** A part of the book that an answer leads to; a group of verdicts goes by its name. */
export type HouseholdPart = "book" | "helpers" | "help" | "criterion" | "quality";

export type ShowPart = (tab: HouseholdTab, part: HouseholdPart) => void;

/** Another object each time, so that the same answer leads there again. */
export interface Arrival {
  tab: HouseholdTab;
  part: HouseholdPart;
}

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** The part of a household's page that a link from another page, or another year's book, leads to. */
    arrival?: Arrival;
  }
}

export function partId(part: string): string {
  return `household-${part}`;
}

/**
 * @param tab the tab that is shown now: the part stands there once its tab is drawn
 * @returns `arriveAt` a part of a tab; null where the reader turns the tabs himself
 */
export function useArrival(tab: HouseholdTab): { arriveAt: (arrival: Arrival | null) => void } {
  const { arrival: wanted = null } = useLocation().state;
  const [arrival, arriveAt] = useState<Arrival | null>(wanted);
  const reached = useRef<Arrival | null>(null);
  // After each drawing: on a page that was just opened the verdicts come at their own time.
  useEffect(() => {
    if (arrival?.tab !== tab || arrival === reached.current) return;
    const part = document.getElementById(partId(arrival.part));
    if (!part) return;
    reached.current = arrival;
    part.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
  });
  return { arriveAt };
}
