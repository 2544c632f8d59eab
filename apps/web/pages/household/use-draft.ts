/**
 * The draft of one book. It is kept outside the page, in memory alone, until it is saved or given up: who has to sign in
 * again in the middle of an edit finds it where it was. It is gone with the tab. A sign-out does not end it: it is its grant's,
 * so nobody else sees it, and its writer finds it again.
 */
import { useEffect, useState } from "react";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { useActing } from "../../server/session.ts";
import { type Draft, type FieldValue, changesAnything, typedSince, withField } from "./draft.ts";
import type { EditablePart } from "./fields.ts";

export interface Editing {
  /** Of the book that the edit began from, or was last rebased on. */
  version: number;
  draft: Draft;
  isDirty: boolean;
  set: (part: EditablePart, name: string, value: FieldValue) => void;
}

interface Begun {
  version: number;
  draft: Draft;
}

const kept = new Map<string, Begun>();

export interface DraftOfBook {
  /** null while nothing is being edited. */
  editing: Editing | null;
  begin: () => void;
  /** Goes on from a newer version, less what it already holds. */
  goOn: (version: number, sent?: Draft) => void;
  end: () => void;
}

export function useDraft(household: Household): DraftOfBook {
  const grant = useActing()?.id ?? "";
  const key = [grant, household.county, household.id, household.year].join(" ");
  const [, redraw] = useState(0);
  const put = (begun: Begun | null): void => {
    if (begun) kept.set(key, begun);
    else kept.delete(key);
    redraw((times) => times + 1);
  };
  useEffect(
    () => () => {
      if (!changesAnything(kept.get(key)?.draft ?? {})) kept.delete(key);
    },
    [key],
  );
  const begun = kept.get(key);
  return {
    editing: begun
      ? {
          ...begun,
          isDirty: changesAnything(begun.draft),
          set: (part, name, value) => {
            // The newest one: two fields may change before the page is drawn again.
            const { version, draft } = kept.get(key) ?? begun;
            put({ version, draft: withField(draft, household, part, name, value) });
          },
        }
      : null,
    begin: () => put({ version: household.version, draft: {} }),
    goOn: (version, sent = {}) => {
      const left = typedSince(kept.get(key)?.draft ?? {}, sent);
      put({ version, draft: left });
    },
    end: () => put(null),
  };
}
