import { expect, test } from "vitest";
import { checkResult, readResult } from "./check-result.ts";
import { readInstance } from "./read-instance.ts";
import { regionSolver } from "./region-solver.ts";
import { checkOfSeed } from "./seed-check.ts";
import { assign } from "./solve.ts";

const instance = readInstance({
  regions: [0, 1, 2, 3, 4].map((at) => ({ id: `r${at}`, xy: [10 * at, at * at] })),
});
const seed = Uint8Array.of(0x42);
const check = (result: object) =>
  checkOfSeed(instance, readResult({ seed: "42", ...result }), { seed, solver: regionSolver() });

test("the assignment of the seed is shown to be it; a hand-picked one that keeps every rule is not the seed's", async () => {
  const own = await assign(instance, { model: "A", seed, solver: regionSolver() });
  if (own.kind !== "assigned") throw new Error("No assignment.");
  const { assignment, distanceCap } = own;
  expect(await check({ assignment, distanceCap })).toEqual({ ofSeed: true, broken: [] });
  const other = await assign(instance, { model: "A", seed: Uint8Array.of(1), solver: regionSolver() });
  if (other.kind !== "assigned") throw new Error("No assignment.");
  expect(other.assignment).not.toEqual(assignment);
  const picked = { assignment: other.assignment, seed: "42", distanceCap };
  // Its cost counted by the seed, it breaks no rule.
  const plain = checkResult(instance, readResult(picked), { model: "A", publicSeed: "42" });
  expect(plain.broken).toEqual([]);
  const found = await check(picked);
  expect([found.ofSeed, found.broken[0]?.rule]).toEqual([false, "notOfSeed"]);
});

test("another cap than that of the rules is named; a search that could not end shows nothing", async () => {
  const own = await assign(instance, { model: "A", seed, solver: regionSolver() });
  if (own.kind !== "assigned") throw new Error("No assignment.");
  const { assignment, distanceCap = 0 } = own;
  const { broken } = await check({ assignment, distanceCap: distanceCap + 1 });
  expect(broken).toEqual([{ rule: "capNotOfSeed", stated: distanceCap + 1, expected: distanceCap }]);
  const stopped = { seed, solver: regionSolver(() => false) };
  expect(await checkOfSeed(instance, readResult({ assignment }), stopped)).toEqual({
    ofSeed: null,
    broken: [],
  });
});
