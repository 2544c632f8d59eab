/** Whoever begins an edit writes at once: the first field of the shown tab takes the focus when it is drawn. */
import { useEffect, useRef } from "react";
import type { HouseholdTab } from "../../addresses/household-view.ts";
import { partId } from "./use-arrival.ts";

/** @returns to be called with the tab whose first field is meant, as the edit begins */
export function useFirstField(tab: HouseholdTab): (wanted: HouseholdTab) => void {
  const wanted = useRef<HouseholdTab | null>(null);
  // After each drawing: the tab is turned, and the fields are drawn, at their own time.
  useEffect(() => {
    if (wanted.current !== tab) return;
    const field = document.querySelector<HTMLElement>(`#${partId("book")} [role="tabpanel"] input`);
    if (!field) return;
    wanted.current = null;
    field.focus();
  });
  return (next) => {
    wanted.current = next;
  };
}
