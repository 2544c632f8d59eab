/** An instance under one of the two models: who may be sent, to what, how far it is, and under which rules. */
import { InputError } from "../input-error.ts";
import { kilometresBetween } from "./distance.ts";
import type { CountyPart, Instance, ModelName } from "./instance.ts";
import type { Rule, TargetOfTask, TeamOfTask } from "./rule.ts";

export interface Task {
  model: ModelName;
  teams: readonly TeamOfTask[];
  targets: readonly TargetOfTask[];
  /** Whole kilometres, team by target. */
  distance: readonly (readonly number[])[];
  rules: readonly Rule[];
}

/**
 * Model A sends the team of each region to one other region, so that each region is visited once: a permutation.
 * Model B sends each team to its counties, so that each county is visited once.
 *
 * @throws InputError assign.no-model-b, assign.no-distance
 */
export function taskOf(instance: Instance, model: ModelName): Task {
  if (model === "A") return regionTask(instance);
  if (instance.countyPart) return countyTask(instance, instance.countyPart);
  throw new InputError("assign.no-model-b", {
    zh: "实例里没有 modelB（各组和各县），不能按县分配。",
    en: "The instance has no modelB, its teams and counties: nothing can be assigned by county.",
  });
}

function regionTask(instance: Instance): Task {
  const ids = instance.regions.map((region) => region.id);
  return {
    model: "A",
    teams: ids.map((id) => ({ id, homes: [id] })),
    targets: ids.map((id) => ({ id, region: id })),
    distance: instance.distance,
    rules: rulesOfRegions(instance),
  };
}

function countyTask(instance: Instance, part: CountyPart): Task {
  return {
    model: "B",
    teams: part.teams.map(({ id, homes }) => ({ id, homes })),
    targets: part.counties.map(({ id, city }) => ({ id, region: city })),
    distance: part.distance ?? measured(instance, part),
    rules: [...rulesOfRegions(instance), ...part.teams.flatMap((team) => rulesOfTeam(team, part))],
  };
}

function rulesOfRegions(instance: Instance): Rule[] {
  const ids = instance.regions.map((region) => region.id);
  return [
    ...ids.map((region): Rule => ({ kind: "self", region })),
    ...ids.flatMap((one, at) =>
      ids.slice(at + 1).map((other): Rule => ({ kind: "reciprocity", one, other })),
    ),
    ...instance.pairedHelp.map(([helper, helped]): Rule => ({ kind: "pairedHelp", helper, helped })),
    ...instance.lastYear.map(([from, to]): Rule => ({ kind: "lastYear", from, to })),
    ...instance.conflicts.map((conflict): Rule => ({ kind: "conflict", ...conflict })),
  ];
}

function rulesOfTeam(team: CountyPart["teams"][number], part: CountyPart): Rule[] {
  const [least, most] = team.load;
  return [
    ...team.avoid.map((tie): Rule => ({ kind: "conflict", from: team.id, ...tie })),
    { kind: "citiesPerTeam", team: team.id, most: part.citiesPerTeam },
    { kind: "leastTargets", team: team.id, least },
    { kind: "mostTargets", team: team.id, most },
  ];
}

/** From the first home of a team to each county, or to the county's region where a place is not known. */
function measured(instance: Instance, part: CountyPart): number[][] {
  const at = new Map(instance.regions.map((region, index) => [region.id, { region, index }]));
  return part.teams.map((team) => {
    const home = at.get(team.homes[0] ?? "");
    return part.counties.map((county) => {
      if (home?.region.xy && county.xy) return kilometresBetween(home.region.xy, county.xy);
      return instance.distance[home?.index ?? -1]?.[at.get(county.city)?.index ?? -1] ?? 0;
    });
  });
}
