/** How many of those sought stand behind each result: who was not reached, and who did not answer this question. */
import type { Draw } from "../draw/draw.ts";
import { type Check, notShown, passed } from "./check.ts";
import type { Interview } from "./interview.ts";
import { isOutsideFrame } from "./respondents.ts";
import type { PublishedResult } from "./results.ts";

/** Green where everybody sought answered; else open with the counts: those who did not answer may differ from those who did. */
export function responseCheck(
  results: readonly PublishedResult[],
  interviews: readonly Interview[],
  draw: Draw,
): Check {
  const groups = groupsOf(draw);
  const short = results.flatMap(({ group, rows }, at) => {
    const sought = interviews.filter(
      ({ id, state }) => !isOutsideFrame(state) && (group === null || groups.get(id) === group),
    );
    const interviewed = sought.filter(({ state }) => state === "interviewed").length;
    if (rows === sought.length) return [];
    return [
      `results[${at}]: sought ${sought.length}, interviewed ${interviewed}, answered ${rows}, item missing ${interviewed - rows}`,
    ];
  });
  if (short.length === 0) return passed("results.response");
  return notShown("results.response", { place: "results", found: short.join("; ") });
}

/** Of each unit that may be visited: its group, of one stage its stratum. */
function groupsOf({ selected, reserves, second }: Draw): Map<string, string> {
  if (!second) {
    const units = [...selected.map(({ unit }) => unit), ...reserves];
    return new Map(units.map(({ id, stratum }) => [id, stratum]));
  }
  const households = [...second.households.map(({ household }) => household), ...second.reserves];
  return new Map(households.map(({ id, group }) => [id, group]));
}
