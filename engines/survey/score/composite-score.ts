/** The score of one unit by its plan: arithmetic inside a dimension, geometric across dimensions, with its standard error. */
import { aggregate } from "./aggregate.ts";
import { type Goalpost, type Scale, pointsOf, pointsSlope } from "./goalpost.ts";
import { lengthsUnequal, valueMissing } from "./score-errors.ts";

export interface PlannedIndicator {
  name: string;
  weight: number;
  goalpost: Goalpost;
}

export interface PlannedDimension {
  name: string;
  weight: number;
  indicators: readonly PlannedIndicator[];
}

export interface ScorePlan {
  dimensions: readonly PlannedDimension[];
  scale: Scale;
}

export interface CompositeScore {
  score: number;
  /** NaN where a dimension has no points at all: a geometric mean has no slope there. */
  standardError: number;
  /** Points of each dimension, in the order of the plan. */
  dimensions: number[];
  /** Points of each indicator, dimension after dimension. */
  indicators: number[];
}

/**
 * Vetoes lie outside the score (`gradeOf`). The variance is gᵀ Σ g, g = ∂score/∂value by the chain rule, Σ the covariance of the values
 * (`covarianceOfTotals` of their linearised values).
 *
 * @param values one of each indicator, dimension after dimension
 * @param covariance of the values; 0 for one that has no sampling error
 * @throws InputError score.goalpost-wrong, score.weights-wrong, score.value-missing, score.lengths-unequal
 */
export function compositeScore(
  { dimensions, scale }: ScorePlan,
  values: readonly number[],
  covariance: readonly (readonly number[])[],
): CompositeScore {
  const planned = dimensions.flatMap(({ indicators }) => indicators);
  if (values.length !== planned.length) throw lengthsUnequal("values", values.length, planned.length);
  for (const side of [covariance, ...covariance]) {
    if (side.length !== planned.length) throw lengthsUnequal("covariance", side.length, planned.length);
  }
  const points = planned.map(({ name, goalpost }, at) => {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) throw valueMissing(name);
    return pointsOf(value, goalpost, scale);
  });
  let start = 0;
  const inDimensions = dimensions.map(({ indicators }) => {
    const own = points.slice(start, start + indicators.length);
    start += indicators.length;
    return aggregate(
      own,
      indicators.map(({ weight }) => weight),
      "arithmetic",
    );
  });
  const score = aggregate(
    inDimensions,
    dimensions.map(({ weight }) => weight),
    "geometric",
  );
  const gradient = gradientOf({ dimensions, scale }, inDimensions, score);
  const standardError = Math.sqrt(quadraticForm(gradient, covariance));
  return { score, standardError, dimensions: inDimensions, indicators: points };
}

/** ∂S/∂x = S · W_d/A_d · w/Σw · slope, with the weights W of dimensions as shares of their sum. */
function gradientOf(
  { dimensions, scale }: ScorePlan,
  inDimensions: readonly number[],
  score: number,
): number[] {
  const total = dimensions.reduce((sum, { weight }) => sum + weight, 0);
  return dimensions.flatMap(({ weight, indicators }, at) => {
    const inside = indicators.reduce((sum, own) => sum + own.weight, 0);
    const outer = weight === 0 ? 0 : (score * weight) / total / (inDimensions[at] ?? 0);
    return indicators.map((own) => (outer * own.weight * pointsSlope(own.goalpost, scale)) / inside);
  });
}

function quadraticForm(gradient: readonly number[], covariance: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const [i, one] of gradient.entries()) {
    for (const [j, other] of gradient.entries()) sum += one * other * (covariance[i]?.[j] ?? 0);
  }
  return sum;
}
