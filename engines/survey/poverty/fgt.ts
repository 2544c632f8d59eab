/** Poverty measures that are means over persons: they add up over groups, and have the variance of a mean. */
import { type Membership, type Statistic, meanOf } from "../estimate/statistic.ts";
import { type PovertyLine, isPoor, relativeGap, requireLine } from "./poverty-line.ts";

/**
 * FGT (Foster, Greer & Thorbecke 1984, Econometrica 52, 761): Σ w ((z − y)/z)^α [poor] / Σ w. α = 0 is the share of the poor
 * (贫困发生率), 1 the depth (贫困深度), 2 the severity (贫困强度), which counts the poorest most. The mean over groups of their
 * FGT, weighted by their population shares, is the FGT of all.
 *
 * @param income NaN where it is not known: such a row is outside the domain
 * @throws InputError poverty.line-wrong, design.columns-unequal
 */
export function fgt(
  income: Float64Array,
  line: PovertyLine,
  alpha: 0 | 1 | 2,
  group?: Membership,
): Statistic {
  requireLine(line);
  return meanOf(
    income.map((own) => poverty(own, line, alpha)),
    group,
  );
}

function poverty(income: number, line: PovertyLine, alpha: 0 | 1 | 2): number {
  // 0⁰ = 1 would make everybody poor.
  if (alpha === 0) return Number.isNaN(income) ? Number.NaN : Number(isPoor(income, line));
  return relativeGap(income, line) ** alpha;
}

/**
 * Watts (1968): Σ w ln(z/y) [poor] / Σ w over incomes above 0; who has nothing or less is outside the domain, since ln has no value
 * there (R convey does the same). State how many those are: they are the poorest.
 *
 * @throws InputError poverty.line-wrong, design.columns-unequal
 */
export function watts(income: Float64Array, line: PovertyLine, group?: Membership): Statistic {
  requireLine(line);
  return meanOf(
    income.map((own) => {
      if (!(own > 0)) return Number.NaN;
      return isPoor(own, line) ? Math.log(line.line / own) : 0;
    }),
    group,
  );
}
