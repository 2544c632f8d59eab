/**
 * Which few rules already exclude each other. Whole kinds are dropped first, one at a time, then single rules by halves
 * (QuickXplain: Junker, AAAI 2004): what is left excludes every assignment, and without any one of them one exists.
 */
import type { Rule, RuleKind } from "./rule.ts";

export interface Conflict {
  rules: readonly Rule[];
  /** False when time ran out: the rules exclude each other, but fewer of them may too. */
  isMinimal: boolean;
}

/** Whether an assignment keeps these rules; undefined when that could not be found out. */
export type CanKeep = (rules: readonly Rule[]) => Promise<boolean | undefined>;

/** Kinds are tried in this order, what nobody can change first: so those that are left can be talked about. */
const order: readonly RuleKind[] = [
  ...(["self", "reciprocity", "pairedHelp", "lastYear", "conflict"] as const),
  ...(["citiesPerTeam", "leastTargets", "mostTargets", "distanceCap"] as const),
];

/** @param rules that no assignment keeps, all together */
export async function findConflict(rules: readonly Rule[], canKeep: CanKeep): Promise<Conflict> {
  let isMinimal = true;
  const excludes = async (some: readonly Rule[]): Promise<boolean> => {
    const can = await canKeep(some);
    if (can === undefined) isMinimal = false;
    return can === false;
  };
  let left = rules;
  for (const kind of order) {
    const fewer = left.filter((rule) => rule.kind !== kind);
    if (fewer.length < left.length && (await excludes(fewer))) left = fewer;
  }
  const least = await needed([], left, excludes, false);
  return { rules: rules.filter((rule) => least.includes(rule)), isMinimal };
}

/** The rules of `among` that must stay beside `kept`; `isGrown`: kept holds more than when it was last asked. */
async function needed(
  kept: readonly Rule[],
  among: readonly Rule[],
  excludes: (some: readonly Rule[]) => Promise<boolean>,
  isGrown: boolean,
): Promise<readonly Rule[]> {
  if (isGrown && (await excludes(kept))) return [];
  if (among.length <= 1) return among;
  const half = Math.ceil(among.length / 2);
  const [first, second] = [among.slice(0, half), among.slice(half)];
  const ofSecond = await needed([...kept, ...first], second, excludes, true);
  const ofFirst = await needed([...kept, ...ofSecond], first, excludes, ofSecond.length > 0);
  return [...ofFirst, ...ofSecond];
}
