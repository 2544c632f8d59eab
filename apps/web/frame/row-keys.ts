/** `j` and `k` move the focus from row to row of a list; Enter opens the focused one. */
import { type RefObject, useEffect, useRef } from "react";
import { isPlainKey } from "./shortcuts.ts";

/** For the body of a table whose rows have a link with `data-row`. */
export function useRowKeys(): RefObject<HTMLTableSectionElement | null> {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.key !== "j" && event.key !== "k") || !isPlainKey(event)) return;
      const links = [...(body.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
      links[Math.min(next, links.length - 1)]?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return body;
}
