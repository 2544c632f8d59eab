/** From an instance to an answer, whoever searches: costs, the cap on distance, the check of the result, the conflict. */
import { checkAssignment } from "./check.ts";
import { findConflict } from "./conflict.ts";
import { type Costs, seedCosts } from "./costs.ts";
import type { Assignment, Instance, ModelName } from "./instance.ts";
import type { Rule } from "./rule.ts";
import { type Task, taskOf } from "./task.ts";

/** Who searches: model A's search is regionSolver; model B's runs outside the engines. */
export interface Solver {
  cheapest(task: Task, costs: Costs, rules: readonly Rule[]): Promise<SolverAnswer>;
  /** Whether any assignment keeps these rules; undefined when time ran out before that was known. */
  canKeep(task: Task, rules: readonly Rule[]): Promise<boolean | undefined>;
}

export type SolverAnswer =
  /** No assignment costs less than `bound`. */
  { kind: "found"; assignment: Assignment; bound: number } | { kind: "none" } | { kind: "stopped" };

export type AssignResult =
  | {
      kind: "assigned";
      assignment: Assignment;
      /** Kilometres, or the sum of the numbers from the seed; as the checker counts them. */
      cost: number;
      /** Kilometres. */
      distance: number;
      /** Proven: none is cheaper. */
      optimal: boolean;
      /** (cost − bound) / cost: no assignment is cheaper by a larger share. */
      gap: number;
      /** Kilometres; with a seed only. */
      distanceCap: number | undefined;
    }
  /** No assignment keeps all rules; these few already exclude each other. */
  | { kind: "conflict"; rules: readonly Rule[]; isMinimal: boolean }
  /** Time ran out before anything was found or excluded. */
  | { kind: "stopped" };

/**
 * The cheapest assignment that keeps every rule: by kilometres, or by costs that the seed decides, among pairs no farther
 * apart than the cap. Without `distanceCap` in the instance the cap is 5/4 of the least distance under which any assignment
 * keeps all rules, rounded down.
 *
 * @throws InputError assign.no-model-b
 */
export async function assign(
  instance: Instance,
  { model, seed, solver }: { model: ModelName; seed: Uint8Array | undefined; solver: Solver },
): Promise<AssignResult> {
  const task = taskOf(instance, model);
  const cap = seed && (await distanceCapOf(instance, task, solver));
  if (cap?.kind === "stopped") return cap;
  const rules: Rule[] = [...task.rules];
  if (cap?.kind === "cap") rules.push({ kind: "distanceCap", kilometres: cap.kilometres });
  const costs = seed ? seedCosts(task, seed) : task.distance;
  const answer = await solver.cheapest(task, costs, rules);
  if (answer.kind === "stopped") return answer;
  if (answer.kind === "none") {
    return { kind: "conflict", ...(await findConflict(rules, (some) => solver.canKeep(task, some))) };
  }
  return checked(instance, {
    model,
    costs,
    answer,
    distanceCap: cap?.kind === "cap" ? cap.kilometres : undefined,
  });
}

interface ToCheck {
  model: ModelName;
  costs: Costs;
  answer: Extract<SolverAnswer, { kind: "found" }>;
  distanceCap: number | undefined;
}

/** Nothing leaves here that the independent checker does not accept. */
function checked(instance: Instance, { model, costs, answer, distanceCap }: ToCheck): AssignResult {
  const { assignment, bound } = answer;
  const { broken, distance, pairs } = checkAssignment(instance, model, assignment, distanceCap);
  if (broken[0]) throw new Error(`The search broke the rule ${broken[0].rule}.`);
  const cost = pairs.reduce((sum, [i, j]) => sum + (costs[i]?.[j] ?? Number.NaN), 0);
  // Costs are whole: a bound of 20,732.4 says 20,733. The tolerance is the solver's own.
  const least = Math.max(0, Math.ceil(bound - 1e-5));
  const gap = cost > least ? (cost - least) / cost : 0;
  return { kind: "assigned", assignment, cost, distance, optimal: gap === 0, gap, distanceCap };
}

type Cap = { kind: "cap"; kilometres: number } | { kind: "none" } | { kind: "stopped" };

async function distanceCapOf(instance: Instance, task: Task, solver: Solver): Promise<Cap> {
  if (instance.distanceCap !== undefined) return { kind: "cap", kilometres: instance.distanceCap };
  const reach = await leastReach(task, solver);
  return typeof reach === "number" ? { kind: "cap", kilometres: Math.floor((reach * 5) / 4) } : reach;
}

/** The least distance such that some assignment keeps all rules with no pair farther apart. */
async function leastReach(task: Task, solver: Solver): Promise<number | Cap> {
  const distances = [...new Set(task.distance.flat())].sort((a, b) => a - b);
  let [low, high] = [0, distances.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const cap: Rule = { kind: "distanceCap", kilometres: distances[middle] ?? 0 };
    const can = await solver.canKeep(task, [...task.rules, cap]);
    if (can === undefined) return { kind: "stopped" };
    if (can) high = middle;
    else low = middle + 1;
  }
  return distances[low] ?? { kind: "none" };
}
