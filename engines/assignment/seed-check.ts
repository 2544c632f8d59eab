/**
 * Whether a published assignment is the one of its seed. That every rule is kept does not show it: whoever picks among all
 * that keep the rules, and counts the cost afterwards, breaks none.
 */
import type { StatedResult } from "./check-result.ts";
import type { BrokenRule } from "./check.ts";
import type { Instance } from "./instance.ts";
import { type Solver, assign } from "./solve.ts";

/** `ofSeed` is null where the search ended before it was known. */
export interface SeedCheck {
  ofSeed: boolean | null;
  broken: BrokenRule[];
}

/**
 * Model A: searches again, cap and costs from the instance and the seed alone. Its optimum is one (the first in the order of
 * the file), so any other assignment was not the seed's. @throws InputError as assign
 */
export async function checkOfSeed(
  instance: Instance,
  result: StatedResult,
  { seed, solver }: { seed: Uint8Array; solver: Solver },
): Promise<SeedCheck> {
  const again = await assign(instance, { model: "A", seed, solver });
  if (again.kind !== "assigned" || !again.optimal) return { ofSeed: null, broken: [] };
  const stated = (team: string): string => (result.assignment[team] ?? []).join(", ");
  const broken = Object.entries(again.assignment).flatMap(([team, targets]): BrokenRule[] => {
    const expected = targets.join(", ");
    return stated(team) === expected
      ? []
      : [{ rule: "notOfSeed", team, stated: stated(team) || "–", expected }];
  });
  const [cap, statedCap] = [again.distanceCap, result.distanceCap];
  if (cap !== undefined && statedCap !== undefined && cap !== statedCap) {
    broken.push({ rule: "capNotOfSeed", stated: statedCap, expected: cap });
  }
  return { ofSeed: broken.length === 0, broken };
}
