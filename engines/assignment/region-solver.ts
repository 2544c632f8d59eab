/** Model A's own search as a solver. */
import { type Costs, allowedPairs } from "./costs.ts";
import { searchFirstOptimum } from "./first-optimum.ts";
import { type PermutationProblem, searchPermutation } from "./permutation-search.ts";
import type { Rule } from "./rule.ts";
import type { Solver, SolverAnswer } from "./solve.ts";
import type { Task } from "./task.ts";

/** @param mayGoOn asked before each step of a search; false ends it */
export function regionSolver(mayGoOn: () => boolean = () => true): Solver {
  return {
    cheapest: (task, costs, rules) => Promise.resolve(cheapestRegions(task, costs, rules, mayGoOn)),
    canKeep: (task, rules) => {
      const noCosts = task.distance.map((row) => row.map(() => 0));
      const { kind } = searchPermutation(problemOf(task, noCosts, rules), { mayGoOn });
      return Promise.resolve(kind === "stopped" ? undefined : kind === "found");
    },
  };
}

function cheapestRegions(
  task: Task,
  costs: Costs,
  rules: readonly Rule[],
  mayGoOn: () => boolean,
): SolverAnswer {
  const result = searchFirstOptimum(problemOf(task, costs, rules), { mayGoOn });
  if (result.kind !== "found") return { kind: result.kind };
  const assignment = Object.fromEntries(
    task.teams.map(({ id }, row) => [id, [task.targets[result.columnOf[row] ?? -1]?.id ?? ""]]),
  );
  return { kind: "found", assignment, bound: result.cost };
}

function problemOf(task: Task, costs: Costs, rules: readonly Rule[]): PermutationProblem {
  const n = task.teams.length;
  const place = new Map(task.teams.map(({ id }, at) => [id, at]));
  const allowed = allowedPairs(task, rules);
  const cost = Float64Array.from(costs.flat(), (price, at) => (allowed[at] ? price : Infinity));
  const notMutual = new Uint8Array(n * n);
  for (const rule of rules) {
    if (rule.kind !== "reciprocity") continue;
    const [one, other] = [place.get(rule.one) ?? -1, place.get(rule.other) ?? -1];
    notMutual[one * n + other] = 1;
    notMutual[other * n + one] = 1;
  }
  return { n, cost, notMutual };
}
