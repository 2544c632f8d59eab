/**
 * The design of a sample: how each row came into it. Everything that the variance of an estimate needs to know, and
 * nothing of what was asked.
 */
import { requireCertainWeights } from "./census.ts";
import { columnsUnequal, emptyStratum, noRows, weightWrong } from "./design-errors.ts";
import type { Labels } from "./labels.ts";
import { mergeLonely } from "./lonely.ts";
import { type Stage, buildStages } from "./stages.ts";

/**
 * What to do with a stratum of which only one unit was sampled, so that its own variance cannot be seen (R survey,
 * `survey.lonely.psu`): `merge` joins it with its neighbour in the order of names, `average` gives it the mean variance
 * of the others, `certainty` takes it as fully known, `adjust` measures it from the centre of all.
 */
export type Lonely = "merge" | "average" | "certainty" | "adjust";

export interface DesignInput {
  /** Needed only where no column is given. */
  rowCount?: number;
  /** Design weight of each row, 0 or more. Default: the product of N/n over the stages if populations are known, else 1. */
  weight?: Float64Array;
  /** First-stage stratum of each row. */
  strata?: Labels;
  /** Second-stage stratum, inside the first-stage unit. */
  innerStrata?: Labels;
  /** The unit of each row at each stage, outermost first; names are read inside their stratum and parent unit. */
  clusters?: Labels[];
  /**
   * Units in the population (R: fpc), per stage: of the row's stratum at the first stage, of its first-stage unit (and
   * inner stratum) at the second. One stage more than `clusters` is allowed: the rows are then the units of the last.
   * Without it the first stage counts as drawn with replacement.
   */
  populations?: Float64Array[];
  /** Instead of populations: the inclusion probability of the row's unit at each stage (Brewer's form for unequal ones). */
  probabilities?: Float64Array[];
  /** Default `average`. */
  lonely?: Lonely;
  /** What the columns are called where they come from, for sentences about them. */
  columnNames?: { strata?: string; clusters?: readonly string[] };
}

export interface Design {
  rowCount: number;
  weight: Float64Array;
  /** First-stage stratum of each row, after merging; numbered in the order of names. */
  strata: Int32Array;
  /** Outermost first; never empty. */
  stages: [Stage, ...Stage[]];
  lonely: Lonely;
}

/**
 * Checks the columns and numbers their names.
 *
 * @throws InputError design.* when there are no rows, columns differ in length, a weight is negative or missing or is not 1
 *   where all were taken, a name is missing, a stratum has no weight, a population is smaller than its sample or varies inside a stratum
 */
export function buildDesign(input: DesignInput): Design {
  const rowCount = countRows(input);
  const { stages, strataNames } = buildStages(input, rowCount);
  const weight = input.weight ?? weightFrom(stages, rowCount);
  checkWeights(weight, stages[0], strataNames);
  requireCertainWeights(weight, stages);
  const lonely = input.lonely ?? "average";
  const [first, ...further] = lonely === "merge" ? mergeLonely(stages) : stages;
  const strata = first.unitOfRow.map((unit) => first.groupOfUnit[unit] ?? 0);
  return { rowCount, weight, strata, stages: [first, ...further], lonely };
}

/** First-stage units minus strata, counting only those with a weight above 0 (R survey, `degf`). */
export function degreesOfFreedom({ weight, strata, stages: [first] }: Design): number {
  const [units, groups] = [new Set<number>(), new Set<number>()];
  for (let row = 0; row < weight.length; row++) {
    if (weight[row] === 0) continue;
    units.add(first.unitOfRow[row] ?? 0);
    groups.add(strata[row] ?? 0);
  }
  return units.size - groups.size;
}

/** Rows with a weight above 0, of a group (1 inside) where one is given: those that count as asked. */
export function countedRows({ weight }: Design, group?: Uint8Array): number {
  return weight.reduce(
    (sum, own, row) => sum + Number(own > 0 && (group === undefined || group[row] === 1)),
    0,
  );
}

/** First-stage units with such rows. */
export function countedUnits({ weight, stages: [first] }: Design, group?: Uint8Array): number {
  const units = new Set<number>();
  for (const [row, own] of weight.entries()) {
    if (own > 0 && (group === undefined || group[row] === 1)) units.add(first.unitOfRow[row] ?? 0);
  }
  return units.size;
}

function countRows({
  rowCount: given,
  weight,
  strata,
  innerStrata,
  clusters = [],
  ...shares
}: DesignInput): number {
  const numbers = [...(shares.populations ?? []), ...(shares.probabilities ?? [])];
  const columns: [string, ArrayLike<unknown> | undefined][] = [
    ["weight", weight],
    ["strata", strata],
    ["inner strata", innerStrata],
    ...clusters.map((one): [string, Labels] => ["cluster", one]),
    ...numbers.map((one): [string, Float64Array] => ["population", one]),
  ];
  const rowCount = given ?? columns.find(([, column]) => column)?.[1]?.length ?? 0;
  if (rowCount === 0) throw noRows();
  for (const [name, column] of columns) {
    if (column && column.length !== rowCount) throw columnsUnequal(name, column.length, rowCount);
  }
  return rowCount;
}

function weightFrom(stages: readonly Stage[], rowCount: number): Float64Array {
  const weight = new Float64Array(rowCount).fill(1);
  for (const { fraction, unitOfRow } of stages) {
    for (let row = 0; row < rowCount; row++) {
      const share = fraction[unitOfRow[row] ?? 0] ?? 0;
      if (share > 0) weight[row] = (weight[row] ?? 1) / share;
    }
  }
  return weight;
}

function checkWeights(weight: Float64Array, first: Stage, strataNames: readonly string[]): void {
  const sums = new Float64Array(strataNames.length);
  for (let row = 0; row < weight.length; row++) {
    const own = weight[row] ?? 0;
    if (!(own >= 0 && own < Infinity)) throw weightWrong(row, own);
    const stratum = first.groupOfUnit[first.unitOfRow[row] ?? 0] ?? 0;
    sums[stratum] = (sums[stratum] ?? 0) + own;
  }
  const empty = sums.indexOf(0);
  if (empty !== -1) throw emptyStratum(strataNames[empty] ?? "");
}
