/** The sample as it comes out again, row by row, beside what the bundle says in the same place. */
import { firstDifference, isList } from "../../engines/survey/bundle/difference.ts";
import type { Json } from "../../engines/survey/draw/canonical-json.ts";
import type { Draw } from "../../engines/survey/draw/draw.ts";
import { publishedDraw } from "../../engines/survey/draw/published-draw.ts";
import type { HouseholdRow, UnitRow } from "./report.ts";

/** @param published the bundle's own list */
export function unitRows(drawn: Draw, published: Json | undefined): UnitRow[] {
  const computed = publishedDraw(drawn).selected;
  return drawn.selected.map(({ unit, probability }, at) => ({
    id: unit.id,
    stratum: unit.stratum,
    size: unit.size,
    pi: computed[at]?.pi ?? null,
    chance: probability && Number(probability.numerator) / Number(probability.denominator),
    isSame: isSameAt(at, computed[at], published),
  }));
}

/** Null of one stage, and of two where the list of households is not in the bundle. */
export function householdRows(drawn: Draw, published: Json | undefined): HouseholdRow[] | null {
  const computed = publishedDraw(drawn).households;
  return (
    computed?.map((household, at) => ({ ...household, isSame: isSameAt(at, household, published) })) ?? null
  );
}

function isSameAt(at: number, computed: Json | undefined, published: Json | undefined): boolean {
  return isList(published) && firstDifference(computed, published[at], "row") === undefined;
}
