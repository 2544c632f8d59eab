/**
 * How many persons stand behind a list of households that a count of persons opened: the figures of the area count them.
 * Null where the filters are none of a figure's or a member rule's, so that nobody counted the persons.
 */
import type { Counts, RuleCount } from "../../../domain/verdicts/figures/figure.contract.ts";
import type { HouseholdFilters } from "./household-filters.ts";

export interface CountedPersons {
  counts: Pick<Counts, "persons" | "poorPersons" | "liftedPersons" | "exitedPersons"> | null;
  rules: readonly Pick<RuleCount, "id" | "unit" | "pass" | "fail" | "unknown" | "notApplicable">[];
}

export function personsBehindRows(
  filters: HouseholdFilters,
  { counts, rules }: CountedPersons,
): number | null {
  const { year: _, order: __, ...asked } = filters;
  const names = Object.keys(asked).toSorted().join(" ");
  if (names === "outcome rule") {
    const rule = rules.find(({ id, unit }) => id === asked.rule && unit === "member");
    return rule?.[asked.outcome ?? "fail"] ?? null;
  }
  if (!counts) return null;
  if (names === "") return counts.persons;
  if (names === "exited") return asked.exited === "yes" ? counts.exitedPersons : null;
  if (names !== "status") return null;
  const status = asked.status?.toSorted().join(" ");
  if (status === "0 3") return counts.poorPersons;
  return status === "1" ? counts.liftedPersons : null;
}
