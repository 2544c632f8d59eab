/**
 * Ways to bring indicators to one scale that depend on the units at hand: only to see how far ranks depend on the choice. Published scores
 * use fixed goalposts. OECD/JRC Handbook 2008, step 5. Larger is better in all of them.
 */
import { type Scale, hundred } from "./goalpost.ts";
import { averageRanks, moments, quantileBetween } from "./sample-statistics.ts";

export const normalisations = ["min-max", "z-score", "winsorised-min-max", "average-rank"] as const;
export type Normalisation = (typeof normalisations)[number];

/**
 * `min-max`: (x − least)/(most − least) on the scale; `z-score`: (x − mean)/standard deviation; `winsorised-min-max`: the same as
 * min-max after values beyond the 5 % and 95 % quantiles were drawn in to them; `average-rank`: rank from the smallest, equal values share
 * the mean. A column of equal values gets the low end of the scale, or 0.
 */
export function normalise(values: Float64Array, how: Normalisation, scale: Scale = hundred): Float64Array {
  switch (how) {
    case "min-max":
      return minMax(values, scale);
    case "z-score": {
      const { mean, deviation } = moments(values);
      return values.map((own) => (deviation > 0 ? (own - mean) / deviation : 0));
    }
    case "winsorised-min-max": {
      const [least, most] = [quantileBetween(values, 0.05), quantileBetween(values, 0.95)];
      return minMax(
        values.map((own) => Math.min(most, Math.max(least, own))),
        scale,
      );
    }
    case "average-rank":
      return averageRanks(values);
  }
}

function minMax(values: Float64Array, { low, high }: Scale): Float64Array {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most === least) return values.map(() => low);
  return values.map((own) => low + ((own - least) / (most - least)) * (high - low));
}
