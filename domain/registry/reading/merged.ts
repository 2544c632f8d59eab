/**
 * Merged cells hold their value in the first cell only. In the head of a sheet the value counts for the whole range; below
 * it only downwards, so that a note over the whole width does not become thirty values.
 */
import type { Cell } from "./cell.ts";
import type { MergedRange } from "./worksheet.ts";

/** Rows among which the header is looked for. */
export const headRows = 40;

/** Returns what must be called with each row in order; `row` is 0-based and `cells` is filled in place. */
export function fillMerged(merges: readonly MergedRange[]): (row: number, cells: Cell[]) => void {
  const waiting = merges
    .filter(({ top, bottom }) => bottom > top || top < headRows)
    .sort((a, b) => b.top - a.top);
  let active: { range: MergedRange; value: Cell }[] = [];
  return (row, cells) => {
    for (let next = waiting.at(-1); next && next.top <= row; next = waiting.at(-1)) {
      waiting.pop();
      if (next.top === row) active.push({ range: next, value: cells[next.left] ?? null });
    }
    if (active.length === 0) return;
    active = active.filter(({ range }) => range.bottom >= row);
    for (const { range, value } of active) if (value !== null) fillRow(cells, row, range, value);
  };
}

function fillRow(cells: Cell[], row: number, range: MergedRange, value: Cell): void {
  const last = range.top < headRows ? Math.min(range.right, range.left + 200) : range.left;
  while (cells.length <= last && row < headRows) cells.push(null);
  for (let column = range.left; column <= last; column += 1) cells[column] ??= value;
}
