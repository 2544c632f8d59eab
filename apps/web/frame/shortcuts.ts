/** Keys that work on every page. Keys typed into a field belong to the field. */
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useCurrentArea } from "./current-area.ts";

const secondKeyWithin = 1500;

/** `/` search, `g` then a letter to go somewhere, `?` help. */
export function useShortcuts(onHelp: () => void): void {
  const navigate = useNavigate();
  const area = useCurrentArea();
  const pressedG = useRef(0);
  useEffect(() => {
    const go = (key: string): void => {
      if (area === null) return;
      if (key === "t") void navigate({ to: "/today" });
      if (key === "a") void navigate({ to: "/areas/$area", params: { area } });
      if (key === "h") void navigate({ to: "/areas/$area/households", params: { area } });
      if (key === "i") void navigate({ to: "/imports" });
      if (key === "p") void navigate({ to: "/policies" });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!isPlainKey(event)) return;
      if (event.timeStamp - pressedG.current < secondKeyWithin && pressedG.current > 0) {
        pressedG.current = 0;
        return go(event.key);
      }
      if (event.key === "g") pressedG.current = event.timeStamp;
      if (event.key === "?") onHelp();
      if (event.key === "/" && focusSearch()) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [area, navigate, onHelp]);
}

/** True when the key was meant for the page: no field has the focus, no dialog is open, no other key is held. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable || target.closest("input, textarea, select, [role=combobox]")) return false;
  return document.querySelector("dialog[open]") === null;
}

/** Puts the focus into the search box that is in sight. @returns false when there is none */
export function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[data-search]")];
  const shown = fields.find((field) => field.offsetParent !== null);
  shown?.focus();
  // What was looked for before gives way to the next letter.
  shown?.select();
  return shown !== undefined;
}
