/** How near a household comes to what was looked for, so that the likeliest one stands first. */
import type { SearchMatch } from "./household-search.contract.ts";

/** Parts that many households share: a county's numbers begin alike, a surname's pinyin is a whole clan's. */
const shared: ReadonlySet<SearchMatch["by"]> = new Set(["registerNo", "pinyin"]);

/**
 * Of all matches of a household the nearest one: first whom the whole name or number is, then parts that few share, then the
 * others; of each the head, or the household itself, before a member.
 * @returns 0 for the nearest; 6 without a match
 */
export function rankOf(matches: readonly SearchMatch[]): number {
  const ranks = matches.map(({ by, isExact, isHead, maskedName }) => {
    const nearness = isExact ? 0 : shared.has(by) ? 4 : 2;
    return nearness + (isHead || maskedName === null ? 0 : 1);
  });
  return Math.min(...ranks, 6);
}
