/**
 * Model A: the cheapest permutation without forbidden pairs and without mutual pairs. The matching without the rule on
 * mutual pairs bounds the cost from below; where it sends i to j and j to i, the search asks twice: without i → j, and with
 * it (so without j → i). Both questions together leave out no permutation. Best bound first, deeper first among equals,
 * older first after that: no clock, no chance, the same steps everywhere.
 */
import { type Matching, cheapestMatching } from "./matching.ts";

export interface PermutationProblem {
  n: number;
  /** n × n by rows, whole numbers; Infinity where row may not be sent to column. */
  cost: Float64Array;
  /** n × n by rows; 1 where row → column and column → row may not both be. */
  notMutual: Uint8Array;
}

export interface SearchLimits {
  /** Solutions dearer than this are not looked for. */
  atMost?: number;
  /** Asked before each step; false ends the search. */
  mayGoOn?: () => boolean;
}

export type SearchResult =
  /** No permutation is cheaper. */
  | ({ kind: "found"; steps: number } & Matching)
  /** No permutation keeps the rules (and costs at most `atMost`). */
  | { kind: "none"; steps: number }
  /** Ended before an answer; none costs less than `bound`. */
  | { kind: "stopped"; bound: number; steps: number };

interface Open extends Matching {
  /** Costs with what was decided on the way here. */
  allowed: Float64Array;
  depth: number;
}

export function searchPermutation(problem: PermutationProblem, limits: SearchLimits = {}): SearchResult {
  const { atMost = Infinity, mayGoOn = () => true } = limits;
  const open: Open[] = [];
  let steps = 0;
  const ask = (allowed: Float64Array, depth: number) => {
    steps += 1;
    const matching = cheapestMatching(allowed, problem.n);
    if (matching && matching.cost <= atMost) open.push({ ...matching, allowed, depth });
  };
  ask(problem.cost, 0);
  for (;;) {
    const best = takeBest(open);
    if (!best) return { kind: "none", steps };
    const row = firstMutual(best.columnOf, problem);
    if (row === -1) return { kind: "found", columnOf: best.columnOf, cost: best.cost, steps };
    if (!mayGoOn()) return { kind: "stopped", bound: best.cost, steps };
    const column = best.columnOf[row] ?? -1;
    ask(fixed(best.allowed, problem, row, column), best.depth + 1);
    ask(without(best.allowed, problem.n, row, column), best.depth + 1);
  }
}

function without(cost: Float64Array, n: number, row: number, column: number): Float64Array {
  const copy = cost.slice();
  copy[row * n + column] = Infinity;
  return copy;
}

/** Costs where row → column is all that the row is allowed; a matching then gives that column to nobody else. */
export function fixed(
  cost: Float64Array,
  { n, notMutual }: PermutationProblem,
  row: number,
  column: number,
): Float64Array {
  const copy = cost.slice();
  for (let other = 0; other < n; other++) if (other !== column) copy[row * n + other] = Infinity;
  if (notMutual[row * n + column]) copy[column * n + row] = Infinity;
  return copy;
}

function takeBest(open: Open[]): Open | undefined {
  let best = 0;
  open.forEach((one, at) => {
    const than = open[best];
    if (than && (one.cost < than.cost || (one.cost === than.cost && one.depth > than.depth))) best = at;
  });
  return open.splice(best, 1)[0];
}

function firstMutual(columnOf: Int32Array, { n, notMutual }: PermutationProblem): number {
  return columnOf.findIndex(
    (column, row) => column > row && columnOf[column] === row && notMutual[row * n + column] === 1,
  );
}
