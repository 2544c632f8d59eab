/** The lines of the list in the order in which a person follows a draw, and what each group is about. */
import { checkWords, type CheckId } from "../../engines/survey/bundle/check-words.ts";
import type { Check } from "../../engines/survey/bundle/check.ts";
import type { Words } from "../../engines/survey/interval/interval-words.ts";
import type { OptionalPart } from "./report.ts";

export const groupNames = ["file", "frozen", "chance", "sample", "interviews", "results", "log"] as const;
export type GroupName = (typeof groupNames)[number];

/** How a line came out: `open` is not shown by the bundle and for people to compare, `left-out` was not published, `not-reached` stands after a stop. */
export type Outcome = "holds" | "differs" | "open" | "left-out" | "not-reached";

export interface Line {
  id: CheckId;
  outcome: Outcome;
  /** Where it came out. */
  check: Check | undefined;
}

const idsOf: Record<GroupName, readonly CheckId[]> = {
  file: ["file.json", "file.form", "file.parts", "file.digest"],
  frozen: [
    "frame.form",
    "frame.hashes",
    "plan.form",
    "plan.hash",
    "households.form",
    "households.hashes",
    "households.sizes",
  ],
  chance: ["shares.commitments", "beacon.planned", "beacon.randomness", "draw.seed"],
  sample: ["draw.possible", "draw.selected", "draw.reserves", "draw.households", "draw.householdReserves"],
  interviews: [
    "interviews.drawn",
    "interviews.reserves",
    "interviews.complete",
    "interviews.replaced",
    "interviews.personal",
  ],
  results: ["results.computed", "results.questions", "results.response"],
  log: [
    "log.checkpoints",
    "log.keys",
    "log.witnesses",
    "log.growth",
    "log.statements",
    "log.inclusion",
    "log.order",
    "log.households",
    "log.plans",
    "log.time",
  ],
};

/** Which part a line is about, where the part may be left out. */
const partOf: readonly [start: string, part: OptionalPart][] = [
  ["households.", "households"],
  ["draw.household", "households"],
  ["interviews.", "interviews"],
  ["results.", "results"],
  ["log.", "log"],
];

/** Each line of a group; every check that exists has its place in exactly one. */
export function linesOf(
  group: GroupName,
  checks: readonly Check[],
  leftOut: readonly OptionalPart[],
): Line[] {
  // Keys are checked only where the reader gave some.
  const ids = idsOf[group].filter((id) => id !== "log.keys" || checks.some((one) => one.id === id));
  return ids.map((id) => {
    const check = checks.find((one) => one.id === id);
    const [, part] = partOf.find(([start]) => id.startsWith(start)) ?? [];
    const isLeftOut = part !== undefined && leftOut.includes(part);
    return { id, check, outcome: outcomeOf(check, isLeftOut) };
  });
}

function outcomeOf(check: Check | undefined, isLeftOut: boolean): Outcome {
  if (check?.ok === false) return "differs";
  if (check?.ok === true) return "holds";
  if (isLeftOut) return "left-out";
  return check ? "open" : "not-reached";
}

/** The gravest of its lines speaks for a group. */
export function outcomeOfGroup(lines: readonly Line[]): Outcome {
  const order: Outcome[] = ["differs", "not-reached", "open", "holds", "left-out"];
  return order.find((outcome) => lines.some((line) => line.outcome === outcome)) ?? "not-reached";
}

/** What was checked; of what does not hold, that it does not, and why an engine refused it. */
export function sentenceOf({ id, check }: Line): Words {
  const { zh, en } = check ?? checkWords[id];
  return { zh, en };
}
