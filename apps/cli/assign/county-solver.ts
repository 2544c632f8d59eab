/** Model B's solver: the engine's model, HiGHS's answer, within seconds for all that is asked together. */
import { assignmentFrom, countyModel } from "../../../engines/assignment/county-model.ts";
import type { Solver } from "../../../engines/assignment/solve.ts";
import type { LinearSolver } from "./linear-solver.ts";

/** @param secondsLeft until all answers must be there */
export function countySolver(linear: LinearSolver, secondsLeft: () => number): Solver {
  return {
    cheapest: async (task, costs, rules) => {
      const model = countyModel(task, costs, rules);
      const answer = await linear.solve({ model: model.linear, seconds: secondsLeft(), anyAnswer: false });
      if (answer.kind !== "found") return answer;
      return { kind: "found", assignment: assignmentFrom(task, model, answer.values), bound: answer.bound };
    },
    canKeep: async (task, rules) => {
      const noCosts = task.distance.map((row) => row.map(() => 0));
      const { linear: model } = countyModel(task, noCosts, rules);
      const answer = await linear.solve({ model, seconds: secondsLeft(), anyAnswer: true });
      return answer.kind === "stopped" ? undefined : answer.kind === "found";
    },
  };
}
