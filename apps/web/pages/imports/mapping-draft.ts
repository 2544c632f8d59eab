/** Columns that were chosen but not yet sent: leaving the page loses none of them. Labels and field keys, nothing personal. */
import { useState } from "react";
import { dropChoice, keepChoice, keptChoice } from "../../design/kept-choice.ts";
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
      if (next === null) dropChoice(key);
      else keepChoice(key, JSON.stringify(next));
    },
  };
}

function stored(key: string): ChosenColumns | null {
  try {
    const found: ChosenColumns | null = JSON.parse(keptChoice(key) ?? "null");
    return found;
  } catch {
    return null;
  }
}
