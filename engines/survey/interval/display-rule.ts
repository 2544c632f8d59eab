/**
 * Whether a proportion is firm enough to be shown: J. D. Parker et al., National Center for Health Statistics Data
 * Presentation Standards for Proportions, Vital and Health Statistics 2(175), 2017. Its thresholds may be replaced by a plan.
 */
import type { Interval } from "./interval.ts";
import { requireProportion } from "./interval-input.ts";

export interface DisplayThresholds {
  leastSize: number;
  narrowWidth: number;
  wideWidth: number;
  relativeWidth: number;
  leastDegreesOfFreedom: number;
}

export const nchsThresholds: DisplayThresholds = {
  leastSize: 30,
  narrowWidth: 0.05,
  wideWidth: 0.3,
  relativeWidth: 1.3,
  leastDegreesOfFreedom: 8,
};

export type HideReason = "too-few-asked" | "too-small-effective-size" | "too-wide" | "too-wide-for-its-size";

export interface Display {
  shown: boolean;
  /** Why it is not shown; empty when it is. */
  reasons: HideReason[];
  /** Few degrees of freedom: the interval itself is unsure, a statistician should look. */
  flagged: boolean;
}

/**
 * Shown when at least 30 were asked, the effective size is at least 30, and the 95 % Korn-Graubard interval is at most 0.05
 * wide, or narrower than 0.30 and at most 130 % of the proportion; flagged below 8 degrees of freedom.
 * @param given proportion and interval as shares 0..1
 * @throws InputError interval.bad-proportion
 */
export function displayRule(
  given: Interval & {
    proportion: number;
    asked: number;
    effectiveSize: number;
    degreesOfFreedom: number;
  },
  thresholds: DisplayThresholds = nchsThresholds,
): Display {
  const proportion = requireProportion(given.proportion);
  const width = given.high - given.low;
  const reasons: HideReason[] = [];
  if (given.asked < thresholds.leastSize) reasons.push("too-few-asked");
  if (given.effectiveSize < thresholds.leastSize) reasons.push("too-small-effective-size");
  if (width >= thresholds.wideWidth) reasons.push("too-wide");
  else if (width > thresholds.narrowWidth && width > thresholds.relativeWidth * proportion) {
    reasons.push("too-wide-for-its-size");
  }
  return {
    shown: reasons.length === 0,
    reasons,
    flagged: given.degreesOfFreedom < thresholds.leastDegreesOfFreedom,
  };
}
