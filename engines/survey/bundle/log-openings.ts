/** What a log leaves open though all its proofs hold: another plan beside this one, a household list made after the seed. */
import { type Check, notShown, passed } from "./check.ts";
import type { LogProofs } from "./log-proofs.ts";

/**
 * Whoever logs several plans, frames or sets of commitments can publish the one whose sample pleases. The bundle excludes
 * that only where it shows every entry up to the randomness; a log with other counties leaves it open.
 */
export function otherPlans({ entries }: LogProofs): Check {
  const indexes = new Set(entries.map(({ index }) => index));
  const beacon = entries.find(({ step }) => step === "beacon")?.index;
  let first = 0;
  while (indexes.has(first)) first += 1;
  if (beacon !== undefined && first > beacon) return passed("log.plans");
  const expected = `entry ${first}`;
  return notShown("log.plans", { place: "log.entries", expected, found: "–" });
}

/** Households are drawn by their ids: ids that are given once the seed is known can be chosen. */
export function listCheck({ entries }: LogProofs): Check {
  const placeOf = (step: string) => entries.find((entry) => entry.step === step);
  const [list, commit, beacon] = [placeOf("households"), placeOf("commit"), placeOf("beacon")];
  const isBefore = list !== undefined && beacon !== undefined && list.index < beacon.index;
  // In the checkpoint of the commitments, whose time is that of the witnesses, or in an earlier one.
  if (isBefore && commit && list.checkpoint <= commit.checkpoint) return passed("log.households");
  const found = list ? `households ${list.index}, beacon ${beacon?.index ?? "–"}` : "–";
  return notShown("log.households", { place: "log.entries", expected: "households < beacon", found });
}
