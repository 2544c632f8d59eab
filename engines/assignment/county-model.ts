/**
 * Model B as an integer program, pure: whoever solves it gets arrays and gives back values.
 *
 * Teams whose costs are equal everywhere (of one home, by distance) form a group: which county goes to the group is one
 * question, how many each of its teams takes in a region another, and so equal answers are not told apart in vain.
 *
 * Columns: x[group, county] for each allowed pair, n[team, region] counties, z[team, region] (the team works there), y[a, b]
 * (a team from a works in b). Rows: each county once; Σ x of a group in a region = Σ n of its teams; least ≤ Σ n ≤ most;
 * n ≤ most·z; Σ z ≤ regions a team; z ≤ y; y[a, b] + y[b, a] ≤ 1. With z whole the rest is a flow with whole bounds, so its
 * vertices are whole and only z need be declared so; the checker looks at the rounded answer in any case.
 */
import { type Costs, allowedPairs } from "./costs.ts";
import type { Assignment } from "./instance.ts";
import { type LinearModel, type ModelUnderWay, startModel } from "./linear-model.ts";
import type { Rule } from "./rule.ts";
import { type TeamGroup, groupTeams } from "./team-group.ts";
import type { Task } from "./task.ts";

export interface CountyModel {
  linear: LinearModel;
  /** What a group may be given in a region, and the columns that say what. */
  shares: readonly Share[];
}

interface Share {
  /** Places of the targets in the task, and the columns of x. */
  counties: readonly { target: number; x: number }[];
  /** Places of the teams in the task, and the columns of n. */
  teams: readonly { team: number; n: number }[];
}

export function countyModel(task: Task, costs: Costs, rules: readonly Rule[]): CountyModel {
  const model = startModel();
  const groups = groupTeams(task, costs, allowedPairs(task, rules));
  const ofTarget: number[][] = task.targets.map(() => []);
  const ofTeam = task.teams.map((): Map<string, number> => new Map());
  const shares = groups.flatMap((group) => addGroup(model, group, { costs, ofTarget, ofTeam }));
  for (const columns of ofTarget) model.row(1, 1, ones(columns));
  const visits = new Map<string, number>();
  task.teams.forEach((team, at) => addTeam(model, { team, regions: ofTeam[at] ?? new Map(), rules, visits }));
  addReciprocity(model, rules, visits);
  return { linear: model.done(), shares };
}

/** Values of the columns, as a solver gives them → who assesses what; within a group in the order of the file. */
export function assignmentFrom(task: Task, model: CountyModel, values: ArrayLike<number>): Assignment {
  const given: number[][] = task.teams.map(() => []);
  for (const { counties, teams } of model.shares) {
    const chosen = counties.filter(({ x }) => (values[x] ?? 0) > 0.5).map(({ target }) => target);
    for (const { team, n } of teams) given[team]?.push(...chosen.splice(0, Math.round(values[n] ?? 0)));
  }
  return Object.fromEntries(
    task.teams.map(({ id }, team) => [
      id,
      (given[team] ?? []).sort((a, b) => a - b).map((target) => task.targets[target]?.id ?? ""),
    ]),
  );
}

interface Columns {
  costs: Costs;
  /** Columns of x by target. */
  ofTarget: number[][];
  /** By team: region → column of n. */
  ofTeam: Map<string, number>[];
}

function addGroup(model: ModelUnderWay, group: TeamGroup, { costs, ofTarget, ofTeam }: Columns): Share[] {
  return [...group.regions].map(([region, { targets, teams }]) => {
    const counties = targets.map((target) => {
      const x = model.column(costs[group.first]?.[target] ?? 0, 1, "continuous");
      ofTarget[target]?.push(x);
      return { target, x };
    });
    const takers = teams.map((team) => {
      const n = model.column(0, targets.length, "continuous");
      ofTeam[team]?.set(region, n);
      return { team, n };
    });
    const counted = takers.map(({ n }): [number, number] => [n, -1]);
    model.row(0, 0, [...ones(counties.map(({ x }) => x)), ...counted]);
    return { counties, teams: takers };
  });
}

interface TeamRows {
  team: Task["teams"][number];
  /** Region → the team's column of n. */
  regions: ReadonlyMap<string, number>;
  rules: readonly Rule[];
  /** `a/b` → column of y; ids have no slash. */
  visits: Map<string, number>;
}

function addTeam(model: ModelUnderWay, { team, regions, rules, visits }: TeamRows): void {
  const own = rules.filter((rule) => "team" in rule && rule.team === team.id);
  const least = Math.max(0, ...own.map((rule) => (rule.kind === "leastTargets" ? rule.least : 0)));
  const most = Math.min(Infinity, ...own.map((rule) => (rule.kind === "mostTargets" ? rule.most : Infinity)));
  const cities = Math.min(
    Infinity,
    ...own.map((rule) => (rule.kind === "citiesPerTeam" ? rule.most : Infinity)),
  );
  model.row(least, most, ones([...regions.values()]));
  const works: number[] = [];
  for (const [region, n] of regions) {
    const z = model.column(0, 1, "whole");
    works.push(z);
    const atMost = Math.min(most, model.highest(n));
    model.row(-Infinity, 0, [
      [n, 1],
      [z, -atMost],
    ]);
    for (const home of team.homes) {
      const key = `${home}/${region}`;
      const y = visits.get(key) ?? model.column(0, 1, "continuous");
      visits.set(key, y);
      model.row(-Infinity, 0, [
        [z, 1],
        [y, -1],
      ]);
    }
  }
  model.row(-Infinity, cities, ones(works));
}

function addReciprocity(
  model: ModelUnderWay,
  rules: readonly Rule[],
  visits: ReadonlyMap<string, number>,
): void {
  for (const rule of rules) {
    if (rule.kind !== "reciprocity") continue;
    const there = visits.get(`${rule.one}/${rule.other}`);
    const back = visits.get(`${rule.other}/${rule.one}`);
    if (there !== undefined && back !== undefined) model.row(-Infinity, 1, ones([there, back]));
  }
}

function ones(columns: readonly number[]): [column: number, value: number][] {
  return columns.map((column) => [column, 1]);
}
