/** Several points made one, by weights (OECD/JRC Handbook 2008, step 6). */
import { lengthsUnequal, weightsWrong } from "./score-errors.ts";

/** `arithmetic`: a strength makes up for a weakness. `geometric`: less so, and a zero makes all zero. */
export const aggregations = ["arithmetic", "geometric"] as const;
export type Aggregation = (typeof aggregations)[number];

/**
 * Σ w x / Σ w, or exp(Σ w ln x / Σ w) with x of 0 or more; an x of weight 0 does not count.
 *
 * @throws InputError score.weights-wrong, score.lengths-unequal
 */
export function aggregate(points: readonly number[], weights: readonly number[], how: Aggregation): number {
  if (points.length !== weights.length) throw lengthsUnequal("weights", weights.length, points.length);
  const total = weights.reduce((sum, own) => sum + own, 0);
  if (!(total > 0 && total < Infinity) || weights.some((own) => own < 0)) throw weightsWrong();
  let sum = 0;
  for (const [at, x] of points.entries()) {
    const w = weights[at] ?? 0;
    if (w > 0) sum += w * (how === "geometric" ? Math.log(x) : x);
  }
  return how === "geometric" ? Math.exp(sum / total) : sum / total;
}
