/** Strata of which a single unit was sampled, joined with a neighbour. */
import { type Stage, unitsOfGroups } from "./stages.ts";

/** A stratum drawn (almost) whole has no sampling error, so one unit there is no want: R survey uses the same bound. */
export const drawnWhole = (fraction: number): boolean => 1 - fraction < 1e-7;

/**
 * Joins neighbours in the order of names, inside the same parent unit, until each has two units: a stratum that still
 * has one takes in the next; the last one joins the one before. The joined population is the sum of both.
 */
export function mergeLonely([first, ...further]: readonly [Stage, ...Stage[]]): [Stage, ...Stage[]] {
  return [mergeStage(first), ...further.map(mergeStage)];
}

function mergeStage(stage: Stage): Stage {
  const { groupOfUnit, parentOfGroup, fraction } = stage;
  const target = targetsOf(stage);
  const kept = [...new Set(target)];
  const numberOf = new Map(kept.map((group, at) => [group, at]));
  const numbers = target.map((group) => numberOf.get(group) ?? 0);
  const merged = groupOfUnit.map((group) => numbers[group] ?? 0);
  const [parts, sampled, population] = [
    new Int32Array(kept.length),
    new Int32Array(kept.length),
    new Float64Array(kept.length),
  ];
  for (const group of numbers) parts[group] = (parts[group] ?? 0) + 1;
  for (const [unit, group] of merged.entries()) {
    sampled[group] = (sampled[group] ?? 0) + 1;
    population[group] = (population[group] ?? 0) + 1 / (fraction[unit] ?? 0);
  }
  return {
    ...stage,
    groupOfUnit: merged,
    parentOfGroup: Int32Array.from(kept, (group) => parentOfGroup[group] ?? 0),
    fraction: fraction.map((own, unit) => {
      const group = merged[unit] ?? 0;
      return parts[group] === 1 ? own : (sampled[group] ?? 0) / (population[group] ?? 0);
    }),
  };
}

/** The group into which each group goes; itself where nothing is joined. */
function targetsOf(stage: Stage): Int32Array {
  const target = Int32Array.from(stage.parentOfGroup, (_, group) => group);
  for (const siblings of siblingGroups(stage)) joinSiblings(siblings, target);
  return target;
}

interface Sibling {
  group: number;
  sampled: number;
}

/** Groups inside the same parent, in the order of names, without those that were drawn whole. */
function siblingGroups(stage: Stage): Iterable<Sibling[]> {
  const sampled = unitsOfGroups(stage);
  const whole = new Set<number>();
  for (const [unit, group] of stage.groupOfUnit.entries()) {
    if (drawnWhole(stage.fraction[unit] ?? 0)) whole.add(group);
  }
  const siblings = new Map<number, Sibling[]>();
  for (const [group, parent] of stage.parentOfGroup.entries()) {
    if (whole.has(group)) continue;
    const list = siblings.get(parent) ?? [];
    list.push({ group, sampled: sampled[group] ?? 0 });
    siblings.set(parent, list);
  }
  return siblings.values();
}

function joinSiblings(siblings: readonly Sibling[], target: Int32Array): void {
  let lonely: number | undefined;
  let enough: number | undefined;
  for (const { group, sampled } of siblings) {
    if (lonely !== undefined) {
      target[group] = lonely;
      enough = lonely;
      lonely = undefined;
    } else if (sampled > 1) {
      enough = group;
    } else {
      lonely = group;
    }
  }
  if (lonely !== undefined && enough !== undefined) target[lonely] = enough;
}
