/**
 * Systematic sampling in proportion to size, in whole numbers (Madow 1949; Hartley and Rao 1962 for the random order). Units
 * that are certain to be drawn are peeled off first; of the others, each is drawn with exactly k·size/M.
 */
import { type Chance, inTicketOrder } from "./chance.ts";
import type { FrameUnit } from "./frame.ts";
import { certain } from "./probability.ts";
import { type SelectedUnit, type Selection, requireEnough, totalSize } from "./selection.ts";

/**
 * @param order `frame`: by id, so that a sample spreads over the places that ids follow; `hash`: by ticket
 * @returns the drawn units by id @throws InputError draw.too-few
 */
export function drawSystematic(
  chance: Chance,
  stage: string,
  units: readonly FrameUnit[],
  count: number,
  order: "frame" | "hash",
): Selection<FrameUnit> {
  requireEnough(stage, units, count);
  const sure = certainUnits(units, count);
  const rest = units.filter((unit) => !sure.has(unit));
  const ordered = order === "frame" ? rest : inTicketOrder(chance, `${stage}/order`, rest);
  const selected: SelectedUnit<FrameUnit>[] = [...sure].map((unit) => ({ unit, probability: certain }));
  selected.push(...atPoints(chance, stage, ordered, BigInt(count - sure.size)));
  return { selected: selected.sort((a, b) => (a.unit.id < b.unit.id ? -1 : 1)), reserves: [] };
}

/** While a unit's share of what is left is at least 1 in k it is taken for certain. The largest go first: the order is all one. */
function certainUnits(units: readonly FrameUnit[], count: number): Set<FrameUnit> {
  const sure = new Set<FrameUnit>();
  let [left, total] = [count, totalSize(units)];
  for (const unit of [...units].sort((a, b) => b.size - a.size)) {
    if (left === 0 || BigInt(unit.size) * BigInt(left) < total) break;
    sure.add(unit);
    left -= 1;
    total -= BigInt(unit.size);
  }
  return sure;
}

/** Points r, r + M, r + 2M … on a line on which each unit has a stretch of k·size; r from 0 to M − 1. */
function atPoints(
  chance: Chance,
  stage: string,
  units: readonly FrameUnit[],
  count: bigint,
): SelectedUnit<FrameUnit>[] {
  if (count === 0n) return [];
  const total = totalSize(units);
  const selected: SelectedUnit<FrameUnit>[] = [];
  let point = chance.uniformInteger(`${stage}/start`, total);
  let end = 0n;
  for (const unit of units) {
    const stretch = BigInt(unit.size) * count;
    end += stretch;
    if (point >= end) continue;
    selected.push({ unit, probability: { numerator: stretch, denominator: total } });
    point += total;
  }
  return selected;
}
