/** Teams between which costs make no difference. */
import type { Costs } from "./costs.ts";
import type { Task } from "./task.ts";

export interface TeamGroup {
  /** Place of its first team in the task; its costs are those of all. */
  first: number;
  /** Region → places of the targets there and of the teams that may take them. */
  regions: ReadonlyMap<string, { targets: readonly number[]; teams: readonly number[] }>;
}

/**
 * Teams with equal costs, each of which may take either all or none of a region's targets; a team that may take only some
 * is a group of its own.
 *
 * @param allowed team by target by rows, 1 where the pair is allowed
 */
export function groupTeams(task: Task, costs: Costs, allowed: Uint8Array): TeamGroup[] {
  const byRegion = Map.groupBy(task.targets.keys(), (target) => task.targets[target]?.region ?? "");
  const may = (team: number, target: number) => allowed[team * task.targets.length + target] === 1;
  const takesWhole = (team: number) =>
    [...byRegion.values()].every((targets) => new Set(targets.map((target) => may(team, target))).size === 1);
  const key = (team: number) => (takesWhole(team) ? (costs[team] ?? []).join() : `team ${team}`);
  return [...Map.groupBy(task.teams.keys(), key).values()].map((members) => {
    const regions = [...byRegion].flatMap(([region, all]) => {
      const targets = all.filter((target) => members.some((team) => may(team, target)));
      const teams = members.filter((team) => targets.some((target) => may(team, target)));
      return targets.length > 0 ? [[region, { targets, teams }] as const] : [];
    });
    return { first: members[0] ?? 0, regions: new Map(regions) };
  });
}
