/** Calibration to known totals: the general regression estimator. */
import { columnsUnequal } from "../design/design-errors.ts";
import { solve } from "./solve.ts";
import type { Statistic } from "./statistic.ts";

/** A variable whose total in the population is known; a column of ones stands for the number of units. */
export interface Auxiliary {
  column: Float64Array;
  total: number;
}

/**
 * The same statistic with weights w·g, g = 1 + λᵀx, λ = (Σ w x xᵀ)⁻¹ (T − t_x), so that the sample reproduces the known totals
 * T (Deville & Särndal, JASA 87 (1992) 376, linear distance; R survey `calibrate`). A total t_y becomes t_y + λᵀ Σ w x y; its
 * linearised values are w·g·(y − xᵀβ), β the weighted regression of y on x.
 *
 * @throws InputError estimate.auxiliaries-dependent when one auxiliary follows from the others, design.columns-unequal
 */
export function calibrated(statistic: Statistic, auxiliaries: readonly Auxiliary[]): Statistic {
  const xs = auxiliaries.map(({ column }) => column);
  const wrong = xs.find((x) => x.length !== statistic.domain.length);
  if (wrong) throw columnsUnequal("auxiliary", wrong.length, statistic.domain.length);
  const read = (totals: Float64Array) => readTotals(totals, auxiliaries, statistic.columns.length);
  return {
    columns: [
      ...xs,
      ...xs.flatMap((one) => xs.map((other) => product(one, other))),
      ...statistic.columns,
      ...statistic.columns.flatMap((y) => xs.map((x) => product(x, y))),
    ],
    domain: statistic.domain,
    value: (totals) => statistic.value(read(totals).adjusted),
    gradient: (totals) => {
      const { squares, lambda, cross, adjusted } = read(totals);
      const slopes = statistic.gradient(adjusted);
      const regressand = xs.map((_, i) =>
        cross.reduce((sum, line, j) => sum + (slopes[j] ?? 0) * (line[i] ?? 0), 0),
      );
      const beta = solve(squares, regressand);
      return [
        ...beta.map((own) => -own),
        ...lambda.flatMap((one) => beta.map((other) => -one * other)),
        ...slopes,
        ...slopes.flatMap((slope) => lambda.map((own) => slope * own)),
      ];
    },
  };
}

function product(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((own, row) => own * (other[row] ?? 0));
}

/** Takes the totals apart, in the order of the columns, and adjusts those of the statistic. */
function readTotals(totals: Float64Array, auxiliaries: readonly Auxiliary[], count: number) {
  const size = auxiliaries.length;
  const line = (start: number, length: number) => Array.from(totals.subarray(start, start + length));
  const squares = auxiliaries.map((_, i) => line(size + i * size, size));
  const plain = line(size + size * size, count);
  const cross = plain.map((_, j) => line(size + size * size + count + j * size, size));
  const gap = auxiliaries.map(({ total }, i) => total - (totals[i] ?? 0));
  const lambda = solve(squares, gap);
  const adjusted = Float64Array.from(plain, (own, j) =>
    lambda.reduce((sum, by, i) => sum + by * (cross[j]?.[i] ?? 0), own),
  );
  return { squares, cross, lambda, adjusted };
}
