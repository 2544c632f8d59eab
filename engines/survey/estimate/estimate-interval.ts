/** The interval of an estimate, by the name under which it is asked for. */
import { InputError } from "../../input-error.ts";
import {
  type Interval,
  clopperPearson,
  normalInterval,
  studentInterval,
  wilson,
} from "../interval/interval.ts";
import { plannedDesignEffectOf } from "../decision/decide-survey.ts";
import { isCensus } from "../design/census.ts";
import type { Design } from "../design/design.ts";
import { kornGraubard } from "../interval/korn-graubard.ts";
import type { Estimate } from "./estimate.ts";

/** `kg` is Korn-Graubard as in R; `kg-capped` never claims more than those who were asked. */
export const intervalKinds = ["normal", "t", "wilson", "cp", "kg", "kg-capped"] as const;
export type IntervalKind = (typeof intervalKinds)[number];

export interface IntervalInput {
  design: Design;
  isProportion: boolean;
  /** `countedRows` of the group asked for, missing values included: the n of Korn-Graubard's t with n − 1. */
  groupRows: number;
  degreesOfFreedom: number;
  /** Two-sided, 0.95 for 95 %. */
  level: number;
}

/**
 * Where everybody was asked and answered the interval is the estimate itself; NaN where `isErrorUnknown`. Wilson and Clopper-Pearson take the sample for a simple random one of the rows that have a value; the others use the
 * standard error of the design.
 *
 * @throws InputError estimate.interval-not-for when the kind is for proportions only, interval.* as the interval itself
 */
export function intervalOf(kind: IntervalKind, found: Estimate, input: IntervalInput): Interval {
  const { estimate, standardError, rows } = found;
  const { design, isProportion, degreesOfFreedom, level, groupRows } = input;
  if (Number.isNaN(estimate)) return { low: Number.NaN, high: Number.NaN };
  if (rows === groupRows && isCensus(design)) return { low: estimate, high: estimate };
  if (kind !== "wilson" && kind !== "cp" && isErrorUnknown(found))
    return { low: Number.NaN, high: Number.NaN };
  if (kind === "normal") return normalInterval({ estimate, standardError, level });
  if (kind === "t") return studentInterval({ estimate, standardError, degreesOfFreedom, level });
  if (!isProportion) throw onlyForProportions(kind);
  if (kind === "wilson") return wilson({ events: estimate * rows, n: rows, level });
  if (kind === "cp") return clopperPearson({ events: estimate * rows, n: rows, level });
  const { low, high } = kornGraubard({
    proportion: estimate,
    standardError,
    rows: groupRows,
    asked: rows,
    degreesOfFreedom,
    level,
    plannedDesignEffect: plannedDesignEffectOf(design),
    capped: kind === "kg-capped",
  });
  return { low, high };
}

/**
 * Nothing is known of the sampling error: the answers come from a single first-stage unit, so that the differences between units
 * cannot be seen and the standard error of a mean is 0; or a replicate leaves nobody, and it is NaN.
 */
export function isErrorUnknown({ standardError, units }: Estimate): boolean {
  return units < 2 || Number.isNaN(standardError);
}

/** Every kind that takes the sample for a simple random one, however it was drawn. */
export const ignoresDesign = (kind: IntervalKind): boolean => kind === "wilson" || kind === "cp";

function onlyForProportions(kind: IntervalKind): InputError {
  return new InputError("estimate.interval-not-for", {
    zh: `区间“${kind}”只适用于比例：均值、总量和比率请用 t 或 normal。`,
    en: `The interval "${kind}" is for proportions only: use t or normal for means, totals and ratios.`,
  });
}
