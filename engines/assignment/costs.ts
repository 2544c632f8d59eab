/** What a pair costs: kilometres, or a number that the public seed decides and nobody could choose. */
import { chanceOf } from "../survey/draw/chance.ts";
import { type Rule, type RuleKind, type TargetOfTask, type TeamOfTask, forbids } from "./rule.ts";
import type { Task } from "./task.ts";

/** Team by target, whole numbers. */
export type Costs = readonly (readonly number[])[];

/**
 * Costs 0 … 999 for team i and target j from the label `asg/i/j`, both counted from 0 in the order of the file
 * (JZFP-DRAW-1, assessment design §5).
 */
export function seedCosts(task: Task, seed: Uint8Array): Costs {
  const { uniformInteger } = chanceOf(seed);
  return task.teams.map((_, i) => task.targets.map((_, j) => Number(uniformInteger(`asg/${i}/${j}`, 1000n))));
}

const overSeveralPairs: ReadonlySet<RuleKind> = new Set([
  "reciprocity",
  "citiesPerTeam",
  "leastTargets",
  "mostTargets",
]);

/** Team by target by rows: 1 where no rule alone forbids the pair. */
export function allowedPairs(task: Task, rules: readonly Rule[]): Uint8Array {
  const single = rules.filter(({ kind }) => !overSeveralPairs.has(kind));
  const allowed = new Uint8Array(task.teams.length * task.targets.length);
  task.teams.forEach((team: TeamOfTask, i) => {
    task.targets.forEach((target: TargetOfTask, j) => {
      const kilometres = task.distance[i]?.[j] ?? 0;
      const isForbidden = single.some((rule) => forbids(rule, team, target, kilometres));
      allowed[i * task.targets.length + j] = isForbidden ? 0 : 1;
    });
  });
  return allowed;
}
