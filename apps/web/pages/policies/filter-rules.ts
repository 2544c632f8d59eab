/** Which rules a reader asks for: by the filters of the address and by words that stand in them. */
import { coversArea } from "../../../../engines/area/area-prefix.ts";
import type { PolicyRule } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { shownKindOf } from "../../design/shown-kind.ts";
import type { PolicyFilters } from "../../addresses/policy-filters.ts";

const countryOnly = "000000000000";

/** Rules that concern the area stand first; others are left out unless they are asked for. */
export function filterRules(
  rules: readonly PolicyRule[],
  filters: PolicyFilters,
  text: string,
  area: string,
): PolicyRule[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = rules.filter(
    (rule) => fits(rule, filters) && words.every((word) => wordsOf(rule).includes(word)),
  );
  const near = found.filter((rule) => concerns(rule, area));
  // Whoever asks for one place has said which.
  if (filters.scope === undefined && filters.place === undefined) return near;
  return [...near, ...found.filter((rule) => !concerns(rule, area))];
}

/** The rule holds in the area, or in a place within it. */
function concerns({ place }: PolicyRule, area: string): boolean {
  return place === null || coversArea(place.code, area) || coversArea(area, place.code);
}

function fits(rule: PolicyRule, { standard, unit, kind, year, place }: PolicyFilters): boolean {
  return (
    (standard === undefined || rule.standard?.id === standard) &&
    (unit === undefined || rule.unit === unit) &&
    (kind === undefined || shownKindOf(rule) === kind) &&
    (year === undefined || isValidIn(rule, year)) &&
    (place === undefined || rule.place === null || (place !== countryOnly && rule.place.code === place))
  );
}

/** A rule holds for a year when it is valid on 31 December of it. */
function isValidIn({ valid }: PolicyRule, year: number): boolean {
  const day = `${year}-12-31`;
  return valid.from <= day && (valid.to === null || valid.to >= day);
}

function wordsOf({ id, title, required, source }: PolicyRule): string {
  const texts = [title, ...required].flatMap(({ zh, en }) => [zh, en]);
  return [id, ...texts, source.document, source.number ?? ""].join("\n").toLowerCase();
}
