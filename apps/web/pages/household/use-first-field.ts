/** Whoever begins an edit writes at once: the wanted field, or the first one of its tab, takes the focus when it is drawn. */
import { useEffect, useRef } from "react";
import type { HouseholdTab } from "../../addresses/household-view.ts";
import type { FieldPlace } from "./field-behind.ts";
import { partId } from "./use-arrival.ts";

/** @returns to be called with the place of the field, as the edit begins */
export function useFirstField(tab: HouseholdTab): (wanted: FieldPlace) => void {
  const wanted = useRef<FieldPlace | null>(null);
  // After each drawing: the tab is turned, and the fields are drawn, at their own time.
  useEffect(() => {
    if (wanted.current?.tab !== tab) return;
    const panel = `#${partId("book")} [role="tabpanel"]`;
    const first = document.querySelector<HTMLElement>(`${panel} input`);
    if (!first) return;
    const { field } = wanted.current;
    wanted.current = null;
    const named =
      field === null
        ? null
        : document.querySelector<HTMLElement>(`${panel} [data-field="${CSS.escape(field)}"] input`);
    (named ?? first).focus({ preventScroll: named !== null });
    named?.scrollIntoView({ block: "center", inline: "center" });
  });
  return (next) => {
    wanted.current = next;
  };
}
