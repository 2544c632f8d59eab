/** How far ranks depend on choices that could have been made otherwise: weights, normalisation, each indicator. */
import { type Aggregation, aggregate } from "./aggregate.ts";
import { type Goalpost, type Scale, pointsOf } from "./goalpost.ts";
import { type Normalisation, normalise } from "./normalise.ts";
import { correlation, kendall, quantileBetween, ranks, spearman } from "./sample-statistics.ts";
import { lengthsUnequal, valueMissing } from "./score-errors.ts";

export interface Indicator {
  name: string;
  /** One of each unit. */
  values: Float64Array;
  /** By it points are given, and whether more is better. */
  goalpost: Goalpost;
}

/** One way to come to scores. */
export interface Choice {
  name: string;
  /** One of each indicator. */
  weights: readonly number[];
  normalisation: "goalposts" | Normalisation;
  aggregation: Aggregation;
  scale?: Scale;
}

export interface Variant {
  name: string;
  scores: Float64Array;
  /** 1 for the best. */
  ranks: Int32Array;
  /** Against the first choice: mean change of rank, Spearman's and Kendall's correlation of the scores. */
  shift: number;
  spearman: number;
  kendall: number;
}

/** Ranks of a unit over all variants; `low` and `high` hold the middle 90 % of them. */
export interface RankBand {
  median: number;
  low: number;
  high: number;
  best: number;
  worst: number;
}

/**
 * Scores and ranks by each choice; the first is the one published (OECD/JRC Handbook 2008, step 7).
 *
 * @throws InputError score.lengths-unequal, score.value-missing, score.weights-wrong, score.goalpost-wrong
 */
export function variantsOf(indicators: readonly Indicator[], choices: readonly Choice[]): Variant[] {
  requireComplete(indicators);
  const scored = choices.map((choice) => {
    const scores = scoresBy(indicators, choice);
    return { name: choice.name, scores, ranks: ranks(scores) };
  });
  const [first] = scored;
  if (!first) return [];
  return scored.map((own) => ({
    ...own,
    shift: meanShift(own.ranks, first.ranks),
    spearman: spearman(own.scores, first.scores),
    kendall: kendall(own.scores, first.scores),
  }));
}

/** The same choice with each indicator left out in turn; the weights of the others keep their proportions. */
export function leaveOneOut(indicators: readonly Indicator[], choice: Choice): Choice[] {
  return indicators.map(({ name }, left) => ({
    ...choice,
    name: `${choice.name} − ${name}`,
    weights: choice.weights.map((own, at) => (at === left ? 0 : own)),
  }));
}

/** For each unit. */
export function rankBands(variants: readonly Pick<Variant, "ranks">[]): RankBand[] {
  return Array.from(variants[0]?.ranks ?? [], (_, unit) => {
    const own = Float64Array.from(variants, (variant) => variant.ranks[unit] ?? 0);
    return {
      median: quantileBetween(own, 0.5),
      low: quantileBetween(own, 0.05),
      high: quantileBetween(own, 0.95),
      best: Math.min(...own),
      worst: Math.max(...own),
    };
  });
}

/** Correlation of each indicator with the scores: what it really weighs, whatever the plan says (OECD/JRC Handbook 2008, step 9). */
export function effectiveWeights(indicators: readonly Indicator[], scores: Float64Array): number[] {
  return indicators.map((one) => correlation(upward(one), scores));
}

function scoresBy(indicators: readonly Indicator[], choice: Choice): Float64Array {
  const { normalisation, aggregation, weights, scale } = choice;
  const columns = indicators.map((one) =>
    normalisation === "goalposts"
      ? one.values.map((own) => pointsOf(own, one.goalpost, scale))
      : normalise(upward(one), normalisation, scale),
  );
  return Float64Array.from(columns[0] ?? [], (_, unit) =>
    aggregate(
      columns.map((column) => column[unit] ?? 0),
      weights,
      aggregation,
    ),
  );
}

/** Turned so that more is better. */
function upward({ values, goalpost: { worst, best } }: Indicator): Float64Array {
  return best > worst ? values : values.map((own) => -own);
}

function meanShift(one: Int32Array, other: Int32Array): number {
  return one.reduce((sum, own, unit) => sum + Math.abs(own - (other[unit] ?? 0)), 0) / one.length;
}

function requireComplete(indicators: readonly Indicator[]): void {
  const units = indicators[0]?.values.length ?? 0;
  for (const { name, values } of indicators) {
    if (values.length !== units) throw lengthsUnequal(name, values.length, units);
    const missing = values.findIndex((own) => !Number.isFinite(own));
    if (missing !== -1) throw valueMissing(name, missing);
  }
}
