/** The quintile share ratio: the income of the best-off fifth over that of the worst-off fifth. */
import type { Design } from "../design/design.ts";
import { type Linearised, chain, weightsInside } from "./linearised.ts";
import { bandwidth, growthAt, quantile } from "./quantile.ts";

/**
 * S80/S20 (Eurostat, EU-SILC): Σ w y [y > q₀.₈] / Σ w y [y ≤ q₀.₂]. NaN or infinite where the worst-off fifth has no income.
 * Linearised by the chain rule over both sums, each of which depends on its quantile (Langel & Tillé 2011, J. Statist. Plann.
 * Inference 141, 2976; Osier 2009).
 *
 * @throws InputError design.columns-unequal
 */
export function quintileShareRatio(design: Design, income: Float64Array): Linearised {
  const low = incomeUpTo(design, income, 0.2);
  const upToHigh = incomeUpTo(design, income, 0.8);
  const all = totalIncome(design, income);
  const top = all.estimate - upToHigh.estimate;
  return {
    estimate: top / low.estimate,
    u: chain(design.rowCount, [
      [1 / low.estimate, all],
      [-1 / low.estimate, upToHigh],
      [-top / low.estimate ** 2, low],
    ]),
    domain: all.domain,
  };
}

/** Σ w y [y ≤ q_p], whose change with the quantile is the growth of that sum at it. */
function incomeUpTo(design: Design, income: Float64Array, p: number): Linearised {
  const { domain, weight } = weightsInside(design, income);
  const edge = quantile(design, income, p);
  const part: Linearised = {
    estimate: 0,
    domain,
    u: weight.map((w, row) => (w > 0 && (income[row] ?? 0) <= edge.estimate ? w * (income[row] ?? 0) : 0)),
  };
  const growth = growthAt(edge.estimate, income, weight, bandwidth(income, weight), income);
  return {
    estimate: part.u.reduce((sum, own) => sum + own, 0),
    u: chain(design.rowCount, [
      [1, part],
      [growth, edge],
    ]),
    domain,
  };
}

function totalIncome(design: Design, income: Float64Array): Linearised {
  const { domain, weight } = weightsInside(design, income);
  const u = weight.map((w, row) => (w > 0 ? w * (income[row] ?? 0) : 0));
  return { estimate: u.reduce((sum, own) => sum + own, 0), u, domain };
}
