/** Indices that hold in one number how many are poor, how deep, and how unequal the poor are among themselves. */
import type { Design } from "../design/design.ts";
import { type Membership, domainOf } from "../estimate/statistic.ts";
import { fgt } from "./fgt.ts";
import { gini } from "./gini.ts";
import { type Linearised, chain, lineariseStatistic } from "./linearised.ts";
import { type PovertyLine, isPoor, relativeGap } from "./poverty-line.ts";

/**
 * A. Sen (1976, Econometrica 44, 219): H (I + (1 − I) G), with H the share of the poor, I their mean relative gap, G the Gini
 * coefficient (`population`) of their incomes; that is P₁ + (P₀ − P₁) G. 0 where nobody is poor. Linearised by the chain rule.
 *
 * @throws InputError poverty.line-wrong, design.columns-unequal
 */
export function sen(design: Design, income: Float64Array, line: PovertyLine, group?: Membership): Linearised {
  const { share, depth } = shareAndDepth(design, income, line, group);
  const poor = domainOf([income], group).map((own, row) =>
    Number(own === 1 && isPoor(income[row] ?? 0, line)),
  );
  const among = definedOrNone(gini(design, income, "population", poor));
  const rest = share.estimate - depth.estimate;
  return {
    estimate: depth.estimate + rest * among.estimate,
    u: chain(design.rowCount, [
      [1 - among.estimate, depth],
      [among.estimate, share],
      [rest, among],
    ]),
    domain: share.domain,
  };
}

/**
 * Sen-Shorrocks-Thon (A. Shorrocks 1995, Econometrica 63, 1225): P₁ (1 + G), with G the Gini coefficient (`population`) of the
 * relative gaps of all, 0 for who is not poor. 0 where nobody is poor. Linearised by the chain rule.
 *
 * @throws InputError poverty.line-wrong, design.columns-unequal
 */
export function senShorrocksThon(
  design: Design,
  income: Float64Array,
  line: PovertyLine,
  group?: Membership,
): Linearised {
  const { depth } = shareAndDepth(design, income, line, group);
  const gaps = income.map((own) => relativeGap(own, line));
  const ofGaps = definedOrNone(gini(design, gaps, "population", group));
  return {
    estimate: depth.estimate * (1 + ofGaps.estimate),
    u: chain(design.rowCount, [
      [1 + ofGaps.estimate, depth],
      [depth.estimate, ofGaps],
    ]),
    domain: depth.domain,
  };
}

function shareAndDepth(design: Design, income: Float64Array, line: PovertyLine, group?: Membership) {
  return {
    share: lineariseStatistic(design, fgt(income, line, 0, group)),
    depth: lineariseStatistic(design, fgt(income, line, 1, group)),
  };
}

/** Where nobody is poor, or the poor have no income, there is no inequality among them to speak of: 0. */
function definedOrNone(among: Linearised): Linearised {
  if (!Number.isNaN(among.estimate)) return among;
  return { estimate: 0, u: new Float64Array(among.u.length), domain: among.domain };
}
