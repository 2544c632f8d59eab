/**
 * The independent checker: reads the instance and an assignment and says every rule that is broken, with the pair. It shares
 * no code with the searches (types only), so that a mistake there cannot hide here; short enough to be read in one go.
 */
import type { Assignment, CountyPart, Instance, ModelName } from "./instance.ts";

export type BrokenRule =
  | { rule: "unknownTeam"; team: string }
  | { rule: "unknownTarget"; team: string; target: string }
  | { rule: "notAssigned"; target: string }
  | { rule: "assignedTwice"; target: string; teams: string[] }
  | { rule: "tooFew" | "tooMany"; team: string; count: number; limit: number }
  | { rule: "tooManyCities"; team: string; cities: string[]; limit: number }
  | { rule: "self" | "lastYear" | "pairedHelp"; team: string; target: string; home: string; region: string }
  | { rule: "conflict"; team: string; target: string; reason: string | undefined }
  | { rule: "reciprocity"; one: string; other: string }
  | { rule: "distanceCap"; team: string; target: string; kilometres: number; limit: number }
  /** What the result says of itself is not so. */
  | { rule: "cost"; stated: number; counted: number }
  | { rule: "seed"; stated: string; given: string }
  /** The seed leads elsewhere. */
  | { rule: "notOfSeed"; team: string; stated: string; expected: string }
  | { rule: "capNotOfSeed"; stated: number; expected: number };

export interface Check {
  broken: BrokenRule[];
  /** Kilometres of all known pairs. */
  distance: number;
  /** Pairs by place in the file (team, target), for whoever adds up other costs. */
  pairs: readonly (readonly [team: number, target: number])[];
}

interface Sent {
  team: string;
  homes: readonly string[];
  target: string;
  region: string;
  kilometres: number;
}

/** @param distanceCap kilometres that no pair may exceed; undefined: no such rule */
export function checkAssignment(
  instance: Instance,
  model: ModelName,
  assignment: Assignment,
  distanceCap?: number,
): Check {
  const part = model === "B" ? instance.countyPart : undefined;
  const teams = teamsOf(instance, part);
  const targets = targetsOf(instance, part);
  const { sent, pairs, strangers } = pairsOf(assignment, teams, targets, (i, j) =>
    kilometres(instance, part, i, j),
  );
  const broken: BrokenRule[] = [
    ...strangers,
    ...coverage(
      targets.map((target) => target.id),
      assignment,
    ),
    ...teams.flatMap((team) =>
      loads(
        team,
        sent.filter((one) => one.team === team.id),
      ),
    ),
    ...sent.flatMap((one) => avoidance(instance, part, one)),
    ...mutual(instance, sent),
    ...sent.flatMap((one) => tooFar(one, distanceCap)),
  ];
  return { broken, distance: sent.reduce((sum, one) => sum + one.kilometres, 0), pairs };
}

interface Known {
  sent: Sent[];
  pairs: [number, number][];
  /** What the instance does not have. */
  strangers: BrokenRule[];
}

function pairsOf(
  assignment: Assignment,
  teams: readonly TeamToCheck[],
  targets: readonly { id: string; region: string }[],
  kilometres: (i: number, j: number) => number,
): Known {
  const known: Known = { sent: [], pairs: [], strangers: [] };
  for (const [id, ids] of Object.entries(assignment)) {
    const i = teams.findIndex((team) => team.id === id);
    const team = teams[i];
    if (!team) known.strangers.push({ rule: "unknownTeam", team: id });
    for (const target of ids) {
      const j = targets.findIndex((one) => one.id === target);
      const region = targets[j]?.region;
      if (region === undefined) known.strangers.push({ rule: "unknownTarget", team: id, target });
      if (!team || region === undefined) continue;
      known.pairs.push([i, j]);
      known.sent.push({ team: id, homes: team.homes, target, region, kilometres: kilometres(i, j) });
    }
  }
  return known;
}

function tooFar({ team, target, kilometres }: Sent, limit: number | undefined): BrokenRule[] {
  if (limit === undefined || kilometres <= limit) return [];
  return [{ rule: "distanceCap", team, target, kilometres, limit }];
}

