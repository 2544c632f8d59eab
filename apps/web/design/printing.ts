/** When the browser began to print, while it does: paper has no tabs, and it says where its numbers come from. */
import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const listeners = new Set<() => void>();
let since: string | null = null;

// The sheet is taken as soon as the event returns: React must not put the change off.
window.addEventListener("beforeprint", () => flushSync(() => become(new Date().toISOString())));
window.addEventListener("afterprint", () => become(null));

export function usePrinting(): string | null {
  return useSyncExternalStore(subscribe, () => since);
}

function become(next: string | null): void {
  since = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
