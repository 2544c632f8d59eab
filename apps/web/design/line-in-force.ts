/** The line that holds in an area and year: the most specific place wins. */
import { areaPrefix, coversArea } from "../../../engines/area/area-prefix.ts";
import type { LineKind, PolicyLine } from "../../../domain/verdicts/policy/policy.contract.ts";

export function lineInForce(
  lines: readonly PolicyLine[],
  kind: LineKind,
  year: number,
  area: string,
): PolicyLine | undefined {
  return lines
    .filter((line) => line.kind === kind && line.year === year && coversArea(placeOf(line), area))
    .sort((a, b) => areaPrefix(placeOf(b)).length - areaPrefix(placeOf(a)).length)[0];
}

const wholeCountry = "000000000000";

function placeOf({ place }: PolicyLine): string {
  return place?.code ?? wholeCountry;
}
