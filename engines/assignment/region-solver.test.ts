/** Model A against the published optima, against brute force, and against the independent checker. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAssignment } from "./check.ts";
import type { Instance } from "./instance.ts";
import { randomInstance } from "./random-instance.ts";
import { readInstance } from "./read-instance.ts";
import { regionSolver } from "./region-solver.ts";
import { type AssignResult, assign } from "./solve.ts";

const references =
  process.env["JINGZHUN_STAT_REFS"] ?? join(import.meta.dirname, "../../../shared/stat-refs");
const published = join(import.meta.dirname, "vectors/instances.json");

const solve = (instance: Instance, seed?: Uint8Array): Promise<AssignResult> =>
  assign(instance, { model: "A", seed, solver: regionSolver() });

function assigned(result: AssignResult) {
  if (result.kind !== "assigned") throw new Error(`nothing was assigned: ${result.kind}`);
  return result;
}

describe("model A on the published instances", () => {
  const file = JSON.parse(readFileSync(published, "utf8"));

  test.each(Object.keys(file))("%s: the optimum, proven, in less than 200 ms", async (name) => {
    const instance = readInstance(file, name);
    await solve(instance);
    const start = performance.now();
    const result = assigned(await solve(instance));
    const elapsed = performance.now() - start;
    expect(result).toMatchObject({ cost: file[name].modelA.optimum, optimal: true, gap: 0 });
    expect(elapsed).toBeLessThan(200);
  });

  test("henan-2017: the published assignment", async () => {
    const { assignment } = assigned(await solve(readInstance(file, "henan-2017")));
    expect(Object.values(assignment).map(([region]) => Number(region?.slice(1)))).toEqual(
      file["henan-2017"].modelAAssignment,
    );
  });

  test.skipIf(!existsSync(join(references, "assign_instances.json")))(
    "are those of the reference data (skipped where it is absent)",
    () => {
      expect(file).toEqual(JSON.parse(readFileSync(join(references, "assign_instances.json"), "utf8")));
    },
  );

  test("with a seed: costs of the seed, within the cap, the same again, another for another seed", async () => {
    const instance = readInstance(file, "henan-2017");
    const seed = new Uint8Array(32).fill(0x42);
    const first = assigned(await solve(instance, seed));
    expect(first).toMatchObject({ cost: 2494, distance: 3876, distanceCap: 390, optimal: true });
    expect(await solve(instance, seed)).toEqual(first);
    const other = assigned(await solve(instance, new Uint8Array(32).fill(0x43)));
    expect(other.assignment).not.toEqual(first.assignment);
  });
});

describe("1,000 random instances", () => {
  test("are solved as brute force solves them, and the checker accepts each result", async () => {
    let [solved, impossible] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 7 }), fc.nat(), async (n, number) => {
        const instance = randomInstance(n, number);
        const best = bestByForce(instance);
        const result = await solve(instance);
        if (!best) {
          impossible += 1;
          expect(result.kind).toBe("conflict");
          return;
        }
        solved += 1;
        const { assignment, cost, optimal } = assigned(result);
        expect(checkAssignment(instance, "A", assignment).broken).toEqual([]);
        expect({ cost, optimal }).toEqual({ cost: best.cost, optimal: true });
        // Of equal optima the first in the order of the file.
        expect(Object.values(assignment).flat()).toEqual(best.order);
      }),
      { numRuns: 700, seed: 5 },
    );
    expect(Math.min(solved, impossible)).toBeGreaterThan(100);
  });

  test("of 8 to 24 regions are accepted by the checker, by distance and by seed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: 24 }), fc.nat(), async (n, number) => {
        const instance = randomInstance(n, number);
        const seed = number % 2 ? new Uint8Array(32).fill(number % 251) : undefined;
        const { assignment, distanceCap, optimal } = assigned(await solve(instance, seed));
        expect(checkAssignment(instance, "A", assignment, distanceCap).broken).toEqual([]);
        expect(optimal).toBe(true);
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});

/** Every permutation, the checker alone deciding which are allowed; the first of the cheapest in the order of the file. */
function bestByForce(instance: Instance): { cost: number; order: string[] } | undefined {
  const ids = instance.regions.map((region) => region.id);
  let best: { cost: number; order: string[] } | undefined;
  const visit = (order: string[]) => {
    if (order.length < ids.length) {
      for (const id of ids) if (!order.includes(id)) visit([...order, id]);
      return;
    }
    const assignment = Object.fromEntries(ids.map((id, at) => [id, [order[at] ?? ""]]));
    if (order.some((id, at) => id === ids[at])) return;
    const { broken, distance } = checkAssignment(instance, "A", assignment);
    if (broken.length === 0 && distance < (best?.cost ?? Infinity)) best = { cost: distance, order };
  };
  visit([]);
  return best;
}
