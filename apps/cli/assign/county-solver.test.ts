/** Model B through HiGHS: against brute force, against the independent checker, and on what cannot be assigned. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkAssignment } from "../../../engines/assignment/check.ts";
import { explainConflict } from "../../../engines/assignment/conflict-words.ts";
import { randomCountyInstance } from "../../../engines/assignment/random-instance.ts";
import { readInstance } from "../../../engines/assignment/read-instance.ts";
import type { Instance } from "../../../engines/assignment/instance.ts";
import { assign } from "../../../engines/assignment/solve.ts";
import { taskOf } from "../../../engines/assignment/task.ts";
import { countySolver } from "./county-solver.ts";
import { type LinearSolver, openLinearSolver } from "./linear-solver.ts";

let linear: LinearSolver;
beforeAll(() => {
  linear = openLinearSolver();
});
afterAll(() => linear.close());

const solve = (instance: Instance, { seed, seconds = 60 }: { seed?: Uint8Array; seconds?: number } = {}) =>
  assign(instance, { model: "B", seed, solver: countySolver(linear, () => seconds) });

/** Every way to give each county to a team, the checker alone deciding which are allowed. */
function leastByForce(instance: Instance): number | undefined {
  const { teams = [], counties = [] } = instance.countyPart ?? {};
  let least: number | undefined;
  const visit = (given: string[]) => {
    if (given.length < counties.length) {
      for (const team of teams) visit([...given, team.id]);
      return;
    }
    const assignment = Object.fromEntries(
      teams.map(({ id }) => [id, counties.filter((_, at) => given[at] === id).map((county) => county.id)]),
    );
    const { broken, distance } = checkAssignment(instance, "B", assignment);
    if (broken.length === 0 && distance < (least ?? Infinity)) least = distance;
  };
  visit([]);
  return least;
}

describe("teams to counties", () => {
  test(
    "30 random instances: the least distance of all that the checker accepts, or a conflict",
    { timeout: 120_000 },
    async () => {
      let [assigned, conflicts] = [0, 0];
      for (let number = 0; number < 30; number++) {
        const instance = randomCountyInstance(number);
        const result = await solve(instance);
        const least = leastByForce(instance);
        if (result.kind === "assigned") {
          assigned += 1;
          expect(result).toMatchObject({ cost: least, optimal: true, gap: 0 });
        } else {
          conflicts += 1;
          expect(least).toBeUndefined();
          if (result.kind !== "conflict") throw new Error(result.kind);
          expect(result.isMinimal).toBe(true);
          const task = taskOf(instance, "B");
          const solver = countySolver(linear, () => 60);
          expect(await solver.canKeep(task, result.rules)).toBe(false);
        }
      }
      expect(Math.min(assigned, conflicts)).toBeGreaterThan(5);
    },
  );

  test("with a seed: within the least reach and a quarter, the same again", async () => {
    const seed = new Uint8Array(32).fill(7);
    for (let number = 0; number < 8; number++) {
      const instance = randomCountyInstance(number);
      const result = await solve(instance, { seed });
      if (result.kind !== "assigned") continue;
      expect(checkAssignment(instance, "B", result.assignment, result.distanceCap).broken).toEqual([]);
      expect(await solve(instance, { seed })).toEqual(result);
    }
  });

  test("too few places in the teams are named, team by team", async () => {
    const instance = readInstance({
      regions: ["A", "B", "C"].map((id, at) => ({ id, xy: [at, 0] })),
      modelB: {
        teams: [
          { id: "A1", home: "A", load: [0, 1] },
          { id: "B1", home: "B", load: [0, 1] },
        ],
        counties: ["K1", "K2", "K3"].map((id) => ({ id, city: "C" })),
      },
    });
    const result = await solve(instance);
    if (result.kind !== "conflict") throw new Error(result.kind);
    expect(explainConflict(result, "B").en).toContain(
      "these 2 rules exclude each other (they conflict with one another; when one is changed there may be other conflicts still): each of A1, B1 takes at most 1 county.",
    );
  });

  test("without time there is no answer, and none is made up", async () => {
    expect(await solve(randomCountyInstance(1), { seconds: 0 })).toEqual({ kind: "stopped" });
  });
});
