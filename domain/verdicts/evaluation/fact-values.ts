/** Rows of facts as the rule language takes them. */
import type { FactValue, Facts } from "../../../engines/policy/value.ts";

/** `persons` of a household's row → `household.persons`. */
export function prefixed(unit: "household" | "member", row: Record<string, unknown>): Facts {
  const found: Record<string, Facts[string]> = {};
  for (const [column, value] of Object.entries(row)) {
    if (isFactValue(value)) found[`${unit}.${column}`] = value;
  }
  return found;
}

function isFactValue(value: unknown): value is FactValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
