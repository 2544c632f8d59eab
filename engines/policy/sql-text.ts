/** The two things that come into SQL from outside the engine: columns and quoted text. */
import type { Fact } from "./catalogue.ts";

/** Where a fact's column stands, e.g. `f.persons`. Never called for money per head, which has no column. */
export type ColumnOf = (fact: Pick<Fact, "unit" | "code">) => string;

/** Safe whatever standard_conforming_strings says. */
export function quote(text: string): string {
  const escaped = text.replaceAll("'", "''");
  return text.includes("\\") ? `E'${escaped.replaceAll("\\", "\\\\")}'` : `'${escaped}'`;
}
