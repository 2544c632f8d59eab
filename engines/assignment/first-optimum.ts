/**
 * Of all optima the one that is first in the order of the file: the first team gets the earliest region that any optimum
 * gives it, then the second team, and so on. So the result follows from the instance alone: whoever searches in another
 * way, but exactly, arrives at the same one, and nobody can choose between equals.
 */
import {
  type PermutationProblem,
  type SearchLimits,
  type SearchResult,
  fixed,
  searchPermutation,
} from "./permutation-search.ts";

export function searchFirstOptimum(problem: PermutationProblem, limits: SearchLimits = {}): SearchResult {
  const { n } = problem;
  const optimum = searchPermutation(problem, limits);
  if (optimum.kind !== "found") return optimum;
  let { columnOf, steps } = optimum;
  let { cost } = problem;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < (columnOf[row] ?? 0); column++) {
      // Not allowed, or taken by an earlier row for good.
      if (cost[row * n + column] === Infinity || columnOf.subarray(0, row).includes(column)) continue;
      const asked = { ...problem, cost: fixed(cost, problem, row, column) };
      const found = searchPermutation(asked, { ...limits, atMost: optimum.cost });
      steps += found.steps;
      if (found.kind === "stopped") return { kind: "stopped", bound: optimum.cost, steps };
      if (found.kind === "found") columnOf = found.columnOf;
    }
    cost = fixed(cost, problem, row, columnOf[row] ?? 0);
  }
  return { kind: "found", columnOf, cost: optimum.cost, steps };
}
