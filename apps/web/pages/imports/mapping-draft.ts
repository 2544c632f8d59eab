/** Columns that were chosen but not yet sent: leaving the page loses none of them. Labels and field keys, nothing personal. */
import { useState } from "react";
import type { ChosenColumns } from "../../server/import-mapping.ts";

interface MappingDraft {
  draft: ChosenColumns | null;
  /** Null drops it. */
  setDraft: (draft: ChosenColumns | null) => void;
}

export function useMappingDraft(importId: string, fingerprint: string): MappingDraft {
  const key = `jingzhun.mapping.${importId}.${fingerprint.slice(0, 12)}`;
  const [draft, setState] = useState(() => stored(key));
  return {
    draft,
    setDraft(next) {
      setState(next);
      try {
        if (next === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing still works; the choice lasts until the page closes.
      }
    },
  };
}

function stored(key: string): ChosenColumns | null {
  try {
    const found: ChosenColumns | null = JSON.parse(localStorage.getItem(key) ?? "null");
    return found;
  } catch {
    return null;
  }
}
