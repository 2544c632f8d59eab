/** The conditions of a rule that repeats others, for the database to find matters as `mattersOf` does. */
import type { CompiledRule } from "./compile.ts";
import { plainRequired } from "./plain-rule.ts";
import { toSql } from "./sql.ts";
import type { ColumnOf } from "./sql-text.ts";
import { chainOf } from "./tree.ts";

/** One of the parts of a rule that repeats others. */
export interface RepeatedPart {
  /** The part as SQL over facts, three-valued. */
  readonly holds: string;
  /** The ids of the repeated rules that have this part. */
  readonly firsts: readonly string[];
}

/** Each condition that `and` joins, with those of the repeated rules that ask it in the same words. */
export function repeatedParts(
  again: CompiledRule,
  repeated: readonly CompiledRule[],
  column: ColumnOf,
): RepeatedPart[] {
  const required = plainRequired(again);
  return chainOf(again.when, "and").map((part, index) => ({
    holds: toSql(part, column),
    firsts: repeated
      .filter((first) => plainRequired(first).some(({ zh }) => zh === required[index]?.zh))
      .map(({ rule }) => rule.id),
  }));
}
