/** Where everybody was taken: nothing is left to chance, and each record stands for itself alone. */
import type { Design } from "./design.ts";
import { weightContradicts } from "./design-errors.ts";
import type { Stage } from "./stages.ts";

/** What printing a weight of 1 may leave beside it. */
const roundingOfWeight = 1e-6;

/**
 * A record whose unit was taken with certainty at every stage named, with no stage below, adds no sampling error; then it
 * cannot stand for others too. Weight 0: taken, not asked.
 * @throws InputError design.weight-contradicts
 */
export function requireCertainWeights(weight: Float64Array, stages: readonly Stage[]): void {
  for (const [row, own] of weight.entries()) {
    if (own === 0 || Math.abs(own - 1) <= roundingOfWeight) continue;
    if (stages.every((stage) => isCertain(stage, row))) throw weightContradicts(row, own);
  }
}

/** Every unit of every stage was taken, down to the records, and each record counts: the population is the sample. */
export function isCensus({ weight, stages }: Design): boolean {
  return weight.every((own, row) => own > 0 && stages.every((stage) => isCertain(stage, row)));
}

function isCertain({ fraction, unitOfRow }: Stage, row: number): boolean {
  return fraction[unitOfRow[row] ?? 0] === 1;
}
