/** When the browser began to print, while it does: paper has no tabs, so the page shows all of them in a row. */
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

export function usePrinting(): string | null {
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => {
    // The sheet is taken as soon as the event returns: React must not put the change off.
    const begin = (): void => flushSync(() => setSince(new Date().toISOString()));
    const end = (): void => setSince(null);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return since;
}
