/** Points by fixed goalposts: the plan says beforehand what earns none and what earns all, so that no unit's points depend on another's. */
import type { Interval } from "../interval/interval.ts";
import { goalpostWrong } from "./score-errors.ts";

export interface Goalpost {
  /** The value that earns the fewest points. May lie above `best`: a rate of errors is better when lower. */
  worst: number;
  /** The value that earns all points. */
  best: number;
}

export interface Scale {
  low: number;
  high: number;
}

/** 0 to 100. Where scores are multiplied, 1 to 100 lets a zero hurt without wiping out all else. */
export const hundred: Scale = { low: 0, high: 100 };

/**
 * Linear between the goalposts, cut off beyond them, without a step anywhere (OECD/JRC, Handbook on Constructing Composite Indicators,
 * 2008, step 5; UNDP's goalposts). A wrong-exit rate may run from 0.04 (none) to 0 (all): nothing happens at just 2 %.
 *
 * @throws InputError score.goalpost-wrong
 */
export function pointsOf(value: number, { worst, best }: Goalpost, scale: Scale = hundred): number {
  if (!Number.isFinite(best - worst) || best === worst) throw goalpostWrong(worst, best);
  const share = Math.min(1, Math.max(0, (value - worst) / (best - worst)));
  return scale.low + share * (scale.high - scale.low);
}

/** The points of both ends of a value's interval: exact, as points never fall while the value gets better. @throws InputError score.goalpost-wrong */
export function pointsInterval(interval: Interval, goalpost: Goalpost, scale: Scale = hundred): Interval {
  const [one, other] = [interval.low, interval.high].map((end) => pointsOf(end, goalpost, scale));
  return { low: Math.min(one ?? 0, other ?? 0), high: Math.max(one ?? 0, other ?? 0) };
}

/**
 * Points for each unit of the value. Kept beyond the goalposts: points that are cut off are no surer for it.
 *
 * @throws InputError score.goalpost-wrong
 */
export function pointsSlope({ worst, best }: Goalpost, scale: Scale = hundred): number {
  if (!Number.isFinite(best - worst) || best === worst) throw goalpostWrong(worst, best);
  return (scale.high - scale.low) / (best - worst);
}
