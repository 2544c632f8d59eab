/**
 * The hard rules of an assignment, each one a thing that could be dropped on its own: so a search can be run under some of
 * them, and a conflict can be told as a list of them. That every target is assessed exactly once is no rule but the task.
 * Source: the cross-assessments of 2016–2020 (avoidance of own region, of last year's and of paired regions, no mutual pair).
 */
export type Rule =
  /** Teams from a region do not assess it. */
  | { kind: "self"; region: string }
  | { kind: "lastYear"; from: string; to: string }
  | { kind: "pairedHelp"; helper: string; helped: string }
  /** `from` is a region (all teams of it) or one team, `target` a region or county. */
  | { kind: "conflict"; from: string; target: string; reason: string | undefined }
  /** Not both ways in one year. */
  | { kind: "reciprocity"; one: string; other: string }
  | { kind: "citiesPerTeam"; team: string; most: number }
  | { kind: "leastTargets"; team: string; least: number }
  | { kind: "mostTargets"; team: string; most: number }
  /** Kilometres; part of the task only where costs come from a seed. */
  | { kind: "distanceCap"; kilometres: number };

export type RuleKind = Rule["kind"];

export interface TeamOfTask {
  id: string;
  homes: readonly string[];
}

export interface TargetOfTask {
  id: string;
  /** The region that it is or lies in. */
  region: string;
}

/** Whether this rule alone keeps this team from this target. Rules over several pairs forbid none by themselves. */
export function forbids(rule: Rule, team: TeamOfTask, target: TargetOfTask, kilometres: number): boolean {
  switch (rule.kind) {
    case "self":
      return rule.region === target.region && team.homes.includes(rule.region);
    case "lastYear":
      return rule.to === target.region && team.homes.includes(rule.from);
    case "pairedHelp":
      return (
        (rule.helped === target.region && team.homes.includes(rule.helper)) ||
        (rule.helper === target.region && team.homes.includes(rule.helped))
      );
    case "conflict":
      return (
        (rule.from === team.id || team.homes.includes(rule.from)) &&
        (rule.target === target.id || rule.target === target.region)
      );
    case "distanceCap":
      return kilometres > rule.kilometres;
    case "reciprocity":
    case "citiesPerTeam":
    case "leastTargets":
    case "mostTargets":
      return false;
  }
}
