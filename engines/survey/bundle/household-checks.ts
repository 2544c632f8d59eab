/** The household list of the second stage: its form, and how many households it has against what the frame says. */
import type { Draw } from "../draw/draw.ts";
import type { HouseholdDraw } from "../draw/household-draw.ts";
import { readHouseholdList } from "../draw/household-list.ts";
import { type Check, attempted, notShown, passed } from "./check.ts";

export function householdChecks(households: string): Check[] {
  const checks: Check[] = [];
  attempted(checks, "households.form", "households.lines", () => readHouseholdList(households));
  return checks;
}

/** A list made in the village may differ from the register with reason; a list with households left out differs too. */
export function householdSizes({ selected }: Draw, { list }: HouseholdDraw): Check {
  const listed = Map.groupBy(list.households, ({ village }) => village);
  const differ = selected.filter(({ unit }) => (listed.get(unit.id)?.length ?? 0) !== unit.size);
  if (differ.length === 0) return passed("households.sizes");
  const counts = (of: (unit: { id: string; size: number }) => number): string =>
    differ.map(({ unit }) => `${unit.id}: ${of(unit)}`).join(", ");
  return notShown("households.sizes", {
    place: "households.lines",
    expected: counts(({ size }) => size),
    found: counts(({ id }) => listed.get(id)?.length ?? 0),
  });
}
