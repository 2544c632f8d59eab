/**
 * From an answer in the head to the part of the page that holds its reasons: the tab is chosen, the part comes into sight and
 * has the focus, so that a phone and a screen reader arrive there as well.
 */
import { useEffect, useState } from "react";
import type { HouseholdTab } from "../../addresses/household-view.ts";

/** A part of the book that an answer leads to; a group of verdicts goes by its name. */
export type HouseholdPart = "book" | "helpers" | "help" | "criterion" | "quality";

export type ShowPart = (tab: HouseholdTab, part: HouseholdPart) => void;

/** Another object each time, so that the same answer leads there again. */
interface Arrival {
  tab: HouseholdTab;
  part: HouseholdPart;
}

export function partId(part: string): string {
  return `household-${part}`;
}

/**
 * @param tab the tab that is shown now: the part stands there once its tab is drawn
 * @returns `arriveAt` a part of a tab; null where the reader turns the tabs himself
 */
export function useArrival(tab: HouseholdTab): { arriveAt: (arrival: Arrival | null) => void } {
  const [arrival, arriveAt] = useState<Arrival | null>(null);
  useEffect(() => {
    if (arrival?.tab !== tab) return;
    const part = document.getElementById(partId(arrival.part));
    part?.scrollIntoView({ block: "start" });
    part?.focus({ preventScroll: true });
  }, [arrival, tab]);
  return { arriveAt };
}
