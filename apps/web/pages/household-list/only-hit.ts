/** The one household that a search leads to: its page may stand in place of a list of one. */
import type {
  HouseholdPageOf,
  HouseholdRow,
} from "../../../../domain/verdicts/list/household-list.contract.ts";

type Found = Pick<HouseholdRow, "matches">;

/**
 * What was typed to the last letter, and is there once, opens. So does the only hit of a part of it (initials, the last four of
 * an id), but only where no other household of the reader's can be meant.
 * @param isEverywhere the list is of the reader's whole place, and no filter leaves anything out
 */
export function onlyHit<Row extends Found>(
  { rows, total, totalIsLeast }: Pick<HouseholdPageOf, "total" | "totalIsLeast"> & { rows: readonly Row[] },
  isEverywhere: boolean,
): Row | null {
  const [only] = rows;
  if (!only || total !== 1 || totalIsLeast) return null;
  return isEverywhere || only.matches.some(({ isExact }) => isExact) ? only : null;
}
