/** Households found by text: first whom the whole name or number is, then heads, then members; else in the order of the list. */
import type { HouseholdRow } from "../../../../domain/verdicts/list/household-list.contract.ts";

type Found = Pick<HouseholdRow, "matches">;

/** Of one page; without a search nothing moves. */
export function rankedRows<Row extends Found>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** The one household that a whole name or number leads to. */
export function onlyHit<Row extends Found>(rows: readonly Row[], total: number): Row | null {
  const [only] = rows;
  return total === 1 && only?.matches.some(({ isExact }) => isExact) ? only : null;
}

function rankOf({ matches }: Found): number {
  const ranks = matches.map(({ isExact, isHead, maskedName }) => {
    const isMember = !isHead && maskedName !== null;
    return (isExact ? 0 : 2) + (isMember ? 1 : 0);
  });
  return Math.min(...ranks, 4);
}
