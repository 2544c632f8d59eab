/**
 * Poverty in several dimensions by counting: S. Alkire & J. Foster (2011), J. Public Economics 95, 476; variance: all its measures are
 * means and ratios of what is known of a person (OPHI Research in Progress 47a). In China's exits any single gap counts (`union`); this
 * measure is for depth and trend.
 */
import { type Membership, type Statistic, domainOf, inside, meanOf, ratioOf } from "../estimate/statistic.ts";
import { columnWrong, cutoffWrong, gapWrong, weightsWrong } from "./multidimensional-errors.ts";

export interface Dimension {
  name: string;
  /** Its share of the whole; the shares sum to 1. */
  weight: number;
  /** Of each row: 0 not deprived, 1 deprived, or the relative gap 0..1 below the cutoff (`deprivationGap`); NaN not known. */
  gap: Float64Array;
}

export interface Counting {
  dimensions: readonly Dimension[];
  /**
   * Share 0..1 of the weights from which on a person is poor, reached within 1e-12; 1 is `intersection`. `union`: any deprivation.
   */
  cutoff: number | "union";
}

export interface Multidimensional {
  /** Weighted share of deprivations of each row, 0..1; NaN where a dimension is not known. */
  score: Float64Array;
  /** 1 for the poor, 0 for others, NaN where a dimension is not known. */
  poor: Float64Array;
  /** Score of the poor, 0 for others. */
  censored: Float64Array;
  dimensions: readonly Dimension[];
}

/** Sums of weights like 1/3 + 1/6 come out just below or above. */
const slack = 1e-12;

/** (z − x)/z for an achievement x below its cutoff z, else 0. @param cutoff above 0 */
export function deprivationGap(achievement: Float64Array, cutoff: number): Float64Array {
  return achievement.map((own) => (own >= cutoff ? 0 : (cutoff - own) / cutoff));
}

/**
 * Who is poor: score c = Σ weight · [deprived], poor where c ≥ cutoff.
 *
 * @throws InputError multidimensional.weights-wrong, multidimensional.cutoff-wrong, multidimensional.gap-wrong,
 *   multidimensional.column-wrong
 */
export function countDeprivations({ dimensions, cutoff }: Counting): Multidimensional {
  requireCounting(dimensions, cutoff);
  const rowCount = dimensions[0]?.gap.length ?? 0;
  const score = new Float64Array(rowCount);
  for (const { weight, gap } of dimensions) {
    for (let row = 0; row < rowCount; row++) score[row] = (score[row] ?? 0) + weight * deprived(gap[row]);
  }
  const poor = score.map((own) => {
    if (Number.isNaN(own)) return Number.NaN;
    return Number(cutoff === "union" ? own > 0 : own >= cutoff - slack);
  });
  return { score, poor, censored: score.map((own, row) => own * (poor[row] ?? 0)), dimensions };
}

function deprived(gap = Number.NaN): number {
  return Number.isNaN(gap) ? Number.NaN : Number(gap > 0);
}

/** H, the share of the poor. */
export const headcount = ({ poor }: Multidimensional, group?: Membership): Statistic => meanOf(poor, group);

/** A, the mean score of the poor: in how many of the dimensions they lack. NaN where nobody is poor. */
export const intensity = ({ censored, poor }: Multidimensional, group?: Membership): Statistic =>
  ratioOf(censored, poor, group);

/** M0 = H · A, the mean score with 0 for who is not poor. It adds up over groups by population shares. */
export const adjustedHeadcount = ({ censored }: Multidimensional, group?: Membership): Statistic =>
  meanOf(censored, group);

/**
 * M_α = mean of Σ weight · gap^α over the dimensions of the poor: α = 1 the depth, 2 the severity of what is lacking. Where a gap is only
 * 0 or 1 all are M0.
 */
export function adjustedGap(
  { dimensions, poor }: Multidimensional,
  alpha: 1 | 2,
  group?: Membership,
): Statistic {
  const whole = poor.map((own, row) => {
    let sum = 0;
    for (const { weight, gap } of dimensions) sum += weight * (gap[row] ?? Number.NaN) ** alpha;
    return sum * own;
  });
  return meanOf(whole, group);
}

/** Share deprived in a dimension, poor or not; all rows whose score is known. */
export function rawHeadcount(
  { score }: Multidimensional,
  dimension: Dimension,
  group?: Membership,
): Statistic {
  return meanOf(whereKnown(dimension.gap.map(deprived), score), group);
}

/** Share that is poor and deprived in a dimension: h_j, with Σ weight_j · h_j = M0. */
export function censoredHeadcount(
  { poor }: Multidimensional,
  dimension: Dimension,
  group?: Membership,
): Statistic {
  return meanOf(
    dimension.gap.map((own, row) => deprived(own) * (poor[row] ?? Number.NaN)),
    group,
  );
}

/** The part of M0 that a dimension brings: weight_j · h_j / M0. The parts sum to 1. NaN where nobody is poor. */
export function contribution(
  { poor, censored }: Multidimensional,
  dimension: Dimension,
  group?: Membership,
): Statistic {
  const part = dimension.gap.map((own, row) => dimension.weight * deprived(own) * (poor[row] ?? Number.NaN));
  return ratioOf(part, censored, group);
}

/** The part of M0 that a group brings: its population share times its M0, over M0. NaN where nobody is poor. */
export function groupContribution({ censored }: Multidimensional, group: Membership): Statistic {
  const domain = domainOf([censored]);
  return ratioOf(keepMissing(inside(censored, domainOf([censored], group)), domain), censored);
}

/** The group's share of the population whose score is known. */
export function populationShare({ score }: Multidimensional, group: Membership): Statistic {
  const domain = domainOf([score]);
  return meanOf(keepMissing(Float64Array.from(domainOf([score], group)), domain));
}

function whereKnown(values: Float64Array, score: Float64Array): Float64Array {
  return keepMissing(values, domainOf([score]));
}

function keepMissing(values: Float64Array, domain: Uint8Array): Float64Array {
  return values.map((own, row) => (domain[row] === 1 ? own : Number.NaN));
}

function requireCounting(dimensions: readonly Dimension[], cutoff: number | "union"): void {
  const sum = dimensions.reduce((total, { weight }) => total + weight, 0);
  const isShare = dimensions.every(({ weight }) => weight > 0);
  if (!isShare || !(Math.abs(sum - 1) < 1e-9)) throw weightsWrong(sum);
  if (cutoff !== "union" && !(cutoff > 0 && cutoff <= 1)) throw cutoffWrong(cutoff);
  const rowCount = dimensions[0]?.gap.length ?? 0;
  for (const { name, gap } of dimensions) {
    if (gap.length !== rowCount) throw columnWrong(name, gap.length, rowCount);
    const wrong = gap.findIndex((own) => own < 0 || own > 1);
    if (wrong !== -1) throw gapWrong(name, wrong, gap[wrong] ?? 0);
  }
}
