/** Variance from replicates: the same statistic under many sets of weights. */
import { columnsUnequal } from "./design-errors.ts";
import { InputError } from "../../input-error.ts";

export interface Replicates {
  /** Whole weights, one column a replicate, one value a row of the design. */
  weights: readonly Float64Array[];
  /** What each squared difference counts for: 1/R for balanced repeated replication, 1/(R(1−ρ)²) for Fay's form. */
  scale: number;
}

/**
 * V = Σ_r scale_r (θ_r − θ̄)², centred on the mean of those replicates that count, as R survey does (`svrVar`).
 *
 * @param values the statistic in each replicate
 */
export function replicateVariance(values: ArrayLike<number>, scales: Float64Array): number {
  let [counted, sum, variance] = [0, 0, 0];
  for (let at = 0; at < scales.length; at++) {
    if (scales[at] === 0) continue;
    counted += 1;
    sum += values[at] ?? 0;
  }
  const mean = sum / counted;
  for (let at = 0; at < scales.length; at++) variance += (scales[at] ?? 0) * ((values[at] ?? 0) - mean) ** 2;
  return variance;
}

/** @throws InputError design.replicates-wrong, design.columns-unequal */
export function requireReplicates({ weights, scale }: Replicates, rowCount: number): void {
  for (const weight of weights) {
    if (weight.length !== rowCount) throw columnsUnequal("replicate weight", weight.length, rowCount);
  }
  const areNumbers = weights.every((weight) => weight.every(Number.isFinite));
  if (weights.length > 1 && scale > 0 && scale < Infinity && areNumbers) return;
  throw new InputError("design.replicates-wrong", {
    zh: "复制权数不能用：至少要两列，不能有缺失值，比例系数（scale）须大于0。",
    en: "The replicate weights cannot be used: two columns at least, no missing value, and a scale above 0 are needed.",
  });
}

/**
 * Degrees of freedom of supplied replicates: the rank of the matrix of weights minus 1 (R survey, `degf` of a replicate
 * design), by pivoted Cholesky decomposition of the products of its columns, scaled to length 1.
 */
export function replicateDegreesOfFreedom({ weights }: Replicates): number {
  const scaled = distinctRows(weights).map((weight) => {
    const length = Math.sqrt(dot(weight, weight));
    return length > 0 ? weight.map((own) => own / length) : weight;
  });
  const rest = products(scaled);
  let rank = 0;
  for (; rank < scaled.length; rank++) {
    const pivot = largestDiagonal(rest);
    const line = rest[pivot]?.slice() ?? new Float64Array();
    const largest = line[pivot] ?? 0;
    if (largest < 1e-10) break;
    for (const [at, own] of rest.entries()) {
      const share = (line[at] ?? 0) / largest;
      for (let column = 0; column < own.length; column++)
        own[column] = (own[column] ?? 0) - share * (line[column] ?? 0);
    }
  }
  return rank - 1;
}

/**
 * The columns without rows that are multiples of an earlier row: rows of one sampling unit mostly are, and add nothing to the
 * rank. Rows are told apart by one mixture of their values, to a millionth of a millionth.
 */
function distinctRows(columns: readonly Float64Array[]): Float64Array[] {
  const rowCount = columns[0]?.length ?? 0;
  const [mixture, size] = [new Float64Array(rowCount), new Float64Array(rowCount)];
  for (const [at, column] of columns.entries()) {
    const share = (Math.sin(at + 1) * 43_758.5453) % 1;
    for (let row = 0; row < rowCount; row++) {
      const own = column[row] ?? 0;
      mixture[row] = (mixture[row] ?? 0) + share * own;
      size[row] = (size[row] ?? 0) + Math.abs(own);
    }
  }
  const seen = new Set<number>();
  const isNew = mixture.map((own, row) => {
    const length = size[row] ?? 0;
    const key = Math.round((1e12 * own) / length);
    if (length === 0 || seen.has(key)) return 0;
    seen.add(key);
    return 1;
  });
  return columns.map((column) => column.filter((_, row) => isNew[row] === 1));
}

/** All products of columns with columns. */
function products(columns: readonly Float64Array[]): Float64Array[] {
  const matrix = columns.map(() => new Float64Array(columns.length));
  for (const [i, line] of matrix.entries()) {
    for (let j = 0; j <= i; j++) {
      const product = dot(columns[i] ?? line, columns[j] ?? line);
      line[j] = product;
      matrix[j]?.fill(product, i, i + 1);
    }
  }
  return matrix;
}

function largestDiagonal(matrix: readonly Float64Array[]): number {
  const diagonal = matrix.map((line, at) => line[at] ?? 0);
  return diagonal.indexOf(Math.max(...diagonal));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += (one[row] ?? 0) * (other[row] ?? 0);
  return sum;
}
