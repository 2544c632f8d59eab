/** A published result against its instance: every rule, and whether its cost and seed are what it says. */
import { type BrokenRule, checkAssignment } from "./check.ts";
import { seedCosts } from "./costs.ts";
import type { Assignment, Instance, ModelName } from "./instance.ts";
import { isObject, readList } from "./read-value.ts";
import { readSeed } from "./seed-text.ts";
import { taskOf } from "./task.ts";
import { InputError } from "../input-error.ts";

export interface StatedResult {
  assignment: Assignment;
  cost: number | undefined;
  seed: string | undefined;
  /** Kilometres. */
  distanceCap: number | undefined;
}

export interface ResultCheck {
  broken: BrokenRule[];
  /** Counted again: kilometres, or the numbers from the seed. */
  cost: number;
  /** Kilometres. */
  distance: number;
}

/** @throws InputError assign.result-format */
export function readResult(json: unknown): StatedResult {
  const given = isObject(json) ? json : {};
  const { assignment, cost, seed, distanceCap } = given;
  if (!isObject(assignment)) throw wrongResult();
  return {
    assignment: Object.fromEntries(
      Object.entries(assignment).map(([team, targets]) => [team, readList(targets, team, readTarget)]),
    ),
    cost: typeof cost === "number" ? cost : undefined,
    seed: typeof seed === "string" ? seed : undefined,
    distanceCap: typeof distanceCap === "number" ? distanceCap : undefined,
  };
}

/** The model whose teams the result names. */
export function modelOf(instance: Instance, { assignment }: StatedResult): ModelName {
  const isCountyTeam = (id: string) => instance.countyPart?.teams.some((team) => team.id === id) === true;
  return Object.keys(assignment).some(isCountyTeam) ? "B" : "A";
}

/**
 * @param publicSeed as published; without it the one that the result names is taken
 * @throws InputError assign.seed, assign.no-model-b
 */
export function checkResult(
  instance: Instance,
  result: StatedResult,
  { model, publicSeed }: { model: ModelName; publicSeed: string | undefined },
): ResultCheck {
  const seed = publicSeed ?? result.seed;
  const task = taskOf(instance, model);
  const cap = seed === undefined ? undefined : (instance.distanceCap ?? result.distanceCap);
  const { broken, distance, pairs } = checkAssignment(instance, model, result.assignment, cap);
  const costs = seed === undefined ? task.distance : seedCosts(task, readSeed(seed));
  const cost = pairs.reduce((sum, [i, j]) => sum + (costs[i]?.[j] ?? 0), 0);
  if (result.cost !== undefined && result.cost !== cost) {
    broken.push({ rule: "cost", stated: result.cost, counted: cost });
  }
  if (publicSeed !== undefined && result.seed?.toLowerCase() !== publicSeed.toLowerCase()) {
    broken.push({ rule: "seed", stated: result.seed ?? "–", given: publicSeed });
  }
  return { broken, cost, distance };
}

function readTarget(value: unknown): string {
  if (typeof value === "string") return value;
  throw wrongResult();
}

function wrongResult(): InputError {
  return new InputError("assign.result-format", {
    zh: '结果文件的格式不对，应为 {"assignment": {"组": ["地方", …]}, "cost": …}，如 assign --json 所写。',
    en: 'The result is not of the form {"assignment": {"team": ["place", …]}, "cost": …} that assign --json writes.',
  });
}
