/** Post-stratification: weights raised or lowered so that each class counts for as many as are known to exist. */
import { InputError } from "../../input-error.ts";
import { type Labels, codeLabels } from "../design/labels.ts";
import { type Statistic, inside } from "./statistic.ts";

/**
 * The same statistic with the weights of each class c scaled to N_c / Σ_c w (Särndal, Swensson & Wretman 1992, §7.6; R survey
 * `postStratify`). The scaling is part of the statistic, so linearisation and replicates both take it into account.
 *
 * @param classes the class of each row
 * @param known how many units of each class there are in the population
 * @throws InputError estimate.class-unknown for a class in the data without a number, estimate.class-empty for a known class
 *   without a row, design.label-missing
 */
export function postStratified(
  statistic: Statistic,
  classes: Labels,
  known: ReadonlyMap<string, number>,
): Statistic {
  const { code, names } = codeLabels(classes, "class");
  const sizes = names.map((name) => sizeOf(name, known));
  const empty = [...known.keys()].find((name) => !names.includes(name));
  if (empty !== undefined) throw classEmpty(empty);
  const members = names.map((_, at) => Uint8Array.from(code, (own) => Number(own === at)));
  const width = statistic.columns.length + 1;

  /** Totals after scaling: Σ_c N_c · t_cj / n̂_c. */
  const scaled = (totals: Float64Array) =>
    Float64Array.from(statistic.columns, (_, j) =>
      sizes.reduce((sum, size, at) => {
        const start = at * width;
        return sum + (size * (totals[start + 1 + j] ?? 0)) / (totals[start] ?? 0);
      }, 0),
    );
  return {
    columns: members.flatMap((member) => [
      Float64Array.from(member),
      ...statistic.columns.map((column) => inside(column, member)),
    ]),
    domain: statistic.domain,
    value: (totals) => statistic.value(scaled(totals)),
    gradient: (totals) => {
      const slopes = statistic.gradient(scaled(totals));
      return sizes.flatMap((size, at) => {
        const [count = 0, ...sums] = totals.subarray(at * width, (at + 1) * width);
        const whole = sums.reduce((sum, own, j) => sum + own * (slopes[j] ?? 0), 0);
        return [(-size * whole) / (count * count), ...slopes.map((slope) => (slope * size) / count)];
      });
    },
  };
}

function sizeOf(name: string, known: ReadonlyMap<string, number>): number {
  const size = known.get(name);
  if (size !== undefined && size >= 0 && size < Infinity) return size;
  throw new InputError("estimate.class-unknown", {
    zh: `“${name}”类的总体单位数不知道：请给出每一类的总数。`,
    en: `The number of units of the class "${name}" is not known: give the number of each class.`,
  });
}

function classEmpty(name: string): InputError {
  return new InputError("estimate.class-empty", {
    zh: `样本里没有“${name}”类的记录：请把这一类与相近的类合并。`,
    en: `The sample has no record of the class "${name}": merge it with a class like it.`,
  });
}
