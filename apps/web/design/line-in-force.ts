/** The line that holds in an area and year: the most specific place wins. */
import type { LineKind, PolicyLine } from "../../../domain/verdicts/policy.contract.ts";

export function lineInForce(
  lines: readonly PolicyLine[],
  kind: LineKind,
  year: number,
  area: string,
): PolicyLine | undefined {
  return lines
    .filter((line) => line.kind === kind && line.year === year && area.startsWith(digitsOf(line)))
    .sort((a, b) => digitsOf(b).length - digitsOf(a).length)[0];
}

/** The leading digits that say where a line holds; none for the whole country. */
function digitsOf({ place }: PolicyLine): string {
  return place === null ? "" : place.code.replace(/(00)+$/, "");
}
