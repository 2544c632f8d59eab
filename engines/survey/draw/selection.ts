/** What every method of drawing gives, and what it needs. */
import { InputError } from "../../input-error.ts";
import type { FrameUnit } from "./frame.ts";
import type { Probability } from "./probability.ts";

export interface Selection<Unit> {
  selected: SelectedUnit<Unit>[];
  /** Who follows in the same order when a drawn unit cannot be reached; empty for methods without such an order. */
  reserves: Unit[];
}

export interface SelectedUnit<Unit> {
  unit: Unit;
  /** The probability of inclusion; null where the method has no exact one. */
  probability: Probability | null;
}

export function totalSize(units: readonly FrameUnit[]): bigint {
  return units.reduce((sum, unit) => sum + BigInt(unit.size), 0n);
}

/** A unit of size 0 is never drawn in proportion to size: there must be enough others. @throws InputError draw.too-few */
export function requireEnough(stage: string, units: readonly FrameUnit[], count: number): void {
  const possible = units.filter((unit) => unit.size > 0).length;
  if (count > possible) throw tooFew(stage, possible, count);
}

export function tooFew(stage: string, possible: number, count: number): InputError {
  return new InputError("draw.too-few", {
    zh: `${stage} 只有${possible}个可抽的单位，方案要抽${count}个。请改方案或并层。`,
    en: `In ${stage} the plan asks for ${count} units and only ${possible} can be drawn. Change the plan or merge strata.`,
  });
}

/** For methods that cannot take a unit with certainty. @throws InputError draw.certainty */
export function refuseCertainty(stage: string, units: readonly FrameUnit[], count: number): void {
  const total = totalSize(units);
  const sure = units.find((unit) => BigInt(unit.size) * BigInt(count) >= total);
  if (!sure) return;
  throw new InputError("draw.certainty", {
    zh: `${stage} 的 ${sure.id} 规模太大，必定入样，这种抽法不能用。请把它单列一层，或改用 systematic-pps。`,
    en: `In ${stage} the unit ${sure.id} is so large that it is certain to be drawn, which this method cannot do. Give it a stratum of its own, or use systematic-pps.`,
  });
}