interface TeamToCheck {
  id: string;
  homes: readonly string[];
  load: readonly [number, number];
  cities: number;
}

function teamsOf(instance: Instance, part: CountyPart | undefined): TeamToCheck[] {
  if (!part) return instance.regions.map(({ id }) => ({ id, homes: [id], load: [1, 1], cities: 1 }));
  return part.teams.map(({ id, homes, load }) => ({ id, homes, load, cities: part.citiesPerTeam }));
}

function targetsOf(instance: Instance, part: CountyPart | undefined): { id: string; region: string }[] {
  if (!part) return instance.regions.map(({ id }) => ({ id, region: id }));
  return part.counties.map(({ id, city }) => ({ id, region: city }));
}

function kilometres(instance: Instance, part: CountyPart | undefined, i: number, j: number): number {
  if (!part) return instance.distance[i]?.[j] ?? Number.NaN;
  if (part.distance) return part.distance[i]?.[j] ?? Number.NaN;
  const county = part.counties[j];
  const from = instance.regions.findIndex((region) => region.id === part.teams[i]?.homes[0]);
  const start = instance.regions[from]?.xy;
  if (start && county?.xy) {
    return Math.round(Math.hypot(county.xy[0] - start[0], county.xy[1] - start[1]));
  }
  const to = instance.regions.findIndex((region) => region.id === county?.city);
  return instance.distance[from]?.[to] ?? Number.NaN;
}

function coverage(targets: readonly string[], assignment: Assignment): BrokenRule[] {
  return targets.flatMap((target): BrokenRule[] => {
    const teams = Object.entries(assignment).flatMap(([team, ids]) =>
      ids.filter((id) => id === target).map(() => team),
    );
    if (teams.length === 0) return [{ rule: "notAssigned", target }];
    return teams.length > 1 ? [{ rule: "assignedTwice", target, teams }] : [];
  });
}

function loads({ id, load, cities }: TeamToCheck, sent: readonly Sent[]): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const [least, most] = load;
  const count = sent.length;
  if (count < least) broken.push({ rule: "tooFew", team: id, count, limit: least });
  if (count > most) broken.push({ rule: "tooMany", team: id, count, limit: most });
  const visited = [...new Set(sent.map((one) => one.region))];
  if (visited.length > cities) {
    broken.push({ rule: "tooManyCities", team: id, cities: visited, limit: cities });
  }
  return broken;
}

/** Own region, last year's, the paired one, declared ties. */
function avoidance(instance: Instance, part: CountyPart | undefined, sent: Sent): BrokenRule[] {
  const { team, target, region } = sent;
  const broken: BrokenRule[] = [];
  const among = (pairs: Instance["lastYear"], one: string, other: string) =>
    pairs.some(([first, second]) => first === one && second === other);
  for (const home of sent.homes) {
    if (home === region) broken.push({ rule: "self", team, target, home, region });
    if (among(instance.lastYear, home, region)) {
      broken.push({ rule: "lastYear", team, target, home, region });
    }
    if (among(instance.pairedHelp, home, region) || among(instance.pairedHelp, region, home)) {
      broken.push({ rule: "pairedHelp", team, target, home, region });
    }
    for (const tie of instance.conflicts) {
      if (tie.from !== home || tie.target !== region) continue;
      broken.push({ rule: "conflict", team, target, reason: tie.reason });
    }
  }
  for (const tie of part?.teams.find((one) => one.id === team)?.avoid ?? []) {
    if (tie.target !== target && tie.target !== region) continue;
    broken.push({ rule: "conflict", team, target, reason: tie.reason });
  }
  return broken;
}

/** Teams of one region work in the other, and the other way round. */
function mutual(instance: Instance, sent: readonly Sent[]): BrokenRule[] {
  const visits = (from: string, to: string) =>
    sent.some((one) => one.region === to && one.homes.includes(from));
  const ids = instance.regions.map((region) => region.id);
  return ids.flatMap((one, at) =>
    ids
      .slice(at + 1)
      .filter((other) => visits(one, other) && visits(other, one))
      .map((other): BrokenRule => ({ rule: "reciprocity", one, other })),
  );
}
