/**
 * Rows are drawn into the elements of the rows before, so after another reading an element may be another household's, and
 * the last ones may be gone. Whoever had a household under his fingers keeps it: Enter opens what he was on.
 */
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { HouseholdRow } from "../../../../domain/verdicts/list/household-list.contract.ts";

type RowKey = Pick<HouseholdRow, "countyCode" | "id">;

/** @param rows those that are drawn, in their order; each has a link with `data-row` */
export function useHeldRow(body: RefObject<HTMLElement | null>, rows: readonly RowKey[]): void {
  const drawn = useRef<{ rows: readonly RowKey[]; links: Element[] }>(undefined);
  // Read before the rows are drawn: an element that is taken off the page loses the focus first.
  const focused = document.activeElement;
  useLayoutEffect(() => {
    const before = drawn.current;
    const links = [...(body.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
    drawn.current = { rows, links };
    if (!before || before.rows === rows) return;
    const row = before.rows[before.links.findIndex((link) => link === focused)];
    if (!row) return;
    const now = links[rows.findIndex(({ countyCode, id }) => id === row.id && countyCode === row.countyCode)];
    // Of a household that is gone the one in its place has the focus; behind the last one there is none.
    if (now) now.focus();
    else if (!focused?.isConnected) links.at(-1)?.focus();
  });
}
