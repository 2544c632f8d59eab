/** Of how many of a place's counties its figures are the sum. */
import type { Provenance } from "../../../domain/verdicts/figures/figure.contract.ts";

export type CountiesIn = Provenance["counties"];

/** True when some county is missing in the sum; nothing is said where nothing was evaluated. */
export function isPartOfCounties(counties: CountiesIn | null): boolean {
  return counties !== null && counties.evaluated < counties.all;
}
