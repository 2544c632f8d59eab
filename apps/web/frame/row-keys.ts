/** `j` and `k` move the focus from row to row of a list, and once a row has it the arrows do; Enter opens the focused one. */
import { type RefObject, useEffect, useRef } from "react";
import { isPlainKey } from "./shortcuts.ts";

const steps = new Map([
  ["j", 1],
  ["ArrowDown", 1],
  ["k", -1],
  ["ArrowUp", -1],
]);

/** For the body of a table, or what else holds the list; each row has a link with `data-row`. */
export function useRowKeys<Body extends HTMLElement = HTMLTableSectionElement>(): RefObject<Body | null> {
  const body = useRef<Body>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = steps.get(event.key);
      if (step === undefined || !isPlainKey(event)) return;
      const links = [...(body.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      // Elsewhere the arrows scroll the page.
      if (at === -1 && event.key.startsWith("Arrow")) return;
      event.preventDefault();
      const next = Math.max(at + step, 0);
      links[Math.min(next, links.length - 1)]?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return body;
}
