/** Which of the lines a rule compares with. */
import type { CompiledRule } from "../../../engines/policy/compile.ts";
import { factsOf } from "../../../engines/policy/tree.ts";
import type { LineKind } from "./policy.contract.ts";

/** The column of a household's facts that holds the line of its county and year. */
export function lineColumn(kind: LineKind): "poverty_line" | "monitoring_line" {
  return kind === "poverty" ? "poverty_line" : "monitoring_line";
}

export function readsLine(compiled: CompiledRule, kind: LineKind): boolean {
  const { when, applies, exemptions, contradictions } = compiled;
  const trees = [when, ...(applies ? [applies] : []), ...exemptions, ...contradictions];
  return trees.flatMap(factsOf).some(({ unit, code }) => unit === "household" && code === lineColumn(kind));
}
