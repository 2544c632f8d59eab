/**
 * The draft of one book. It is kept outside the page, in memory alone, until it is saved or given up: who has to sign in
 * again in the middle of an edit finds it where it was. It is gone with the tab. A sign-out does not end it: it is its grant's,
 * so nobody else sees it, and its writer finds it again.
 */
import { useEffect, useState } from "react";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { useActing } from "../../server/session.ts";
import { type Draft, type FieldValue, changesAnything, savedValue, typedSince, withField } from "./draft.ts";
import { fieldMark, type EditablePart } from "./fields.ts";

export interface Editing {
  /** Of the book that the edit began from, or was last rebased on. */
  version: number;
  draft: Draft;
  /** Something was typed that is not saved: a change, or what could not be taken. */
  isDirty: boolean;
  /** In how many fields stands what could not be taken: nothing is saved before it is mended. */
  refusals: number;
  inputOf: (part: EditablePart, name: string) => DraftedInput;
}

/** What an input needs to know of the draft, and tells it. */
export interface DraftedInput {
  /** What was typed and could not be taken. */
  refused: string | null;
  onChange: (value: FieldValue) => void;
  onRefuse: (text: string) => void;
}

interface Begun {
  version: number;
  draft: Draft;
  /** By the mark of the field. */
  refused: Readonly<Record<string, string>>;
}

const kept = new Map<string, Begun>();

export interface DraftOfBook {
  /** null while nothing is being edited. */
  editing: Editing | null;
  begin: () => void;
  /** Goes on from a newer version, less what it already holds; ends where nothing is left. */
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
      const left = kept.get(key);
      if (left && !holdsAnything(left)) kept.delete(key);
    },
    [key],
  );
  const begun = kept.get(key);
  return {
    editing: begun ? editingOf(begun, household, () => kept.get(key) ?? begun, put) : null,
    begin: () => put({ version: household.version, draft: {}, refused: {} }),
    goOn: (version, sent = {}) => {
      const { draft = {}, refused = {} } = kept.get(key) ?? {};
      const left = { version, draft: typedSince(draft, sent), refused };
      put(holdsAnything(left) ? left : null);
    },
    end: () => put(null),
  };
}

function holdsAnything({ draft, refused }: Begun): boolean {
  return changesAnything(draft) || Object.keys(refused).length > 0;
}

/** @param newest two fields may change before the page is drawn again */
function editingOf(
  begun: Begun,
  household: Household,
  newest: () => Begun,
  put: (begun: Begun) => void,
): Editing {
  const take = (part: EditablePart, name: string, value: FieldValue, text: string | null): void => {
    const { version, draft, refused } = newest();
    const { [fieldMark(part, name)]: _, ...others } = refused;
    const left = text === null ? others : { ...others, [fieldMark(part, name)]: text };
    put({ version, draft: withField(draft, household, part, name, value), refused: left });
  };
  return {
    version: begun.version,
    draft: begun.draft,
    isDirty: holdsAnything(begun),
    refusals: Object.keys(begun.refused).length,
    inputOf: (part, name) => ({
      refused: begun.refused[fieldMark(part, name)] ?? null,
      onChange: (value) => take(part, name, value, null),
      onRefuse: (text) => take(part, name, savedValue(household, part, name), text),
    }),
  };
}
