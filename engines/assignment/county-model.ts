/**
 * Model B as an integer program, pure: whoever solves it gets arrays and gives back values.
 *
 * Columns: x[team, county] for each allowed pair, z[team, region] (the team works in that region), y[a, b] (a team from a
 * works in b). Rows: each county once; least and most counties a team; Σ x ≤ most·z; Σ z ≤ regions a team; z ≤ y;
 * y[a, b] + y[b, a] ≤ 1. With z whole the rest is a flow with whole bounds, so its vertices are whole and only z need be
 * declared so; the checker looks at the rounded answer in any case.
 */
import { type Costs, allowedPairs } from "./costs.ts";
import type { Assignment } from "./instance.ts";
import { type LinearModel, startModel } from "./linear-model.ts";
import type { Rule } from "./rule.ts";
import type { Task } from "./task.ts";

export interface CountyModel {
  linear: LinearModel;
  /** Column of x → team and target, by their place in the task; x come first. */
  pairs: readonly { team: number; target: number }[];
}

export function countyModel(task: Task, costs: Costs, rules: readonly Rule[]): CountyModel {
  const model = startModel();
  const allowed = allowedPairs(task, rules);
  const pairs = task.teams.flatMap((_, team) =>
    task.targets.flatMap((_, target) =>
      allowed[team * task.targets.length + target] ? [{ team, target }] : [],
    ),
  );
  const ofTeam: Map<string, number[]>[] = task.teams.map(() => new Map());
  const ofTarget: number[][] = task.targets.map(() => []);
  for (const { team, target } of pairs) {
    const x = model.column(costs[team]?.[target] ?? 0, "continuous");
    ofTarget[target]?.push(x);
    const region = task.targets[target]?.region ?? "";
    const regions = ofTeam[team];
    regions?.set(region, [...(regions.get(region) ?? []), x]);
  }
  for (const columns of ofTarget)
    model.row(
      1,
      1,
      columns.map((x) => [x, 1]),
    );
  const visits = new Map<string, number>();
  task.teams.forEach((team, at) =>
    addTeam(model, { team, at, regions: ofTeam[at] ?? new Map(), rules, visits }),
  );
  addReciprocity(model, rules, visits);
  return { linear: model.done(), pairs };
}

/** Values of the columns, as a solver gives them → who assesses what, in the order of the file. */
export function assignmentFrom(task: Task, model: CountyModel, values: ArrayLike<number>): Assignment {
  const chosen = model.pairs.filter((_, x) => (values[x] ?? 0) > 0.5);
  return Object.fromEntries(
    task.teams.map(({ id }, team) => [
      id,
      chosen.filter((pair) => pair.team === team).map(({ target }) => task.targets[target]?.id ?? ""),
    ]),
  );
}

interface TeamRows {
  team: Task["teams"][number];
  at: number;
  /** Region → the team's columns there. */
  regions: Map<string, number[]>;
  rules: readonly Rule[];
  /** `a/b` → column of y; regions ids have no slash. */
  visits: Map<string, number>;
}

function addTeam(model: ReturnType<typeof startModel>, { team, regions, rules, visits }: TeamRows): void {
  const own = rules.filter((rule) => "team" in rule && rule.team === team.id);
  const least = Math.max(0, ...own.map((rule) => (rule.kind === "leastTargets" ? rule.least : 0)));
  const most = Math.min(Infinity, ...own.map((rule) => (rule.kind === "mostTargets" ? rule.most : Infinity)));
  const cities = Math.min(
    Infinity,
    ...own.map((rule) => (rule.kind === "citiesPerTeam" ? rule.most : Infinity)),
  );
  model.row(
    least,
    most,
    [...regions.values()].flat().map((x) => [x, 1]),
  );
  const works: number[] = [];
  for (const [region, columns] of regions) {
    const z = model.column(0, "whole");
    works.push(z);
    model.row(-Infinity, 0, [
      ...columns.map((x): [number, number] => [x, 1]),
      [z, -Math.min(most, columns.length)],
    ]);
    for (const home of team.homes) {
      const key = `${home}/${region}`;
      const y = visits.get(key) ?? model.column(0, "continuous");
      visits.set(key, y);
      model.row(-Infinity, 0, [
        [z, 1],
        [y, -1],
      ]);
    }
  }
  model.row(
    -Infinity,
    cities,
    works.map((z) => [z, 1]),
  );
}

function addReciprocity(
  model: ReturnType<typeof startModel>,
  rules: readonly Rule[],
  visits: ReadonlyMap<string, number>,
): void {
  for (const rule of rules) {
    if (rule.kind !== "reciprocity") continue;
    const there = visits.get(`${rule.one}/${rule.other}`);
    const back = visits.get(`${rule.other}/${rule.one}`);
    if (there !== undefined && back !== undefined)
      model.row(-Infinity, 1, [
        [there, 1],
        [back, 1],
      ]);
  }
}
